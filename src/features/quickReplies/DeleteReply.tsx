/** Asks before a quick reply is deleted. */
import { useTranslation } from '../../i18n/context.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { Reply } from './replies.ts';
import type { Whose } from './saveReply.ts';
import { SavingProblem } from './SavingProblem.tsx';
import type { Saving } from './useSaving.ts';

interface DeleteReplyProps {
  whose: Whose;
  /** as the person sees it */
  reply: Reply;
  saving: Saving;
  onClose: () => void;
  /** brings the focus to a place of the list: the row is gone */
  returnFocus: () => void;
}

export function DeleteReply({ whose, reply, saving, onClose, returnFocus }: DeleteReplyProps) {
  const { t } = useTranslation();
  const isChanged = saving.outcome?.kind === 'conflict';
  const close = () => {
    saving.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('quickReplies.deleteSure', { title: reply.title })}
      confirmLabel={t('quickReplies.deleteNow')}
      tone="danger"
      isBusy={saving.isSaving}
      problem={
        isChanged ? (
          <Notice tone="warning" live="assertive">
            {t('quickReplies.changedSince')}
          </Notice>
        ) : (
          <SavingProblem saving={saving} isDeleting />
        )
      }
      onConfirm={() => saving.save({ whose, change: { kind: 'remove', base: reply } }, close)}
      onCancel={close}
      returnFocus={returnFocus}
    >
      {whose === 'mine' ? t('quickReplies.deleteMine') : t('quickReplies.deleteShared')}
    </ConfirmDialog>
  );
}
