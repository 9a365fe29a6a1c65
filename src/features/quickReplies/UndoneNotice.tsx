/** Says that a saved change is there no more, because somebody else saved at the same moment; and makes it again. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './quickReplies.module.css';
import { SavingProblem } from './SavingProblem.tsx';
import { Theirs } from './Theirs.tsx';
import type { ReplyStore } from './useReplyStore.ts';

export function UndoneNotice({ undone: state }: Pick<ReplyStore, 'undone'>) {
  const { t } = useTranslation();
  const { undone, saving, makeAgain, forget } = state;
  if (!undone) return null;
  const { change, theirs } = undone;
  const isDeleted = change.kind === 'remove';
  const { title } = isDeleted ? change.base : change.reply;
  return (
    <>
      <Notice
        tone="warning"
        live="assertive"
        title={isDeleted ? t('quickReplies.isBack', { title }) : t('quickReplies.isGone', { title })}
      >
        {!isDeleted && theirs && <p>{t('quickReplies.changedText')}</p>}
        {!isDeleted && theirs && <Theirs reply={theirs} />}
        <div className={styles.choices}>
          <Button size="small" busy={saving.isSaving} onClick={makeAgain}>
            {isDeleted ? t('quickReplies.deleteAgain') : t('quickReplies.saveAgain')}
          </Button>
          <Button
            size="small"
            aria-disabled={saving.isSaving || undefined}
            onClick={() => !saving.isSaving && forget()}
          >
            {t('quickReplies.leaveIt')}
          </Button>
        </div>
      </Notice>
      <SavingProblem saving={saving} isDeleting={isDeleted} />
    </>
  );
}
