/** "Send as result": once the message stands in the chat, it is made a result of the task. */
import type { Item } from '../delivery/item.ts';
import type { NextItem } from '../delivery/policy.ts';

/** The lane in which a message becomes a result: one a message, so that nothing waits for another one's result. */
export function laneOfResult(messageId: number): string {
  return `result${messageId}`;
}

/** `target.asResult` holds the task's id where a result is wanted. */
export function resultOf({ target, traceId, text }: Item): NextItem | null {
  const taskId = Number(target['asResult'] ?? 0);
  if (taskId === 0 || traceId === undefined) return null;
  return {
    lane: laneOfResult(traceId),
    kind: 'taskResult',
    text,
    target: { taskId, messageId: traceId },
  };
}
