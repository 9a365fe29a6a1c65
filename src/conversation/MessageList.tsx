/** The messages of one dialog: a scrolling log that keeps the reader's place. */
import {
  memo,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { LaneView } from '../delivery/lanes.ts';
import { useTranslation } from '../i18n/context.tsx';
import { type OutgoingActions, useStableActions } from './outgoingActions.ts';
import type { Around } from './around.ts';
import { EarlierMessages } from './EarlierMessages.tsx';
import { CurrentRowContext } from './keyboard/currentRow.ts';
import { useListKeys } from './keyboard/useListKeys.ts';
import styles from './MessageList.module.css';
import { MoreButton } from './MoreButton.tsx';
import { NewMessagesButton } from './NewMessagesButton.tsx';
import { PlaceNotice } from './PlaceNotice.tsx';
import { RowView } from './RowView.tsx';
import { buildRows } from './rows.ts';
import type { Timeline } from './timeline.ts';
import { useMinute } from './useMinute.ts';
import { useMoreMessages } from './useMoreMessages.ts';
import { useNews } from './useNews.ts';
import { useOpening } from './useOpening.ts';
import type { ListPlace } from './usePlace.ts';
import { nearEdge, useReadingPosition } from './useReadingPosition.ts';
import { useSeen } from './useSeen.ts';
import { useTarget } from './useTarget.ts';
import { useToday } from './useToday.ts';

export interface MessageListProps extends LaneView {
  /** what is shown */
  timeline: Timeline;
  onLoadOlder: () => void;
  /** above the first message that can be read, where it need not be the first of all */
  beginning?: string | undefined;
  isLoadingOlder: boolean;
  olderFailed: boolean;
  /** where it can be left for old messages */
  place?: ListPlace | undefined;
  /** the newest message has been before somebody's eyes for a moment; stable */
  onSeen?: ((messageId: number) => void) | undefined;
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
  linkOf?: Around['linkOf'];
  goTo?: Around['goTo'];
  chosen?: Around['chosen'];
  onChoose?: Around['onChoose'];
  /** Escape in the list: to where the keyboard came from */
  onLeave?: (() => void) | undefined;
  /** shown while there is no row */
  emptyState?: ReactNode;
}

/** A box that scrolls must be reached by the keyboard, where no row in it can be. */
const keyboardScroll = { tabIndex: 0 };
const onlyByRows = { tabIndex: -1 };
const noQuotes: Around['quotes'] = new Map();
const noItems: LaneView['items'] = [];

/**
 * `role="log"` speaks what is added to it. Only news are meant to be spoken, messages of others that arrive while
 * the list is open; every other row is `aria-live="off"`: the first fill, older pages, own messages, separators.
 */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { timeline, claims, hidden, isDown, checking, sends, currentUserId, portalOrigin } = props;
  const { isSameText, reachesClient = false, actionsOf, marksOf, quotes = noQuotes, linkOf, goTo } = props;
  const { chosen = null, onChoose } = props;
  const { place, onSeen } = props;
  const { people, files, reachedStart } = timeline;
  const isDetached = place?.isDetached ?? false;
  // What is on its way stands below the newest message.
  const items = isDetached ? noItems : props.items;
  const { t } = useTranslation();
  const today = useToday();
  const now = useMinute(items.some(({ state }) => state === 'stillUnclear'));
  const actions = useStableActions(props.actions);

  const box = useRef<HTMLDivElement>(null);
  const isFilled = timeline.messages.length > 0;
  const earlier = useMoreMessages(
    {
      isMore: isFilled && !reachedStart,
      isLoading: props.isLoadingOlder,
      hasFailed: props.olderFailed,
      onLoad: props.onLoadOlder,
    },
    box,
  );
  const later = useMoreMessages(laterOf(place), box);
  const position = useReadingPosition({
    hasEnd: !isDetached,
    onNearStart: earlier.loadByScrolling,
    onNearEnd: later.loadByScrolling,
  });
  const { boxRef, goToEnd, show } = position;
  const hasOpened = useOpening(isFilled || reachedStart, box, show);
  const { loadByScrolling: loadEarlier } = earlier;
  useEffect(() => {
    // Where everything loaded is unread it opens at the very top, and could not be scrolled up any further.
    if (hasOpened && (box.current?.scrollTop ?? Infinity) < nearEdge) loadEarlier();
  }, [hasOpened, loadEarlier]);
  const isAtEnd = position.isAtEnd && hasOpened;
  const main = place?.main ?? timeline;
  const news = useNews({ timeline: main, sends, currentUserId, isAtEnd, isDetached });
  useGoToOwn(sends, place?.isDetached ? place.onGoToNewest : goToEnd);
  useSeen(isAtEnd ? (main.messages.at(-1)?.id ?? null) : null, onSeen);

  const { newsAfter } = news;
  const unreadAfter = isDetached ? undefined : news.unreadAfter;
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
      linkOf,
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
      linkOf,
      goTo,
      chosen,
      onChoose,
    ],
  );

  // The same elements as long as nothing changed: typing in the composer must not walk through every row.
  const rowViews = useMemo(
    () => rows.map((row) => <RowView key={row.key} row={row} around={around} newsAfter={newsAfter} />),
    [rows, around, newsAfter],
  );

  const { current, ...keys } = useListKeys({
    box,
    rows,
    sends,
    loadEarlier: earlier.loadByScrolling,
    loadLater: later.loadByScrolling,
    goToEnd: isDetached ? undefined : goToEnd,
    onLeave: props.onLeave,
  });
  useTarget(place?.target ?? null, box, current, show);

  const jump = () => {
    if (place?.isDetached) place.onGoToNewest();
    else goToEnd();
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
        {...(rows.length === 0 ? keyboardScroll : onlyByRows)}
        {...keys}
      >
        <div className={styles.rows}>
          {isFilled && (
            <EarlierMessages
              reachedStart={reachedStart}
              beginning={props.beginning}
              isLoading={props.isLoadingOlder}
              hasFailed={props.olderFailed}
              onLoad={earlier.loadByButton}
            />
          )}
          <CurrentRowContext value={current}>
            {rows.length === 0 ? props.emptyState : rowViews}
          </CurrentRowContext>
          {place?.isDetached && (
            <MoreButton
              label={t('search.loadNewer')}
              problem={t('search.loadNewerFailed')}
              isLoading={place.isLoadingNewer}
              hasFailed={place.newerFailed}
              onLoad={later.loadByButton}
            />
          )}
        </div>
      </div>
      <div className={styles.over}>
        {place && <PlaceNotice place={place} onRetry={props.goTo} />}
        {(isDetached || news.unseen > 0) && (
          <NewMessagesButton count={news.unseen} isFarBack={isDetached} onPress={jump} />
        )}
      </div>
    </div>
  );
});

function laterOf(place: ListPlace | undefined) {
  return {
    isMore: place?.isDetached ?? false,
    isLoading: place?.isLoadingNewer ?? false,
    hasFailed: place?.newerFailed ?? false,
    onLoad: place?.onLoadNewer ?? (() => undefined),
  };
}

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
