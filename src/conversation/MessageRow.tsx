/** One message on the screen, in the chat already or still on its way there. */
import { memo } from 'react';
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { safeImage } from '../text/safeLink.ts';
import { Avatar } from '../ui/Avatar/Avatar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { Around } from './around.ts';
import { CopiesNote } from './CopiesNote.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import type { Hold } from './hold.ts';
import { MessageBody } from './MessageBody.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import styles from './MessageRow.module.css';
import type { Position } from './row.ts';
import { toneOf } from './tone.ts';

interface MessageRowProps {
  /** what the portal holds; or else `item` */
  message?: Message;
  item?: Item;
  hold?: Hold | null;
  isChecking?: boolean;
  /** the browser has sent it more than once, and an extra copy could not be removed */
  hasCopies: boolean;
  isOwn: boolean;
  position: Position;
  around: Around;
  /** read out as it comes */
  isNews: boolean;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const {
    message,
    item,
    hold = null,
    isChecking = false,
    hasCopies,
    isOwn,
    position,
    around,
    isNews,
  } = props;
  const { t, formatTime } = useTranslation();
  const author = message && around.people.get(message.authorId);
  const name = isOwn ? t('common.you') : author?.name.trim() || t('common.unknownPerson');
  const moment = message?.date ?? item?.createdAt ?? '';
  const opensGroup = position === 'single' || position === 'first';
  const hasFiles = message !== undefined && message.fileIds.length > 0 && !message.isDeleted;

  return (
    <article
      className={styles.row}
      data-row
      data-own={isOwn || undefined}
      data-position={position}
      aria-label={t('conversation.writtenBy', { name, time: formatTime(moment) })}
      aria-live={isNews ? undefined : 'off'}
    >
      {!isOwn && opensGroup && (
        <span className={styles.avatar}>
          <Avatar
            name={name}
            src={author?.avatarUrl ? safeImage(author.avatarUrl, around.portalOrigin) : null}
            color={author?.color ?? undefined}
          />
        </span>
      )}
      <div className={styles.bubble} data-tone={toneOf(item)}>
        {!isOwn && opensGroup ? (
          <bdi className={styles.author}>{name}</bdi>
        ) : (
          <VisuallyHidden>{name}</VisuallyHidden>
        )}
        <div className={styles.content} data-stacked={hasFiles || undefined}>
          <div className={styles.body}>
            <MessageBody text={message?.text ?? item?.text ?? ''} message={message} around={around} />
            {item && (
              <DeliveryState item={item} hold={hold} isChecking={isChecking} actions={around.actions} />
            )}
            {hasCopies && <CopiesNote reachesClient={around.reachesClient} />}
          </div>
          <MessageMeta moment={moment} message={message} item={item} hold={hold} isOwn={isOwn} />
        </div>
      </div>
    </article>
  );
});
