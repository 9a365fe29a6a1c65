/** What is known of a chat's readings so far, kept as long as the page: the timeline may outlive its screen. */
import type { QueryClient } from '@tanstack/react-query';
import type { LineState } from './lineState.ts';
import { toldSessions, type ToldSessions } from './toldSessions.ts';

export interface LineMemory {
  sessions: ToldSessions;
  readsBy: LineState['readsBy'];
  /** ms since 1970, the last reading of the newest messages; 0: there was none */
  readAt: number;
}

export function newMemory(): LineMemory {
  return { sessions: toldSessions(), readsBy: null, readAt: 0 };
}

/** The same object for the same chat. */
export function memoryOf(client: QueryClient, chatId: number): LineMemory {
  const key = ['line', chatId];
  const known = client.getQueryData<LineMemory>(key);
  if (known) return known;
  const memory = newMemory();
  client.setQueryDefaults(['line'], { gcTime: Infinity });
  // Shared as it is: it is changed in place.
  client.setQueryData(key, memory);
  return memory;
}
