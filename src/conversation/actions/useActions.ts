/** The actions of one row, as they are now. */
import { useEffect, useReducer } from 'react';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { isSingleKey, useSingleKeys } from '../shortcuts/singleKeys.ts';
import { type ActionsOf, isOpenToActions, type MessageAction } from '../messageAction.ts';

const none: readonly MessageAction[] = [];

/** Without letters where these are switched off. Draws the row anew when one of them changes by itself. None for what the portal does not hold (`undefined`). */
export function useActions(
  message: Message | undefined,
  actionsOf: ActionsOf | undefined,
): readonly MessageAction[] {
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const hasLetters = useSingleKeys();
  const offered = message && isOpenToActions(message) ? (actionsOf?.(message) ?? none) : none;
  const actions = hasLetters ? offered : offered.map(withoutLetter);
  // After every drawing: these are other actions each time.
  useEffect(() => {
    const stops = actions.map(({ subscribe }) => subscribe?.(drawAnew));
    return () => {
      for (const stop of stops) stop?.();
    };
  });
  return actions;
}

function withoutLetter({ shortcut, ...action }: MessageAction): MessageAction {
  return shortcut === undefined || isSingleKey(shortcut) ? action : { ...action, shortcut };
}
