/** Above the field: what the channel takes. Nothing is refused for it: what becomes of a message the channel says. */
import { useTranslation } from '../../i18n/context.tsx';
import styles from './line.module.css';
import type { ChannelRoom } from './useChannelLimit.ts';

/** The share of the limit from which it is worth a look. */
const nearFrom = 0.8;

/** @param channel its name; the rest as `useChannelLimit` gives it */
export function ChannelNotice({ channel, room }: { channel: string; room: ChannelRoom }) {
  const { t, formatDateTime } = useTranslation();
  const { limit, unit, count, replyUntil, isOver } = room;
  const isNear = limit !== null && count >= limit * nearFrom;
  if (replyUntil === null && !isNear) return null;
  const numbers = { channel, count, limit: limit ?? 0 };
  return (
    <div className={styles.channel} data-over={isOver || undefined}>
      {replyUntil !== null && (
        <p>
          {isOver
            ? t('line.replyEnded', { channel, time: formatDateTime(replyUntil) })
            : t('line.replyUntil', { channel, time: formatDateTime(replyUntil) })}
        </p>
      )}
      {isNear && <p>{unit === 'bytes' ? t('line.nearByteLimit', numbers) : t('line.nearLimit', numbers)}</p>}
    </div>
  );
}
