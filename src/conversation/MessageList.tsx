/** The messages of one dialog: a scrolling log that keeps the reader's place. */
import { memo, type RefCallback, type RefObject, useCallback, useRef } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { EarlierMessages } from './EarlierMessages.tsx';
import { CurrentRowContext } from './keyboard/currentRow.ts';
import { useListKeys } from './keyboard/useListKeys.ts';
import styles from './MessageList.module.css';
import type { MessageListProps } from './messageListProps.ts';
import { MoreButton } from './MoreButton.tsx';
import { NewMessagesButton } from './NewMessagesButton.tsx';
import { PlaceNotice } from './PlaceNotice.tsx';
import { useListRows } from './useListRows.tsx';
import { useListScroll } from './useListScroll.ts';
import { useTarget } from './useTarget.ts';

/** A box that scrolls must be reached by the keyboard, where no row in it can be. */
const keyboardScroll = { tabIndex: 0 };
const onlyByRows = { tabIndex: -1 };

/**
 * `role="log"` speaks what is added to it. Only news are meant to be spoken, messages of others that arrive while
 * the list is open; every other row is `aria-live="off"`: the first fill, older pages, own messages, separators.
 */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { timeline, place } = props;
  const isDetached = place?.isDetached ?? false;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { boxRef, earlier, later, news, show, goToEnd, goToNewest } = useListScroll(props, box);
  const { rows, rowViews } = useListRows(props, news);
  const { current, ...keys } = useListKeys({
    box,
    rows,
    sends: props.sends,
    loadEarlier: earlier.loadByScrolling,
    loadLater: later.loadByScrolling,
    goToEnd: isDetached ? undefined : goToEnd,
    onLeave: props.onLeave,
  });
  useTarget(place?.target ?? null, box, current, show);

  const jump = () => {
    goToNewest();
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
          {timeline.messages.length > 0 && (
            <EarlierMessages
              reachedStart={timeline.reachedStart}
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

function useJoinedRef(ref: RefObject<HTMLDivElement | null>, callback: RefCallback<HTMLElement>) {
  return useCallback(
    (element: HTMLDivElement | null) => {
      ref.current = element;
      return callback(element);
    },
    [ref, callback],
  );
}
