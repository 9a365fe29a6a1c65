/** The messages of one dialog: a scrolling log that keeps the reader's place. */
import {
  memo,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { LaneView } from '../delivery/lanes.ts';
import { useTranslation } from '../i18n/context.tsx';
import { type OutgoingActions, useStableActions } from './actions.ts';
import type { Around } from './around.ts';
import { EarlierMessages } from './EarlierMessages.tsx';
import styles from './MessageList.module.css';
import { NewMessagesButton } from './NewMessagesButton.tsx';
import { RowView } from './RowView.tsx';
import { buildRows } from './rows.ts';
import { type EarlierLoading, useEarlierMessages } from './useEarlierMessages.ts';
import { useMinute } from './useMinute.ts';
import { useNews } from './useNews.ts';
import { useReadingPosition } from './useReadingPosition.ts';
import { useToday } from './useToday.ts';

export interface MessageListProps extends EarlierLoading, LaneView {
  /** the portal does not answer, or there is no network */
  isDown: boolean;
  /** keys of items that are being looked for this moment, because the person asked */
  checking: ReadonlySet<string>;
  /** whether a message's text is what the portal made of a typed one */
  isSameText: (typed: string, readBack: string) => boolean;
  /** how often the person has sent something, in this very window */
  sends: number;
  currentUserId: number;
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
  /** what is written here goes to a client outside the portal */
  reachesClient?: boolean;
  actions: OutgoingActions;
  actionsOf?: Around['actionsOf'];
  marksOf?: Around['marksOf'];
  quotes?: Around['quotes'];
  goTo?: Around['goTo'];
  chosen?: Around['chosen'];
  onChoose?: Around['onChoose'];
  /** shown while there is no row */
  emptyState?: ReactNode;
}

/** A box that scrolls must be reached by the keyboard although nothing in it can be pressed. */
const keyboardScroll = { tabIndex: 0 };
const noQuotes: Around['quotes'] = new Map();

/**
 * `role="log"` speaks what is added to it. Only news are meant to be spoken, messages of others that arrive while
 * the list is open; every other row is `aria-live="off"`: the first fill, older pages, own messages, separators.
 */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { timeline, items, claims, hidden, isDown, checking, sends, currentUserId, portalOrigin } = props;
  const { isSameText, reachesClient = false, actionsOf, marksOf, quotes = noQuotes, goTo } = props;
  const { chosen = null, onChoose } = props;
  const { people, files, reachedStart } = timeline;
  const { t } = useTranslation();
  const today = useToday();
  const now = useMinute(items.some(({ state }) => state === 'stillUnclear'));
  const actions = useStableActions(props.actions);

  const box = useRef<HTMLDivElement>(null);
  const earlier = useEarlierMessages(props, box);
  const { boxRef, isAtEnd, goToEnd } = useReadingPosition(earlier.loadByScrolling);
  const news = useNews({ timeline, sends, currentUserId, isAtEnd });
  useGoToOwn(sends, goToEnd);

  const { unreadAfter } = news;
  const rows = useMemo(
    () =>
      buildRows({
        timeline,
        items,
        claims,
        hidden,
        isDown,
        checking,
        isSameText,
        currentUserId,
        unreadAfter,
        now,
        today,
      }),
    [timeline, items, claims, hidden, isDown, checking, isSameText, currentUserId, unreadAfter, now, today],
  );
  const around = useMemo(
    (): Around => ({
      people,
      files,
      currentUserId,
      portalOrigin,
      reachesClient,
      actions,
      actionsOf,
      marksOf,
      quotes,
      goTo,
      chosen,
      onChoose,
    }),
    [
      people,
      files,
      currentUserId,
      portalOrigin,
      reachesClient,
      actions,
      actionsOf,
      marksOf,
      quotes,
      goTo,
      chosen,
      onChoose,
    ],
  );

  // The same elements as long as nothing changed: typing in the composer must not walk through every row.
  const rowViews = useMemo(
    () => rows.map((row) => <RowView key={row.key} row={row} around={around} newsAfter={news.firstFill} />),
    [rows, around, news.firstFill],
  );

  const jump = () => {
    goToEnd();
    // The button goes away with what it announced; the keyboard stays in the list.
    box.current?.focus({ preventScroll: true });
  };

  return (
    <div className={styles.frame}>
      <div
        ref={useJoinedRef(box, boxRef)}
        className={styles.box}
        role="log"
        aria-label={t('conversation.messages')}
        {...keyboardScroll}
      >
        <div className={styles.rows}>
          {timeline.messages.length > 0 && (
            <EarlierMessages
              reachedStart={reachedStart}
              isLoading={props.isLoadingOlder}
              hasFailed={props.olderFailed}
              onLoad={earlier.loadByButton}
            />
          )}
          {rows.length === 0 ? props.emptyState : rowViews}
        </div>
      </div>
      {news.unseen > 0 && <NewMessagesButton count={news.unseen} onPress={jump} />}
    </div>
  );
});

/** A person who sends wants to see that message, wherever they were reading. */
function useGoToOwn(sends: number, goToEnd: () => void): void {
  const last = useRef(sends);
  useLayoutEffect(() => {
    if (sends !== last.current) goToEnd();
    last.current = sends;
  }, [sends, goToEnd]);
}

function useJoinedRef(ref: RefObject<HTMLDivElement | null>, callback: RefCallback<HTMLElement>) {
  return useCallback(
    (element: HTMLDivElement | null) => {
      ref.current = element;
      return callback(element);
    },
    [ref, callback],
  );
}
