/** One chat of the list: through which channel, how it stands, whose it is, what was said last. */
import type { ComponentProps } from 'react';
import { useTextLabels } from '../../conversation/useTextLabels.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { ChannelTile } from './ChannelTile.tsx';
import styles from './ChatRow.module.css';
import type { CrmChat } from './crmChat.ts';
import { lastWords, originWords, ownerFact, stateOf } from './wordsOfChat.ts';

const stateKeys = {
  Open: 'crm.stateOpen',
  Closed: 'crm.stateClosed',
  Nobody: 'crm.stateNobody',
  Inactive: 'crm.stateInactive',
} as const;

interface ChatRowProps extends Pick<ComponentProps<'button'>, 'onFocus' | 'onBlur' | 'onKeyDown'> {
  chat: CrmChat;
  userId: number;
  isChosen: boolean;
  /** the one row that Tab stops at */
  isTabStop: boolean;
  onChoose: () => void;
}

export function ChatRow({ chat, userId, isChosen, isTabStop, onChoose, ...focus }: ChatRowProps) {
  const { t, formatDateTime, formatNumber } = useTranslation();
  const labels = useTextLabels();
  const { connectorId, connectorTitle, dialog, lastMessage } = chat;
  const title = connectorTitle || dialog?.name || t('crm.unknownName');
  const state = stateOf(chat);
  const words = lastWords(chat, { t, labels, userId });
  const unread = dialog?.unreadCount ?? 0;
  const origin = originWords(t, chat.origins);
  const owner = ownerFact(t, chat);
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.row}
        aria-current={isChosen ? 'true' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onChoose}
        {...focus}
      >
        <ChannelTile connectorId={connectorId} title={title} />
        <span className={styles.words}>
          <span className={styles.line}>
            <bdi className={styles.name}>{title}</bdi>{' '}
            {lastMessage && (
              <time className={styles.time} dateTime={lastMessage.message.date}>
                {formatDateTime(lastMessage.message.date)}
              </time>
            )}
          </span>
          {(words !== '' || unread > 0) && (
            <span className={styles.line}>
              <bdi className={styles.last} data-unread={unread > 0 || undefined}>
                {words}
              </bdi>{' '}
              {unread > 0 && (
                <span className={styles.unread}>
                  <Badge tone="accent" label={t('crm.unread', { count: unread })}>
                    {formatNumber(unread)}
                  </Badge>
                </span>
              )}
            </span>
          )}
          <span className={styles.facts}>
            <span className={styles.state} data-state={state}>
              {t(stateKeys[state])}
            </span>{' '}
            {owner !== '' && (
              <bdi className={styles.fact} data-kind="owner">
                {owner}
              </bdi>
            )}{' '}
            {origin !== '' && <bdi className={styles.fact}>{origin}</bdi>}
          </span>
        </span>
      </button>
    </li>
  );
}
