/** One message on the screen, in the chat already or still on its way there. */
import { memo, type MouseEvent } from 'react';
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { safeImage } from '../text/safeLink.ts';
import { Avatar } from '../ui/Avatar/Avatar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import { isPressToChoose } from './actions/choosing.ts';
import { MessageBar } from './actions/MessageBar.tsx';
import { useActions } from './actions/useActions.ts';
import { useRowKeys } from './actions/useRowKeys.ts';
import type { Around } from './around.ts';
import type { Hold } from './hold.ts';
import { isSameRow } from './isSameRow.ts';
import { useRow } from './keyboard/useRow.ts';
import { isOpenToActions } from './messageAction.ts';
import { MessageContent } from './MessageContent.tsx';
import styles from './MessageRow.module.css';
import type { Quote } from './quote.ts';
import type { Position } from './row.ts';
import { isByAgents, sideNames, sideOf } from './side.ts';
import { signOf, signWords } from './signs.ts';
import { toneOf } from './tone.ts';

export interface MessageRowProps {
  /** of the row in its list */
  rowKey: string;
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
  /** what it answers, where its echo knows that; else `around.quotes` does */
  quote?: Quote | undefined;
}

/** `around` may be another one: what it says of other messages draws no row anew. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { rowKey, message, item, isOwn, position, around, isNews } = props;
  const { chosen, onChoose } = around;
  const { t, formatTime } = useTranslation();
  const { row, ref, tabIndex, isCurrent } = useRow(rowKey);
  const isChoosing = chosen !== null && message !== undefined && isOpenToActions(message);
  const isChosen = isChoosing && chosen.has(message.id);
  const toggle = isChoosing ? () => onChoose?.(message.id, !isChosen) : undefined;
  const actions = useActions(message, chosen === null ? around.actionsOf : undefined);
  const { onMenuClosed, ...keys } = useRowKeys({ row: ref, actions, toggle });

  const author = message && around.people.get(message.authorId);
  const name = isOwn ? t('common.you') : author?.name.trim() || t('common.unknownPerson');
  const time = formatTime(message?.date ?? item?.createdAt ?? '');
  const side = sideOf(message, isOwn, around);
  const spoken = side === null || side === 'own' ? name : t(sideNames[side], { name });
  const label = t('conversation.writtenBy', { name: spoken, time });
  const state = item && item.state !== 'sent' ? t(signWords[signOf(item, props.hold ?? null)]) : null;
  const opensGroup = position === 'single' || position === 'first';
  const press = toggle && { onClick: (event: MouseEvent) => isPressToChoose(event) && toggle() };

  return (
    <article
      {...row}
      {...keys}
      {...press}
      className={styles.row}
      data-message={message?.id}
      data-own={isOwn || undefined}
      data-agents={(!isOwn && isByAgents(side)) || undefined}
      data-position={position}
      data-choosing={chosen !== null || undefined}
      data-chosen={isChosen || undefined}
      // By arrow keys one hears the names of rows, and is to hear what is not through.
      aria-label={state === null ? label : t('conversation.withState', { message: label, state })}
      aria-live={isNews ? undefined : 'off'}
    >
      {isChoosing && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            aria-label={t('actions.choose', { message: label })}
            checked={isChosen}
            tabIndex={tabIndex}
            onChange={toggle}
          />
        </label>
      )}
      {!isOwn && opensGroup && (
        <span className={styles.avatar}>
          <Avatar
            name={name}
            src={author?.avatarUrl ? safeImage(author.avatarUrl, around.portalOrigin) : null}
            color={author?.color ?? undefined}
          />
        </span>
      )}
      <div className={styles.bubble} data-tone={toneOf(item, side === 'client' ? undefined : message)}>
        {!isOwn && opensGroup ? (
          <bdi className={styles.author}>{name}</bdi>
        ) : (
          <VisuallyHidden>{spoken}</VisuallyHidden>
        )}
        <MessageContent {...props} actions={actions} tabIndex={tabIndex} />
        {actions.length > 0 && (
          <MessageBar actions={actions} isCurrent={isCurrent} row={ref} onMenuClosed={onMenuClosed} />
        )}
      </div>
    </article>
  );
}, isSameRow);
