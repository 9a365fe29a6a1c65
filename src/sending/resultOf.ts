/**
 * "Send as result": once the message stands in the chat, it is made a result of the task. That takes the message's id,
 * and a method that gives none leaves it to be read: screens offer this only where the chat can be read. Where it can no
 * longer, or where nobody knows before (forwarding), it is told afterwards that there is no result (`lacksResult`).
 */
import type { Item } from '../delivery/item.ts';
import type { NextItem } from '../delivery/policy.ts';

/** The lane in which a message becomes a result: one a message, so that nothing waits for another one's result. */
export function laneOfResult(messageId: number): string {
  return `result${messageId}`;
}

/** `target.asResult` holds the task's id where a result is wanted. */
export function resultOf({ target, traceId, text }: Item): NextItem | null {
  const taskId = taskOf(target);
  if (taskId === 0 || traceId === undefined) return null;
  return {
    lane: laneOfResult(traceId),
    kind: 'taskResult',
    text,
    target: { taskId, messageId: traceId },
  };
}

/** It went out on the portal's word alone: nobody can tell which message it is, so it becomes no result. */
export function lacksResult({ state, target, traceId }: Item): boolean {
  return state === 'sent' && taskOf(target) !== 0 && traceId === undefined;
}

/** 0: no result is wanted */
function taskOf(target: Item['target']): number {
  return Number(target['asResult'] ?? 0);
}
