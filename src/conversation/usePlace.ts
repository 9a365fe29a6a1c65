/** Which part of a dialog is on the screen: the newest messages, or what stands around an old one. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../delivery/item.ts';
import type { PortalError } from '../portal/errors.ts';
import { getMessages, getMessagesAfter, getMessagesAround, pageSize } from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';
import { problemOf } from '../sending/problem.ts';
import {
  appendPage,
  emptyTimeline,
  holdsMessage,
  joinTimelines,
  mergePage,
  type Timeline,
} from './timeline.ts';
import type { LiveTimeline } from './useTimeline.ts';

/** A message that shall be shown. */
export interface Target {
  messageId: number;
  /** another number each time, so that the same message can be shown again */
  call: number;
}

/** Why a message could not be shown. */
export interface Lost {
  messageId: number;
  /** 'gone': deleted, or never in this chat */
  problem: 'gone' | Problem;
}

/** `left`: meanwhile the person wanted something else. */
export type Going = 'shown' | 'gone' | 'failed' | 'left';

/** What a `MessageList` needs to show the place; the lists's `timeline` and older messages are the shown ones. */
export interface ListPlace {
  /** up to the newest message, whatever is shown */
  main: Timeline;
  isDetached: boolean;
  target: Target | null;
  /** the message that is being fetched, so that it can be shown */
  goingTo: number | null;
  lost: Lost | null;
  onForgetLost: () => void;
  onLoadNewer: () => void;
  isLoadingNewer: boolean;
  newerFailed: boolean;
  onGoToNewest: () => void;
}

export interface Place {
  /** `reachedEnd`: it goes on to the newest message, and stays so by itself */
  shown: Timeline & { reachedEnd: boolean };
  isDetached: boolean;
  /** Shows a message, however old. Never rejects; why it failed is told in the list. Stable. */
  goTo: (messageId: number) => Promise<Going>;
  /** Stable. */
  goToNewest: () => void;
  loadNewer: () => void;
  isLoadingNewer: boolean;
  newerFailed: boolean;
  target: Target | null;
  /** Reads a message again where the live refresh does not reach, as after changing it. Never rejects. Stable. */
  refresh: (messageId: number) => Promise<void>;
  /** to be spread into the props of a `MessageList` */
  list: {
    timeline: Timeline;
    onLoadOlder: () => void;
    isLoadingOlder: boolean;
    olderFailed: boolean;
    goTo: (messageId: number) => void;
    place: ListPlace;
  };
}

/** A part of the dialog that does not meet the newest messages. */
interface Part {
  /** the call that has opened it */
  call: number;
  timeline: Timeline;
}

/**
 * `live` goes on being read whatever is shown: delivery finds its messages in it. A part that has grown until it meets
 * `live` becomes a piece of it.
 */
export function usePlace(rest: Rest, dialogId: string, live: LiveTimeline): Place {
  const { timeline: main, adopt, mergeOlder } = live;
  const [part, setPart] = useState<Part | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [goingTo, setGoingTo] = useState<number | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const calls = useRef(0);

  const joined = useMemo(() => part && joinTimelines(part.timeline, main), [part, main]);
  useLayoutEffect(() => {
    if (part && joined) adopt(part.timeline);
  }, [part, joined, adopt]);
  // Adopted: React renders again at once, before anything is on the screen.
  if (part && joined && startsBelow(part.timeline, main)) setPart(null);
  const isDetached = part !== null && joined === null;

  const latest = useRef({ main, part });
  useLayoutEffect(() => {
    latest.current = { main, part };
  });
  useEffect(
    () => () => {
      calls.current += 1;
    },
    [],
  );

  const newer = useMutation<void, PortalError, Part>({
    async mutationFn({ call, timeline }) {
      const page = await getMessagesAfter(rest, dialogId, timeline.messages.at(-1)?.id ?? 0);
      setPart(changed(call, (known) => appendPage(known, page)));
    },
  });
  const older = useMutation<void, PortalError, Part>({
    async mutationFn({ call, timeline }) {
      const before = timeline.messages[0]?.id ?? 0;
      const page = await getMessages(rest, dialogId, before);
      setPart(changed(call, (known) => mergePage(known, page, { pageSize, isNewest: false, before })));
    },
  });
  const { reset: resetNewer } = newer;
  const { reset: resetOlder } = older;

  const open = useCallback(
    (next: Part | null, nextTarget: Target | null) => {
      if (next === null || next !== latest.current.part) {
        resetNewer();
        resetOlder();
      }
      setPart(next);
      setTarget(nextTarget);
      setGoingTo(null);
    },
    [resetNewer, resetOlder],
  );

  const goTo = useCallback(
    async (messageId: number): Promise<Going> => {
      const call = ++calls.current;
      const { main, part } = latest.current;
      setLost(null);
      const isNear = holdsMessage(main, messageId);
      if (isNear || (part && holdsMessage(part.timeline, messageId))) {
        open(isNear ? null : part, { messageId, call });
        return 'shown';
      }
      setGoingTo(messageId);
      try {
        const found = await getMessagesAround(rest, dialogId, messageId);
        if (call !== calls.current) return 'left';
        if (found.older.messages.at(-1)?.id !== messageId) {
          setLost({ messageId, problem: 'gone' });
          setGoingTo(null);
          return 'gone';
        }
        const upTo = mergePage(emptyTimeline, found.older, { pageSize, isNewest: false });
        open({ call, timeline: appendPage(upTo, found.newer) }, { messageId, call });
        return 'shown';
      } catch (failure) {
        if (call !== calls.current) return 'left';
        setLost({ messageId, problem: problemOf(failure) });
        setGoingTo(null);
        return 'failed';
      }
    },
    [rest, dialogId, open],
  );

  const goToNewest = useCallback(() => {
    calls.current += 1;
    setLost(null);
    open(null, null);
  }, [open]);

  const refresh = useCallback(
    async (messageId: number) => {
      const before = messageId + 1;
      try {
        const page = await getMessages(rest, dialogId, before);
        const { main, part } = latest.current;
        if (holdsMessage(main, messageId)) mergeOlder(page, before);
        else if (part && holdsMessage(part.timeline, messageId))
          setPart(
            changed(part.call, (known) => mergePage(known, page, { pageSize, isNewest: false, before })),
          );
      } catch {
        // What is shown is as old as it was; whoever has changed something has said so already.
      }
    },
    [rest, dialogId, mergeOlder],
  );

  const shownPart = part && !joined ? part.timeline : null;
  const shown = useMemo(() => {
    if (!shownPart) return { ...(joined ?? main), reachedEnd: true };
    return { ...shownPart, people: new Map([...main.people, ...shownPart.people]), reachedEnd: false };
  }, [shownPart, joined, main]);
  const { mutate: loadNewerOf, isPending: isLoadingNewer, isError: newerFailed } = newer;
  const { mutate: loadOlderOf, isPending: isLoadingPart, isError: partFailed } = older;
  const { loadOlder, isLoadingOlder, olderError } = live;
  const loadNewer = useCallback(() => {
    if (latest.current.part) loadNewerOf(latest.current.part);
  }, [loadNewerOf]);
  const loadOlderShown = useCallback(() => {
    if (latest.current.part) loadOlderOf(latest.current.part);
    else loadOlder();
  }, [loadOlderOf, loadOlder]);

  return {
    shown,
    isDetached,
    goTo,
    goToNewest,
    loadNewer,
    isLoadingNewer,
    newerFailed,
    target,
    refresh,
    list: {
      timeline: shown,
      onLoadOlder: loadOlderShown,
      isLoadingOlder: isDetached ? isLoadingPart : isLoadingOlder,
      olderFailed: isDetached ? partFailed : olderError !== null,
      goTo: useCallback((messageId: number) => void goTo(messageId), [goTo]),
      place: {
        main,
        isDetached,
        target,
        goingTo,
        lost,
        onForgetLost: useCallback(() => setLost(null), []),
        onLoadNewer: loadNewer,
        isLoadingNewer,
        newerFailed,
        onGoToNewest: goToNewest,
      },
    },
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
