/** The messages of a card that are on their way into tasks: they outlive the chat that shows them. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLeaveWarning } from '../../conversation/useLeaveWarning.ts';
import type { Remembered } from './ForwardForm.tsx';
import type { Run } from './run.ts';

/** By `messageKey`. */
export interface ForwardRuns {
  runs: ReadonlyMap<string, Run>;
  /** what was chosen and typed */
  kept: ReadonlyMap<string, Remembered>;
  /** how each run stood when somebody was told, or could see it; it changes without a render */
  seen: Map<string, 'done' | 'trouble' | 'running'>;
  /** @param run null: it is given up */
  setRun: (key: string, run: Run | null) => void;
  keep: (key: string, remembered: Remembered) => void;
  /** Run and all: the next time is another one. */
  forget: (key: string) => void;
}

/** @param dialogId `chat106` */
export function messageKey(dialogId: string, messageId: number): string {
  return `${dialogId}/${messageId}`;
}

/** To be held where the chats of the card are; asks before the page is left with a task on its way. */
export function useForwardRuns(): ForwardRuns {
  const [runs, setRuns] = useState<ForwardRuns['runs']>(new Map());
  const [kept, setKept] = useState<ForwardRuns['kept']>(new Map());
  const [seen] = useState<ForwardRuns['seen']>(() => new Map());
  const hasOpen = useHasOpen(runs);
  useLeaveWarning({ unsent: [], draft: '', isLasting: true, hasUnsavedEdit: hasOpen, fileCount: 0 });

  const setRun = useCallback(
    (key: string, run: Run | null) => {
      if (run) seen.set(key, 'running');
      else seen.delete(key);
      setRuns((before) => (run ? new Map(before).set(key, run) : without(before, key)));
    },
    [seen],
  );
  const keep = useCallback(
    (key: string, remembered: Remembered) => setKept((before) => new Map(before).set(key, remembered)),
    [],
  );
  const forget = useCallback(
    (key: string) => {
      setRun(key, null);
      setKept((before) => without(before, key));
    },
    [setRun],
  );
  return useMemo(
    () => ({ runs, kept, seen, setRun, keep, forget }),
    [runs, kept, seen, setRun, keep, forget],
  );
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([other]) => other !== key));
}

/** Something has begun that only this page knows of. */
function useHasOpen(runs: ReadonlyMap<string, Run>): boolean {
  const [hasOpen, setOpen] = useState(false);
  useEffect(() => {
    const look = () => setOpen([...runs.values()].some(isOpen));
    look();
    const stops = [...runs.values()].map((run) => run.subscribe(look));
    return () => {
      for (const stop of stops) stop();
    };
  }, [runs]);
  return hasOpen;
}

/** On its way to delivery, or a new task without the message. */
function isOpen({ getState }: Run): boolean {
  const { making, chat, queued } = getState();
  if (queued !== null) return false;
  if (making === null) return chat === 'asked';
  return making.phase !== 'failed' || making.mayExist;
}
