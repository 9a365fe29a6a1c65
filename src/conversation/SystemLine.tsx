/** A message of the portal itself: centred and plain, apart from what people write. */
import { memo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { Around } from './around.ts';
import { isSameRow } from './isSameRow.ts';
import { useRow } from './keyboard/useRow.ts';
import { MessageBody } from './MessageBody.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import styles from './SystemLine.module.css';

interface SystemLineProps {
  /** of the row in its list */
  rowKey: string;
  message: Message;
  around: Around;
  /** read out as it comes */
  isNews: boolean;
}

export const SystemLine = memo(function SystemLine({ rowKey, message, around, isNews }: SystemLineProps) {
  const { row } = useRow(rowKey);
  const { t, formatTime } = useTranslation();
  const name = t('conversation.system');
  return (
    <article
      {...row}
      className={styles.line}
      data-message={message.id}
      aria-label={t('conversation.writtenBy', { name, time: formatTime(message.date) })}
      aria-live={isNews ? undefined : 'off'}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <div className={styles.body}>
        <MessageBody text={message.text} message={message} around={around} />
      </div>
      <MessageMeta moment={message.date} message={message} item={undefined} hold={null} isOwn={false} />
    </article>
  );
}, isSameRow);
