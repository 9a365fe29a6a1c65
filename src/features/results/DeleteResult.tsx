/** Asks before a result is deleted, and says why it was not. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { problemOf } from '../../sending/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { Deletion } from './useDeletion.ts';

export function DeleteResult({ deletion }: { deletion: Deletion }) {
  const { t } = useTranslation();
  const { result, error, isBusy } = deletion;
  const words = error && problemWords(t, problemOf(error));
  return (
    <ConfirmDialog
      isOpen={result !== null}
      title={t('results.deleteTitle')}
      confirmLabel={t('results.delete')}
      tone="danger"
      isBusy={isBusy}
      problem={
        words &&
        !isBusy && (
          <Notice tone="danger" live="assertive" title={t('results.notDeleted', { reason: words.title })}>
            {words.text} <PortalWords quote={words.quote} />
          </Notice>
        )
      }
      onConfirm={deletion.confirm}
      onCancel={deletion.cancel}
      returnFocus={deletion.returnFocus}
    >
      {t(result?.messageId === null ? 'results.deleteTextAlone' : 'results.deleteText')}
    </ConfirmDialog>
  );
}
