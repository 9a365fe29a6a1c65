/** Keeps the timeline of one dialog fresh: reads the newest page now and then, older ones on demand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Reading } from '../delivery/policy.ts';
import type { PortalError } from '../portal/errors.ts';
import type { DialogPage } from '../portal/methods/dialogMessages.ts';
import { pageSize } from '../portal/methods/dialogs.ts';
import type { MessageTrace } from '../sending/asTrace.ts';
import { readingOf } from '../sending/problem.ts';
import type { DialogSource } from './dialogSource.ts';
import { pollInterval } from './pollInterval.ts';
import { readNewest } from './readNewest.ts';
import { emptyTimeline, joinTimelines, mergePage, reaches, type Timeline } from './timeline.ts';
import { tracesOf } from './traces.ts';
import { useReaderActivity } from './useReaderActivity.ts';

/** What was read, up to the newest message. */
interface LastReading {
  timeline: Timeline;
  /** ms since 1970, when the reading of the newest page began */
  began: number;
}

/** What the first paint has read. */
export interface FirstReading {
  page: DialogPage;
  /** ms since 1970 */
  began: number;
}

export interface LiveTimeline {
  timeline: Timeline;
  /** a new one for each reading, also where it brought no news; null: nothing was read, because this person may not */
  reading: LastReading | null;
  /** a reading is under way */
  isReading: boolean;
  /** why the last reading failed; the timeline is then as old as it is */
  error: PortalError | null;
  /** nothing was read for a while, or nothing will be: one lost reading is nothing to speak of */
  isOutOfDate: boolean;
  /**
   * Reads now, and back to the message `since` (Infinity: the newest page). 'failed': not read, or not that far back;
   * what was read is kept, so that the next call gets further. 'denied': not at all, or not that far back for this
   * reader. Never rejects.
   */
  readBack: (since: number) => Promise<Reading<MessageTrace>>;
  loadOlder: () => void;
  isLoadingOlder: boolean;
  olderError: PortalError | null;
  /** Puts an older part that was read elsewhere above, if it meets what is known. Stable. */
  adopt: (older: Timeline) => void;
  /** Merges a page that ends below `before`, among what is known. Stable. */
  mergeOlder: (page: DialogPage, before: number) => void;
}

/** Kinds of errors that often mend by themselves. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed', 'limit']);
/** ms at least between readings of what is refused so far */
const refusedPause = 10_000;
/** Pages one `readBack` reads at most. */
const backPages = 10;

/** Under which the messages of a dialog are kept. */
export const timelineKey = (dialogId: string) => ['timeline', dialogId];

/** @param first null when reading was refused, or when nothing was read so far */
export function useTimeline(
  source: DialogSource,
  dialogId: string,
  first: FirstReading | null,
): LiveTimeline {
  const client = useQueryClient();
  const key = timelineKey(dialogId);
  const { quietFor, stir } = useReaderActivity(() => {
    if (Date.now() - (client.getQueryState(key)?.dataUpdatedAt ?? 0) > 4_000)
      void client.refetchQueries({ queryKey: key });
  });
  // Query counts anew with every reading; what slows the readings down is how many failed in a row.
  const failures = useRef(0);

  const known = () => client.getQueryData<LastReading>(key)?.timeline ?? emptyTimeline;

  const change = useCallback(
    (changed: (timeline: Timeline) => Timeline) =>
      client.setQueryData<LastReading>(
        timelineKey(dialogId),
        (last = { timeline: emptyTimeline, began: 0 }) => ({ ...last, timeline: changed(last.timeline) }),
      ),
    [client, dialogId],
  );

  async function readOlder(): Promise<void> {
    const page = await source.before(known().messages[0]?.id ?? 0);
    change((timeline) => mergePage(timeline, page, { pageSize, isNewest: false }));
  }

  async function readCounted(): Promise<LastReading> {
    const began = Date.now();
    try {
      const before = known().messages.at(-1)?.id;
      const timeline = await readNewest(source, known);
      if (timeline.messages.at(-1)?.id !== before) stir();
      failures.current = 0;
      return { timeline, began };
    } catch (failure) {
      failures.current += 1;
      throw failure;
    }
  }

  const query = useQuery<LastReading, PortalError>({
    queryKey: key,
    queryFn: readCounted,
    ...(first ? { initialData: () => firstReading(first), initialDataUpdatedAt: first.began } : {}),
    staleTime: 2_000,
    retry: false,
    // The merge itself keeps what did not change.
    structuralSharing: false,
    refetchInterval({ state }) {
      if (state.error?.kind === 'denied' && state.data === undefined) {
        return source.mayBegin?.() ? Math.max(pollInterval(quietFor(), 0, false), refusedPause) : false;
      }
      return pollInterval(quietFor(), failures.current, state.error?.kind === 'limit');
    },
  });

  const { refetch, dataUpdatedAt } = query;
  // Query forgets why nothing was read as soon as it asks again; the screen would blink.
  const [lastError, setLastError] = useState<PortalError | null>(null);
  if (query.error && query.error !== lastError) setLastError(query.error);
  const error = query.error ?? (query.isPending ? lastError : null);
  async function readBack(since: number): Promise<Reading<MessageTrace>> {
    // Also where the browser says that there is no network: delivery asks seldom then.
    const result = await refetch();
    if (result.error) return navigator.onLine ? readingOf(result.error) : 'unreachable';
    try {
      for (let pages = 0; pages < backPages && !reaches(known(), since); pages += 1) await readOlder();
    } catch (failure) {
      return readingOf(failure);
    }
    const { messages } = known();
    if (!reaches(known(), since)) return 'failed';
    const isCutOff = source.isWhole?.() === false && (messages[0]?.id ?? Infinity) > since;
    return isCutOff ? 'denied' : tracesOf(messages);
  }

  const older = useMutation<void, PortalError>({ mutationFn: readOlder });

  const { mutate } = older;
  return {
    timeline: query.data?.timeline ?? emptyTimeline,
    reading: query.data ?? null,
    isReading: query.isFetching,
    error,
    isOutOfDate:
      error !== null && (!passing.has(error.kind) || query.errorUpdatedAt - dataUpdatedAt > 15_000),
    readBack,
    loadOlder: useCallback(() => mutate(), [mutate]),
    isLoadingOlder: older.isPending,
    olderError: older.error,
    adopt: useCallback(
      (part: Timeline) => void change((timeline) => joinTimelines(part, timeline) ?? timeline),
      [change],
    ),
    mergeOlder: useCallback(
      (page: DialogPage, before: number) =>
        void change((timeline) => mergePage(timeline, page, { pageSize, isNewest: false, before })),
      [change],
    ),
  };
}

function firstReading({ page, began }: FirstReading): LastReading {
  return { timeline: mergePage(emptyTimeline, page, { pageSize, isNewest: true }), began };
}
