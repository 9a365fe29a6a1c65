/** The message that a draft answers, as far as it is known. */
import { useState } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';

/**
 * The newest state of it that was ever on the screen: the person may have gone to another place of the chat since.
 * @returns null: it was not on the screen so far, as after a reload
 */
export function useAnswered(messageId: number | null, messages: readonly Message[]): Message | null {
  const [seen, setSeen] = useState<Message | null>(null);
  const shown = messages.find(({ id }) => id === messageId);
  if (shown && shown !== seen) setSeen(shown);
  const newest = shown ?? seen;
  return newest?.id === messageId ? newest : null;
}
