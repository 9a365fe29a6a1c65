/** Says on a message that it is a result, or how far it is on its way to being one. */
import { useTranslation } from '../../i18n/context.tsx';
import { ResultIcon } from '../../ui/Icon/icons.tsx';
import { PromotionState } from './PromotionState.tsx';
import styles from './ResultMark.module.css';
import type { MarkFacts } from './results.ts';

/** Nothing for a message that is neither. */
export function ResultMark({ messageId, results }: { messageId: number; results: MarkFacts }) {
  const { t } = useTranslation();
  const item = results.onTheWay.get(messageId);
  const count = results.byMessage.get(messageId)?.length ?? (results.isResult(messageId) ? 1 : 0);
  if (!item && count === 0) return null;
  return (
    <div className={styles.mark}>
      {count > 0 && (
        <span className={styles.badge}>
          <ResultIcon size={14} />
          {count === 1 ? t('results.badge') : t('results.badges', { count })}
        </span>
      )}
      {item && (
        <PromotionState
          messageId={messageId}
          item={item}
          results={results}
          focusHome={(box) => box.closest<HTMLElement>('[role="log"]')}
        />
      )}
    </div>
  );
}
