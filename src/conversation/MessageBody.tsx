/** What a message says: its text, files, blocks and buttons, or why there are none. */
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { AttachedFile } from './AttachedFile.tsx';
import type { Around } from './around.ts';
import { AttachView } from './blocks/AttachView.tsx';
import { inOrder } from './blocks/inOrder.ts';
import { Keyboard } from './blocks/Keyboard.tsx';
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
  const hasText = text.trim() !== '';
  if (message && !hasText && !carriesMore(message))
    return <p className={styles.gone}>{t('conversation.nothing')}</p>;
  return (
    <>
      {hasText && <MessageText text={text} around={around} />}
      {message && <Parts message={message} around={around} />}
    </>
  );
}

/** Whether there is something besides the text: what takes the width it can get. */
export function carriesMore({ fileIds, attaches, keyboard, isDeleted }: Message): boolean {
  return !isDeleted && (fileIds.length > 0 || attaches.length > 0 || keyboard.length > 0);
}

function Parts({ message, around }: { message: Message; around: Around }): ReactNode {
  const { fileIds, attaches, keyboard } = message;
  const { files, portalOrigin, linkOf } = around;
  return (
    <>
      {fileIds.length > 0 && (
        <ul className={styles.files}>
          {fileIds.map((id) => (
            <li key={id}>
              <AttachedFile file={files.get(id)} portalOrigin={portalOrigin} linkOf={linkOf} />
            </li>
          ))}
        </ul>
      )}
      {inOrder(attaches, (attach) => (
        <AttachView attach={attach} around={around} />
      ))}
      {keyboard.length > 0 && <Keyboard buttons={keyboard} portalOrigin={portalOrigin} />}
    </>
  );
}
