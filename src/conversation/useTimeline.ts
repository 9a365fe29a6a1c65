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
  /** Reads the newest page now; 'denied': this person may not read the dialog. */
  readNow: () => Promise<readonly Message[] | 'denied' | 'failed'>;
  loadOlder: () => void;
  isLoadingOlder: boolean;
  olderError: PortalError | null;
}

/** Pages to read back when the newest one does not meet what is known; beyond that it starts anew. */
const gapPages = 5;

/**
 * @param firstPage what the first paint already read; null when reading was refused
 */
export function useTimeline(rest: Rest, dialogId: string, firstPage: DialogPage | null): LiveTimeline {
  const client = useQueryClient();
  const key = ['timeline', dialogId];
  const [openedAt] = useState(() => Date.now());
  const activeAt = useRef(openedAt);

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

  const query = useQuery<Timeline, PortalError>({
    queryKey: key,
    queryFn: readNewest,
    ...(firstPage
      ? { initialData: () => mergePage(emptyTimeline, firstPage, { pageSize, isNewest: true }) }
      : {}),
    staleTime: 2_000,
    retry: false,
    // The merge itself keeps what did not change.
    structuralSharing: false,
    refetchInterval: ({ state }) =>
      state.error?.kind === 'denied'
        ? false
        : pollInterval(Date.now() - activeAt.current, state.fetchFailureCount, state.error?.kind === 'limit'),
  });

  const { refetch, dataUpdatedAt, error } = query;
  const readNow = useCallback(async () => {
    const result = await refetch();
    if (result.error) return result.error.kind === 'denied' ? 'denied' : 'failed';
    return result.data?.messages ?? [];
  }, [refetch]);

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

  const older = useMutation<void, PortalError>({
    mutationFn: async () => {
      const page = await getMessages(rest, dialogId, known().messages[0]?.id);
      client.setQueryData<Timeline>(key, (timeline = emptyTimeline) =>
        mergePage(timeline, page, { pageSize, isNewest: false }),
      );
    },
  });

  const { mutate } = older;
  return {
    timeline: query.data ?? emptyTimeline,
    isReadable: query.data !== undefined,
    error,
    readNow,
    loadOlder: useCallback(() => mutate(), [mutate]),
    isLoadingOlder: older.isPending,
    olderError: older.error,
  };
}
