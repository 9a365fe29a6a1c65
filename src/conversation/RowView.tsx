/** One row of the list, whatever its kind. */
import { useTranslation } from '../i18n/context.tsx';
import { Separator } from '../ui/Separator/Separator.tsx';
import type { Around } from './around.ts';
import styles from './MessageList.module.css';
import { MessageRow } from './MessageRow.tsx';
import type { Row } from './row.ts';
import { SystemLine } from './SystemLine.tsx';

interface RowViewProps {
  row: Row;
  around: Around;
  /** later messages of others are read out as they come; null: none */
  newsAfter: number | null;
}

/** An echo and the message it becomes are the same component in the same place, so nothing is mounted anew. */
export function RowView({ row, around, newsAfter }: RowViewProps) {
  const { t, formatDay } = useTranslation();
  switch (row.kind) {
    case 'day':
      return (
        <div className={styles.separator} aria-live="off">
          <Separator kind="day" label={formatDay(row.day, new Date(row.today))} />
        </div>
      );
    case 'unread':
      return (
        <div className={styles.separator} aria-live="off" data-unread>
          <Separator kind="unread" label={t('conversation.newMessages')} />
        </div>
      );
    case 'session': {
      const day = formatDay(row.day, new Date(row.today));
      return (
        <div className={styles.separator} aria-live="off" data-message={row.messageId}>
          <Separator
            kind="session"
            label={row.isClosed ? t('line.sessionClosed', { day }) : t('line.session', { day })}
          />
        </div>
      );
    }
    case 'system':
      return (
        <SystemLine
          rowKey={row.key}
          message={row.message}
          around={around}
          isNews={newsAfter !== null && row.message.id > newsAfter}
        />
      );
    case 'outgoing':
      return (
        <MessageRow
          rowKey={row.key}
          item={row.item}
          hold={row.hold}
          isChecking={row.isChecking}
          hasCopies={row.item.copies !== undefined && row.item.copies.length > 0}
          isOwn
          position={row.position}
          around={around}
          isNews={false}
          quote={row.quote}
        />
      );
    case 'message':
      break;
  }
  return (
    <MessageRow
      rowKey={row.key}
      message={row.message}
      hasCopies={row.hasCopies}
      isOwn={row.isOwn}
      position={row.position}
      around={around}
      isNews={newsAfter !== null && row.message.id > newsAfter && !row.isOwn}
      quote={row.quote}
    />
  );
}
