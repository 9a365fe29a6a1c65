/** The chats of the card: a column beside the conversation, a strip above it where there is no room for a column. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './ChatList.module.css';
import { ChatRow } from './ChatRow.tsx';
import type { CrmChat } from './crmChat.ts';
import { useListNews } from './useListNews.ts';
import { namesakesIn } from './wordsOfChat.ts';

interface ChatListProps {
  chats: readonly CrmChat[];
  chosenId: number | null;
  onChoose: (chatId: number) => void;
  userId: number;
}

/** Arrow keys, Home and End go from row to row; Tab knows one of them, the chosen one at first. */
export function ChatList({ chats, chosenId, onChoose, userId }: ChatListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const isListed = (id: number | null) => chats.some(({ chatId }) => chatId === id);
  const tabStop = [focusedId, chosenId].find(isListed) ?? chats[0]?.chatId;

  const place = chats.findIndex(({ chatId }) => chatId === chosenId);
  useEffect(() => {
    const row = list.current?.children[place];
    if (list.current && row) reveal(list.current, row);
  }, [place]);

  const namesakes = namesakesIn(t, chats);
  const news = useListNews(chats, chosenId);

  return (
    <>
      <ul
        ref={list}
        className={styles.list}
        aria-label={t('crm.chats')}
        data-single={chats.length === 1 || undefined}
      >
        {chats.map((chat, index) => (
          <ChatRow
            key={chat.chatId}
            chat={chat}
            userId={userId}
            hasNamesake={namesakes.has(chat.chatId)}
            isChosen={chat.chatId === chosenId}
            isTabStop={chat.chatId === tabStop}
            onChoose={() => onChoose(chat.chatId)}
            onFocus={({ currentTarget }) => {
              setFocusedId(chat.chatId);
              // The browser brings no more of the row into view than the button's words.
              const row = currentTarget.closest('li');
              if (list.current && row) reveal(list.current, row);
            }}
            onBlur={({ relatedTarget }) => {
              if (!list.current?.contains(relatedTarget)) setFocusedId(null);
            }}
            onKeyDown={(event) => {
              const goal = list.current?.children[goalOf(event, index, chats.length)];
              if (!goal) return;
              event.preventDefault();
              goal.querySelector('button')?.focus();
            }}
          />
        ))}
      </ul>
      <VisuallyHidden>
        <output>{news}</output>
      </VisuallyHidden>
    </>
  );
}

/** Within the list only: `scrollIntoView` would move the portal's page around the frame as well. */
function reveal(list: Element, row: Element): void {
  const [box, target] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  const beyond = (start: number, end: number) => Math.min(start, 0) + Math.max(end, 0);
  list.scrollBy(
    beyond(target.left - box.left, target.right - box.right),
    beyond(target.top - box.top, target.bottom - box.bottom),
  );
}

/** Index of the row to go to; -1: the key is not ours. The strip goes sideways. */
function goalOf(event: KeyboardEvent, from: number, count: number): number {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return -1;
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(from - 1, 0);
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(from + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
