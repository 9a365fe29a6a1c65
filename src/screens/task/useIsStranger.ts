/** Whether the person has no part in the task: the next thing they write makes them an observer. */
import { useState } from 'react';
import type { Results } from '../../features/results/results.ts';
import { useNewResults } from '../../features/results/useNewResults.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import type { Task } from '../../portal/methods/tasks.ts';

interface StrangerOptions {
  task: Task;
  userId: number;
  /** of the chat, ascending */
  messages: readonly Message[];
  results: Pick<Results, 'status' | 'results'>;
}

/**
 * As the card said, until the person writes or makes a result (PB 2.2, 4.5). What they wrote before counts for nothing:
 * an observer can be taken out again.
 */
export function useIsStranger({ task, userId, messages, results }: StrangerOptions): boolean {
  const [knownMessage] = useState(() => messages.at(-1)?.id ?? 0);
  const newResults = useNewResults(results);
  const [hasJoined, setJoined] = useState(false);
  const joinsNow =
    messages.some(({ id, authorId }) => authorId === userId && id > knownMessage) ||
    results.results.some(
      ({ id, authorId, messageId }) => authorId === userId && messageId !== null && newResults.has(id),
    );
  if (joinsNow && !hasJoined) setJoined(true);
  return task.participantIds !== null && !task.participantIds.includes(userId) && !hasJoined;
}
