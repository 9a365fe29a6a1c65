/** A part of a dialog that does not meet its newest messages: growing at both ends, until it does. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PortalError } from '../portal/errors.ts';
import type { DialogPage } from '../portal/methods/dialogMessages.ts';
import { pageSize } from '../portal/methods/dialogs.ts';
import type { DialogSource } from './dialogSource.ts';
import { appendPage, joinTimelines, mergePage, type Timeline } from './timeline.ts';
import type { LiveTimeline } from './useTimeline.ts';

export interface Part {
  /** the call that has opened it */
  call: number;
  timeline: Timeline;
}

interface PartState {
  /** another one is shown from now on, or none; stable */
  open: (next: Part | null) => void;
  /** what is known by now, also to what began before; stable */
  latest: { readonly current: { main: Timeline; part: Part | null } };
  /** it and the newest messages, in the moment in which they meet */
  joined: Timeline | null;
  /** while it is apart from the newest messages */
  apart: Timeline | null;
  /** Merges a page that ends below `before` into the part that a call has opened. Stable. */
  merge: (call: number, page: DialogPage, before: number) => void;
  /** Stable, as `loadOlder`. */
  loadNewer: () => void;
  isLoadingNewer: boolean;
  newerFailed: boolean;
  /** of the part; of the newest messages where there is none */
  loadOlder: () => void;
  isLoadingOlder: boolean;
  olderFailed: boolean;
}

/** A part that has grown until it meets `live` becomes a piece of it. */
export function usePart(source: DialogSource, live: LiveTimeline): PartState {
  const { timeline: main, adopt } = live;
  const [part, setPart] = useState<Part | null>(null);

  const joined = useMemo(() => part && joinTimelines(part.timeline, main), [part, main]);
  useLayoutEffect(() => {
    if (part && joined) adopt(part.timeline);
  }, [part, joined, adopt]);
  // Adopted: React renders again at once, before anything is on the screen.
  if (part && joined && startsBelow(part.timeline, main)) setPart(null);

  const latest = useRef({ main, part });
  useLayoutEffect(() => {
    latest.current = { main, part };
  });

  const merge = useCallback((call: number, page: DialogPage, before: number) => {
    setPart(changed(call, (known) => mergePage(known, page, { pageSize, isNewest: false, before })));
  }, []);
  const newer = useMutation<void, PortalError, Part>({
    async mutationFn({ call, timeline }) {
      const page = await source.after(timeline.messages.at(-1)?.id ?? 0);
      setPart(changed(call, (known) => appendPage(known, page)));
    },
  });
  const older = useMutation<void, PortalError, Part>({
    async mutationFn({ call, timeline }) {
      const before = timeline.messages[0]?.id ?? 0;
      merge(call, await source.before(before), before);
    },
  });

  const { mutate: loadNewerOf, isPending: isLoadingNewer, isError: newerFailed, reset: resetNewer } = newer;
  const { mutate: loadOlderOf, isPending: isLoadingPart, isError: partFailed, reset: resetOlder } = older;
  const { loadOlder: loadOlderMain, isLoadingOlder, olderError } = live;
  const isApart = part !== null && joined === null;
  return {
    latest,
    joined,
    apart: isApart ? part.timeline : null,
    merge,
    open: useCallback(
      (next: Part | null) => {
        if (next === null || next !== latest.current.part) {
          resetNewer();
          resetOlder();
        }
        setPart(next);
      },
      [resetNewer, resetOlder],
    ),
    loadNewer: useCallback(() => {
      if (latest.current.part) loadNewerOf(latest.current.part);
    }, [loadNewerOf]),
    isLoadingNewer,
    newerFailed,
    loadOlder: useCallback(() => {
      if (latest.current.part) loadOlderOf(latest.current.part);
      else loadOlderMain();
    }, [loadOlderOf, loadOlderMain]),
    isLoadingOlder: isApart ? isLoadingPart : isLoadingOlder,
    olderFailed: isApart ? partFailed : olderError !== null,
  };
}

function startsBelow(part: Timeline, whole: Timeline): boolean {
  return (part.messages[0]?.id ?? 0) >= (whole.messages[0]?.id ?? Infinity);
}

/** A change of the part that a call has opened; another one stays as it is. */
function changed(call: number, change: (timeline: Timeline) => Timeline) {
  return (part: Part | null): Part | null =>
    part?.call === call ? { call, timeline: change(part.timeline) } : part;
}
