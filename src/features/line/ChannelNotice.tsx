/** Above the field: what the channel takes. Nothing is refused for it: what becomes of a message the channel says. */
import { useTranslation } from '../../i18n/context.tsx';
import styles from './line.module.css';
import type { ChannelRoom } from './useChannelLimit.ts';

export function saysOfChannel({ replyUntil, isNear }: ChannelRoom): boolean {
  return replyUntil !== null || isNear;
}

/** @param channel its name; the rest as `useChannelLimit` gives it */
export function ChannelNotice({ channel, room }: { channel: string; room: ChannelRoom }) {
  const { t, formatDateTime } = useTranslation();
  const { unit, count, replyUntil, isOver, isNear } = room;
  const limit = room.limit ?? 0;
  const numbers = { channel, count, limit };
  return (
    <div className={styles.channel}>
      {replyUntil !== null && (
        <p data-over={isOver || undefined}>
          {isOver
            ? t('line.replyEnded', { channel, time: formatDateTime(replyUntil) })
            : t('line.replyUntil', { channel, time: formatDateTime(replyUntil) })}
        </p>
      )}
      {isNear && (
        <p data-over={count > limit || undefined}>
          {unit === 'bytes' ? t('line.nearByteLimit', numbers) : t('line.nearLimit', numbers)}
        </p>
      )}
    </div>
  );
}
