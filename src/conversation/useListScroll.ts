/** Where a list stands in its dialog: more messages at both ends, its end, what is new there, what was seen. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { MessageListProps } from './messageListProps.ts';
import { useMoreMessages } from './useMoreMessages.ts';
import { useNews } from './useNews.ts';
import { useOpening } from './useOpening.ts';
import type { ListPlace } from './place.ts';
import { nearEdge, useReadingPosition } from './useReadingPosition.ts';
import { useSeen } from './useSeen.ts';

export function useListScroll(props: MessageListProps, box: RefObject<HTMLElement | null>) {
  const { timeline, place, sends, currentUserId, onSeen } = props;
  const isDetached = place?.isDetached ?? false;
  const isFilled = timeline.messages.length > 0;
  const earlier = useMoreMessages(
    {
      isMore: isFilled && !timeline.reachedStart,
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
  const hasOpened = useOpening(isFilled || timeline.reachedStart, box, show);
  const { loadByScrolling: loadEarlier } = earlier;
  useEffect(() => {
    // Where everything loaded is unread it opens at the very top, and could not be scrolled up any further.
    if (hasOpened && (box.current?.scrollTop ?? Infinity) < nearEdge) loadEarlier();
  }, [hasOpened, loadEarlier, box]);

  const isAtEnd = position.isAtEnd && hasOpened;
  const main = place?.main ?? timeline;
  const news = useNews({ timeline: main, sends, currentUserId, isAtEnd, isDetached });
  useSeen(isAtEnd ? (main.messages.at(-1)?.id ?? null) : null, onSeen);

  const goToNewest = place?.isDetached ? place.onGoToNewest : goToEnd;
  useGoToOwn(sends, goToNewest);
  return { boxRef, earlier, later, news, show, goToEnd, goToNewest };
}

function laterOf(place: ListPlace | undefined) {
  return {
    isMore: place?.isDetached ?? false,
    isLoading: place?.isLoadingNewer ?? false,
    hasFailed: place?.newerFailed ?? false,
    onLoad: place?.onLoadNewer ?? (() => undefined),
  };
}

/** A person who sends wants to see that message, wherever they were reading. */
function useGoToOwn(sends: number, goToNewest: () => void): void {
  const last = useRef(sends);
  useLayoutEffect(() => {
    if (sends !== last.current) goToNewest();
    last.current = sends;
  }, [sends, goToNewest]);
}
