/** Above the field: what a colleague did in this conversation while the person was writing. */
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { collisionWords } from './collisionWords.ts';
import type { CollisionCare } from './useCollision.ts';
import styles from './line.module.css';

export function saysOfCollision({ warning, lastAnswer }: CollisionCare): boolean {
  return warning !== null || (lastAnswer !== null && !lastAnswer.isOwn);
}

interface CollisionNoticeProps extends CollisionCare {
  /** the warning had the focus, and has gone */
  onGone: () => void;
}

/** Without a warning it says who answered last, where that was somebody else. */
export function CollisionNotice({ warning, lastAnswer, seen, onGone }: CollisionNoticeProps) {
  const translator = useTranslation();
  const { t, formatDateTime } = translator;
  if (!warning) {
    if (!lastAnswer || lastAnswer.isOwn) return null;
    const name = lastAnswer.name ?? t('line.colleague');
    return (
      <p className={styles.quiet}>{t('line.lastAnswered', { name, time: formatDateTime(lastAnswer.at) })}</p>
    );
  }
  return (
    <Notice
      tone="warning"
      live="polite"
      actions={
        warning.kind !== 'closed' && (
          <FocusPassedOn onGone={onGone}>
            <Button size="small" onClick={seen}>
              {t('line.seen')}
            </Button>
          </FocusPassedOn>
        )
      }
    >
      {collisionWords(translator, warning, false)}
    </Notice>
  );
}
