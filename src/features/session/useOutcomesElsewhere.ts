/** What came of actions in chats that are not open: told at once, and not only when one comes back to the chat. */
import { useMutationState } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Outcome } from './outcome.ts';
import type { AskAnew } from './perform.ts';
import { runsKey, type Run } from './useSessionActions.ts';

export interface OutcomeElsewhere {
  /** of the run: each action that was begun has its own */
  id: number;
  chatId: number;
  /** '' when it is not known */
  clientName: string;
  result: Outcome | AskAnew;
}

export interface OutcomesElsewhereState {
  /** those nobody has seen so far, in the order they were begun */
  outcomes: readonly OutcomeElsewhere[];
  /** takes one away; stays the same function */
  see: (id: number) => void;
}

/**
 * Remembers what was seen as long as it is mounted, which has to be as long as the screen is.
 * @param openId the chat that is open; what came of its actions is told there
 */
export function useOutcomesElsewhere(openId: number | null): OutcomesElsewhereState {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const runs = useMutationState({ filters: { mutationKey: [runsKey] }, select: asOutcome });
  const unseen = runs.flatMap((run) => (run && !seen.has(run.id) ? [run] : []));
  // What its chat shows has been seen when one goes on to another.
  const inSight = unseen.filter(({ chatId }) => chatId === openId);
  if (inSight.length > 0) setSeen(new Set([...seen, ...inSight.map(({ id }) => id)]));
  return {
    outcomes: unseen.filter(({ chatId }) => chatId !== openId),
    see: useCallback((id: number) => setSeen((before) => new Set(before).add(id)), []),
  };
}

/** null: it is under way */
function asOutcome({ mutationId, options, state }: Run): OutcomeElsewhere | null {
  const chatId = Number(options.mutationKey?.[1]);
  const { data: result, variables } = state;
  return result ? { id: mutationId, chatId, clientName: variables?.clientName ?? '', result } : null;
}
