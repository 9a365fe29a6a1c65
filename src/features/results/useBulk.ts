/** Makes results of several messages, one after the other, through delivery. Ends with its component. */
import { useEffect, useState } from 'react';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { beginRun, nextOf, outcomeOf, type Outcome, type Run } from './bulk.ts';
import type { Results } from './results.ts';

export interface Bulk {
  /** null: not begun */
  outcomes: ReadonlyMap<number, Outcome> | null;
  /** nothing is waiting for its turn or under way */
  isOver: boolean;
  begin: (messages: readonly Message[]) => void;
  /** What is under way goes on; the others are not begun. */
  stop: () => void;
}

export function useBulk(results: Pick<Results, 'isResult' | 'onTheWay' | 'promote' | 'holdReading'>): Bulk {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [run, setRun] = useState<Run | null>(null);
  const next = run && nextOf(run, results);
  const { isResult, promote, holdReading } = results;
  useEffect(() => {
    const message = messages.find(({ id }) => id === next);
    if (!message) return;
    const isOne = isResult(message.id);
    // In one step with the asking: a turn is known to have come before the next one is looked for.
    // oxlint-disable-next-line react/set-state-in-effect
    setRun((before) => {
      if (!before) return before;
      const list = isOne ? 'skipped' : 'asked';
      return { ...before, [list]: new Set([...before[list], message.id]) };
    });
    if (!isOne) promote(message);
  }, [next, messages, isResult, promote]);

  const outcomes = run && new Map(run.messageIds.map((id) => [id, outcomeOf(run, id, results)]));
  const open = [...(outcomes?.values() ?? [])].filter((one) => one === 'waiting' || one === 'underWay');
  const isRunning = open.length > 0;
  // Once at the end, and not after each.
  useEffect(() => (isRunning ? holdReading() : undefined), [isRunning, holdReading]);
  return {
    outcomes,
    isOver: outcomes !== null && !isRunning,
    begin(chosen) {
      setMessages(chosen);
      setRun(beginRun(chosen.map(({ id }) => id)));
    },
    stop: () => setRun((before) => before && { ...before, isStopped: true }),
  };
}
