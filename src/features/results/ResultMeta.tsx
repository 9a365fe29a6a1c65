/** The small line of a result: who made it, when, and how it stands. */
import { useTranslation } from '../../i18n/context.tsx';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import styles from './ResultCard.module.css';

/** ms; some portals name a time of change from the start */
const sameMoment = 1_000;

export function ResultMeta({ result, author }: { result: TaskResult; author: string }) {
  const { t, formatDateTime } = useTranslation();
  const { createdAt, messageId, isOpen } = result;
  return (
    <p className={styles.meta}>
      <bdi className={styles.author}>{author}</bdi>
      {createdAt !== null && <time dateTime={createdAt}>{formatDateTime(createdAt)}</time>}
      {isEdited(result) && <span>{t('conversation.edited')}</span>}
      <span>{t(isOpen ? 'results.open' : 'results.closed')}</span>
      {messageId === null && <span>{t('results.writtenInCard')}</span>}
    </p>
  );
}

function isEdited({ createdAt, updatedAt }: TaskResult): boolean {
  if (updatedAt === null) return false;
  return createdAt === null || Date.parse(updatedAt) - Date.parse(createdAt) > sameMoment;
}
