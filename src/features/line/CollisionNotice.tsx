/** Above the field: what a colleague did in this conversation while the person was writing. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { CollisionCare } from './useCollision.ts';
import styles from './line.module.css';

export function saysOfCollision({ warning, lastAnswer }: CollisionCare): boolean {
  return warning !== null || (lastAnswer !== null && !lastAnswer.isOwn);
}

/** Without a warning it says who answered last, where that was somebody else. */
export function CollisionNotice({ warning, lastAnswer, seen }: CollisionCare) {
  const { t, formatTime, formatDateTime } = useTranslation();
  if (!warning) {
    if (!lastAnswer || lastAnswer.isOwn) return null;
    const name = lastAnswer.name ?? t('line.colleague');
    return (
      <p className={styles.quiet}>{t('line.lastAnswered', { name, time: formatDateTime(lastAnswer.at) })}</p>
    );
  }
  const name = warning.name ?? t('line.colleague');
  const words = {
    answered: () => t('line.answered', { name, time: formatTime(warning.at ?? '') }),
    taken: () => t('line.taken', { name }),
    closed: () => t('line.closed'),
  };
  return (
    <Notice
      tone="warning"
      live="polite"
      actions={
        warning.kind !== 'closed' && (
          <Button size="small" onClick={seen}>
            {t('line.seen')}
          </Button>
        )
      }
    >
      {words[warning.kind]()}
    </Notice>
  );
}
