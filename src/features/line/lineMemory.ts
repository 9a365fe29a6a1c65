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

/** ms without a reading, in which a whole session may have passed unseen */
const unseenFor = 120_000;

/** The last session was read now: what is known of earlier ones goes if others may have been between. */
export function noteSession(memory: LineMemory, sessionId: number): void {
  const isLate = memory.readAt > 0 && Date.now() - memory.readAt > unseenFor;
  if (isLate && !memory.sessions.knows(sessionId)) memory.sessions.forget();
  memory.readAt = Date.now();
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
