/** Which part of a dialog is on the screen: the newest messages, or what stands around an old one. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { pageSize } from '../portal/methods/dialogs.ts';
import { problemOf } from '../sending/problem.ts';
import type { DialogSource } from './dialogSource.ts';
import type { Going, GoingHow, ListPlace, Lost, Place, Target } from './place.ts';
import { appendPage, emptyTimeline, holdsMessage, mergePage } from './timeline.ts';
import { type Part, usePart } from './usePart.ts';
import { useSame } from './useSame.ts';
import type { LiveTimeline } from './useTimeline.ts';

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
  const place = useSame<ListPlace>({
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
  });
  const list = useSame({
    timeline: shown,
    onLoadOlder: loadOlder,
    isLoadingOlder,
    olderFailed,
    goTo: show,
    place,
  });

  return { shown, goTo, refresh, list };
}
