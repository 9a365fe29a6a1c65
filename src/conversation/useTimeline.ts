/** Keeps the timeline of one dialog fresh: reads the newest page now and then, older ones on demand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PortalError } from '../portal/errors.ts';
import type { DialogPage, Message } from '../portal/methods/dialogMessages.ts';
import { getMessages, pageSize } from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';
import { pollInterval } from './pollInterval.ts';
import { emptyTimeline, leavesGap, mergePage, type Timeline } from './timeline.ts';

export interface LiveTimeline {
  timeline: Timeline;
  /** false: nothing was read so far, because this person may not */
  isReadable: boolean;
  /** why the last reading failed; the timeline is then as old as it is */
  error: PortalError | null;
  /** nothing was read for a while, or nothing will be: one lost reading is nothing to speak of */
  isOutOfDate: boolean;
  /**
   * Reads now, and back to the message `since`. 'denied': this person may not read the dialog. 'failed': not read, or
   * not that far back; what was read is kept, so that the next call gets further.
   */
  readBack: (since: number) => Promise<readonly Message[] | 'denied' | 'failed'>;
  loadOlder: () => void;
  isLoadingOlder: boolean;
  olderError: PortalError | null;
}

/** Pages to read back when the newest one does not meet what is known; beyond that it starts anew. */
const gapPages = 5;
/** Kinds of errors that often mend by themselves. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed', 'limit']);
/** Pages one `readBack` reads at most. */
const backPages = 10;

/**
 * @param firstPage what the first paint already read; null when reading was refused
 */
export function useTimeline(rest: Rest, dialogId: string, firstPage: DialogPage | null): LiveTimeline {
  const client = useQueryClient();
  const key = ['timeline', dialogId];
  const [openedAt] = useState(() => Date.now());
  const activeAt = useRef(openedAt);
  // Query counts anew with every reading; what slows the readings down is how many failed in a row.
  const failures = useRef(0);

  const known = () => client.getQueryData<Timeline>(key) ?? emptyTimeline;

  async function readNewest(): Promise<Timeline> {
    const before = known();
    const pages = [await getMessages(rest, dialogId)];
    for (
      let page = pages[0];
      page && leavesGap(before, page, pageSize) && pages.length < gapPages;
      page = pages[0]
    ) {
      pages.unshift(await getMessages(rest, dialogId, page.messages[0]?.id));
    }
    const oldest = pages[0];
    const base = oldest && leavesGap(known(), oldest, pageSize) ? emptyTimeline : known();
    const merged = pages.reduce(
      (timeline, page) => mergePage(timeline, page, { pageSize, isNewest: page === pages.at(-1) }),
      base,
    );
    if (merged.messages.at(-1)?.id !== before.messages.at(-1)?.id) activeAt.current = Date.now();
    return merged;
  }

  async function readOlder(): Promise<void> {
    const page = await getMessages(rest, dialogId, known().messages[0]?.id);
    client.setQueryData<Timeline>(key, (timeline = emptyTimeline) =>
      mergePage(timeline, page, { pageSize, isNewest: false }),
    );
  }

  async function readCounted(): Promise<Timeline> {
    try {
      const timeline = await readNewest();
      failures.current = 0;
      return timeline;
    } catch (failure) {
      failures.current += 1;
      throw failure;
    }
  }

  const query = useQuery<Timeline, PortalError>({
    queryKey: key,
    queryFn: readCounted,
    ...(firstPage
      ? { initialData: () => mergePage(emptyTimeline, firstPage, { pageSize, isNewest: true }) }
      : {}),
    staleTime: 2_000,
    retry: false,
    // The merge itself keeps what did not change.
    structuralSharing: false,
    refetchInterval: ({ state }) =>
      state.error?.kind === 'denied' && state.data === undefined
        ? false
        : pollInterval(Date.now() - activeAt.current, failures.current, state.error?.kind === 'limit'),
  });

  const { refetch, dataUpdatedAt, error } = query;
  async function readBack(since: number) {
    const result = await refetch();
    if (result.error?.kind === 'denied' && known() === emptyTimeline) return 'denied';
    if (result.error) return 'failed';
    try {
      for (let pages = 0; pages < backPages && !reaches(known(), since); pages += 1) await readOlder();
    } catch {
      return 'failed';
    }
    return reaches(known(), since) ? known().messages : 'failed';
  }

  useEffect(() => {
    const onActivity = () => {
      const wasQuiet = Date.now() - activeAt.current > 60_000;
      activeAt.current = Date.now();
      if (wasQuiet && Date.now() - dataUpdatedAt > 4_000) void refetch();
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, onActivity, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, onActivity);
    };
  }, [refetch, dataUpdatedAt]);

  const older = useMutation<void, PortalError>({ mutationFn: readOlder });

  const { mutate } = older;
  return {
    timeline: query.data ?? emptyTimeline,
    isReadable: query.data !== undefined,
    error,
    isOutOfDate:
      error !== null && (!passing.has(error.kind) || query.errorUpdatedAt - dataUpdatedAt > 15_000),
    readBack,
    loadOlder: useCallback(() => mutate(), [mutate]),
    isLoadingOlder: older.isPending,
    olderError: older.error,
  };
}

function reaches({ messages, reachedStart }: Timeline, since: number): boolean {
  return since === 0 || reachedStart || (messages[0]?.id ?? 0) <= since;
}
