/** One chat of the list: through which channel, how it stands, whose it is, what was said last. */
import { type ComponentProps, useId } from 'react';
import { useTextLabels } from '../../conversation/useTextLabels.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { ChannelTile } from './ChannelTile.tsx';
import styles from './ChatRow.module.css';
import type { CrmChat } from './crmChat.ts';
import { lastWords, originWords, ownerFact, stateOf, titleOf } from './wordsOfChat.ts';

const stateKeys = {
  Open: 'crm.stateOpen',
  Closed: 'crm.stateClosed',
  Nobody: 'crm.stateNobody',
  Inactive: 'crm.stateInactive',
} as const;

interface ChatRowProps extends Pick<ComponentProps<'button'>, 'onFocus' | 'onBlur' | 'onKeyDown'> {
  chat: CrmChat;
  userId: number;
  /** another row would have the same name */
  hasNamesake: boolean;
  isChosen: boolean;
  /** the one row that Tab stops at */
  isTabStop: boolean;
  onChoose: () => void;
}

/**
 * The button holds the channel's title only and lies over the whole row. It is named by what tells chats apart and what
 * is urgent; what was said, when and by whom describes it, so that nobody's message is taken for a button's name. Owner
 * and time name it where else two rows had the same name.
 */
export function ChatRow({
  chat,
  userId,
  hasNamesake,
  isChosen,
  isTabStop,
  onChoose,
  ...focus
}: ChatRowProps) {
  const { t, formatDateTime, formatNumber } = useTranslation();
  const labels = useTextLabels();
  const id = useId();
  const idOf = (part: string) => `${id}${part}`;
  const { connectorId, dialog, lastMessage } = chat;
  const title = titleOf(t, chat);
  const state = stateOf(chat);
  const words = lastWords(chat, { t, labels, userId });
  const unread = dialog?.unreadCount ?? 0;
  const origin = originWords(t, chat.origins);
  const owner = ownerFact(t, chat);
  const details = [lastMessage && 'time', owner !== '' && 'owner'];
  const name = ['title', unread > 0 && 'unread', 'state', origin !== '' && 'origin'];
  const referTo = (...parts: ReadonlyArray<string | false | null>) =>
    parts.flatMap((part) => (part ? [idOf(part)] : [])).join(' ');
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <ChannelTile connectorId={connectorId} title={title} />
        <div className={styles.words}>
          <div className={styles.line}>
            <button
              type="button"
              className={styles.name}
              aria-labelledby={referTo(...name, ...(hasNamesake ? details : []))}
              aria-describedby={referTo(words !== '' && 'last', ...(hasNamesake ? [] : details)) || undefined}
              aria-current={isChosen ? 'true' : undefined}
              tabIndex={isTabStop ? 0 : -1}
              onClick={onChoose}
              {...focus}
            >
              <bdi id={idOf('title')}>{title}</bdi>
            </button>{' '}
            {lastMessage && (
              <time id={idOf('time')} className={styles.time} dateTime={lastMessage.message.date}>
                {formatDateTime(lastMessage.message.date)}
              </time>
            )}
          </div>
          {(words !== '' || unread > 0) && (
            <div className={styles.line}>
              <bdi id={idOf('last')} className={styles.last} data-unread={unread > 0 || undefined}>
                {words}
              </bdi>{' '}
              {unread > 0 && (
                <span id={idOf('unread')} className={styles.unread}>
                  <Badge tone="accent" label={t('crm.unread', { count: unread })}>
                    {formatNumber(unread)}
                  </Badge>
                </span>
              )}
            </div>
          )}
          <div className={styles.facts}>
            <span id={idOf('state')} className={styles.state} data-state={state}>
              {t(stateKeys[state])}
            </span>{' '}
            {owner !== '' && (
              <bdi id={idOf('owner')} className={styles.fact} data-kind="owner">
                {owner}
              </bdi>
            )}{' '}
            {origin !== '' && (
              <bdi id={idOf('origin')} className={styles.fact}>
                {origin}
              </bdi>
            )}
          </div>
        </div>
      </div>
    </li>
  );
}
