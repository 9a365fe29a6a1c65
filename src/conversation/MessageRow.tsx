/** One message on the screen, in the chat already or still on its way there. */
import { memo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Outgoing } from '../sending/outgoing.ts';
import { safeImage } from '../text/safeLink.ts';
import { Avatar } from '../ui/Avatar/Avatar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { Around } from './around.ts';
import { DeliveryState } from './DeliveryState.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import styles from './MessageRow.module.css';
import type { Position } from './rows.ts';
import { toneOf } from './tone.ts';

interface MessageRowProps {
  /** what the portal holds; or else `outgoing` */
  message?: Message;
  outgoing?: Outgoing;
  isOwn: boolean;
  position: Position;
  around: Around;
  /** read out as it comes */
  isNews: boolean;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, outgoing, isOwn, position, around, isNews } = props;
  const { t, formatTime } = useTranslation();
  const author = message && around.people.get(message.authorId);
  const name = isOwn ? t('common.you') : author?.name.trim() || t('common.unknownPerson');
  const moment = message?.date ?? outgoing?.createdAt ?? '';
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
      <div className={styles.bubble} data-tone={toneOf(outgoing)}>
        {!isOwn && opensGroup ? (
          <bdi className={styles.author}>{name}</bdi>
        ) : (
          <VisuallyHidden>{name}</VisuallyHidden>
        )}
        <div className={styles.content} data-stacked={hasFiles || undefined}>
          <div className={styles.body}>
            <MessageBody text={message?.text ?? outgoing?.text ?? ''} message={message} around={around} />
            {outgoing && <DeliveryState outgoing={outgoing} actions={around.actions} />}
          </div>
          <MessageMeta moment={moment} message={message} outgoing={outgoing} isOwn={isOwn} />
        </div>
      </div>
    </article>
  );
});
