/** What a message says: its text and files, or why there are none. */
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { InfoIcon } from '../ui/Icon/icons.tsx';
import { AttachedFile } from './AttachedFile.tsx';
import type { Around } from './around.ts';
import styles from './MessageBody.module.css';
import { MessageText } from './MessageText.tsx';

interface MessageBodyProps {
  text: string;
  /** undefined while the text is still on its way */
  message: Message | undefined;
  around: Around;
}

export function MessageBody({ text, message, around }: MessageBodyProps) {
  const { t } = useTranslation();
  if (message?.isDeleted) return <p className={styles.gone}>{t('conversation.deleted')}</p>;
  if (message?.isUnreadable) return <p className={styles.gone}>{t('conversation.unreadable')}</p>;
  const isEmpty = text.trim() === '' && message?.fileIds.length === 0 && message.attaches.length === 0;
  if (isEmpty) return <p className={styles.gone}>{t('conversation.nothing')}</p>;
  return (
    <>
      {text.trim() !== '' && <MessageText text={text} around={around} />}
      {message && message.fileIds.length > 0 && (
        <Files>
          {message.fileIds.map((id) => (
            <li key={id}>
              <AttachedFile file={around.files.get(id)} portalOrigin={around.portalOrigin} />
            </li>
          ))}
        </Files>
      )}
      {message && message.attaches.length > 0 && (
        <p className={styles.note}>
          <InfoIcon size={16} />
          {t('conversation.hasAttachment')}
        </p>
      )}
    </>
  );
}

function Files({ children }: { children: ReactNode }) {
  return <ul className={styles.files}>{children}</ul>;
}
