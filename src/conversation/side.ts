/** On whose side a message stands in a conversation with a client. Pure. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Around } from './around.ts';

/** `own`: the reader's; null: a dialog within the company, where there are no sides */
export type Side = 'own' | 'client' | 'colleague' | 'bot' | null;

export function sideOf(message: Message | undefined, isOwn: boolean, around: Around): Side {
  if (!around.reachesClient) return null;
  if (isOwn || !message) return 'own';
  const author = around.people.get(message.authorId);
  if (author?.isClient) return 'client';
  return author?.isBot ? 'bot' : 'colleague';
}

/** Colleagues and bots answer the client as the reader does. */
export function isByAgents(side: Side): boolean {
  return side !== null && side !== 'client';
}

/** An author in words: who is a client is seen by the side only. */
export const sideNames = {
  client: 'line.clientName',
  colleague: 'line.colleagueName',
  bot: 'line.botName',
} as const;
