/** Which part of a dialog is on the screen: the newest messages, or what stands around an old one. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../delivery/item.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { pageSize } from '../portal/methods/dialogs.ts';
import { problemOf } from '../sending/problem.ts';
import type { DialogSource } from './dialogSource.ts';
import { appendPage, emptyTimeline, holdsMessage, mergePage, type Timeline } from './timeline.ts';
import { type Part, usePart } from './usePart.ts';
import type { LiveTimeline } from './useTimeline.ts';

/** A message that shall be shown. */
export interface Target {
  messageId: number;
  /** another number each time, so that the same message can be shown again */
  call: number;
  takesFocus: boolean;
}

/** How a message is shown. */
export interface GoingHow {
  /** false: the keyboard stays where it is; left out: it goes to the message */
  focus?: boolean;
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
  /** what is on the screen */
  shown: Timeline;
  /** Shows a message, however old. Never rejects; why it failed is told in the list. Stable. */
  goTo: (messageId: number, how?: GoingHow) => Promise<Going>;
  /**
   * Reads a message again where the live refresh does not reach, as after changing it. Never rejects. Stable.
   * @returns the message as it is now; undefined: it is not there, or could not be read
   */
  refresh: (messageId: number) => Promise<Message | undefined>;
  /** to be spread into the props of a `MessageList`; the same objects until something of it changes */
  list: {
    timeline: Timeline;
    onLoadOlder: () => void;
    isLoadingOlder: boolean;
    olderFailed: boolean;
    goTo: (messageId: number, how?: GoingHow) => void;
    place: ListPlace;
  };
}

/** `live` goes on being read whatever is shown: delivery finds its messages in it. */
export function usePlace(source: DialogSource, live: LiveTimeline): Place {
  const { timeline: main, mergeOlder } = live;
  const part = usePart(source, live);
  const { apart, joined, latest, open: openPart, merge } = part;
  const { loadNewer, isLoadingNewer, newerFailed, loadOlder, isLoadingOlder, olderFailed } = part;
  const isDetached = apart !== null;
  const [target, setTarget] = useState<Target | null>(null);
  const [goingTo, setGoingTo] = useState<number | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const calls = useRef(0);
  useEffect(
    () => () => {
      calls.current += 1;
    },
    [],
  );

  const open = useCallback(
    (next: Part | null, nextTarget: Target | null) => {
      openPart(next);
      setTarget(nextTarget);
      setGoingTo(null);
    },
    [openPart],
  );

  const goTo = useCallback(
    async (messageId: number, { focus: takesFocus = true }: GoingHow = {}): Promise<Going> => {
      const call = ++calls.current;
      const { main, part } = latest.current;
      setLost(null);
      const isNear = holdsMessage(main, messageId);
      if (isNear || (part && holdsMessage(part.timeline, messageId))) {
        open(isNear ? null : part, { messageId, call, takesFocus });
        return 'shown';
      }
      setGoingTo(messageId);
      try {
        const found = await source.around(messageId);
        if (call !== calls.current) return 'left';
        if (found.older.messages.at(-1)?.id !== messageId) {
          setLost({ messageId, problem: 'gone' });
          setGoingTo(null);
          return 'gone';
        }
        const upTo = mergePage(emptyTimeline, found.older, { pageSize, isNewest: false });
        open({ call, timeline: appendPage(upTo, found.newer) }, { messageId, call, takesFocus });
        return 'shown';
      } catch (failure) {
        if (call !== calls.current) return 'left';
        setLost({ messageId, problem: problemOf(failure) });
        setGoingTo(null);
        return 'failed';
      }
    },
    [source, open, latest],
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
        const page = await source.before(before);
        const { main, part } = latest.current;
        if (holdsMessage(main, messageId)) mergeOlder(page, before);
        else if (part && holdsMessage(part.timeline, messageId)) merge(part.call, page, before);
        return page.messages.find(({ id }) => id === messageId);
      } catch {
        // What is shown is as old as it was; whoever has changed something has said so already.
        return undefined;
      }
    },
    [source, mergeOlder, merge, latest],
  );

  const shown = useMemo(() => {
    if (!apart) return joined ?? main;
    return { ...apart, people: new Map([...main.people, ...apart.people]) };
  }, [apart, joined, main]);

  const show = useCallback((messageId: number, how?: GoingHow) => void goTo(messageId, how), [goTo]);
  const onForgetLost = useCallback(() => setLost(null), []);
  const place = useMemo(
    (): ListPlace => ({
      main,
      isDetached,
      target,
      goingTo,
      lost,
      onForgetLost,
      onLoadNewer: loadNewer,
      isLoadingNewer,
      newerFailed,
      onGoToNewest: goToNewest,
    }),
    [
      main,
      isDetached,
      target,
      goingTo,
      lost,
      onForgetLost,
      loadNewer,
      isLoadingNewer,
      newerFailed,
      goToNewest,
    ],
  );
  const list = useMemo(
    () => ({ timeline: shown, onLoadOlder: loadOlder, isLoadingOlder, olderFailed, goTo: show, place }),
    [shown, loadOlder, isLoadingOlder, olderFailed, show, place],
  );

  return { shown, goTo, refresh, list };
}
