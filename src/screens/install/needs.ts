/** Which permissions the row itself needs; the others are missed only later, when people open it. */
import type { Scope } from './inspect.ts';

/** Without these `placement.bind` is refused (RF 2.1: "need `task` and `placement`"). */
export function blocks(scope: Scope): boolean {
  return scope === 'placement' || scope === 'task';
}
