/** The actions of one row, as they are now. */
import { useEffect, useReducer } from 'react';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { type ActionsOf, isOpenToActions, type MessageAction } from '../messageAction.ts';

const none: readonly MessageAction[] = [];

/** Draws the row anew when one of them changes by itself. None for what the portal does not hold (`undefined`). */
export function useActions(
  message: Message | undefined,
  actionsOf: ActionsOf | undefined,
): readonly MessageAction[] {
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const actions = message && isOpenToActions(message) ? (actionsOf?.(message) ?? none) : none;
  // After every drawing: these are other actions each time.
  useEffect(() => {
    const stops = actions.map(({ subscribe }) => subscribe?.(drawAnew));
    return () => {
      for (const stop of stops) stop?.();
    };
  });
  return actions;
}
