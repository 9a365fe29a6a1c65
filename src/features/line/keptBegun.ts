/** When a draft was begun, kept beside it: it outlives the page, and so does what a colleague may answer meanwhile. */
import * as v from 'valibot';
import type { Begun } from './collision.ts';

const schema = v.object({
  messageId: v.number(),
  ownerId: v.nullable(v.number()),
  sessionId: v.nullable(v.number()),
  isKnown: v.boolean(),
});

/** null: nothing was kept, or the browser refuses to tell. @param key one a dialog and person */
export function keptBegun(key: string): Begun | null {
  try {
    return v.parse(schema, JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return null;
  }
}

/** @param begun null: the draft is gone */
export function keepBegun(key: string, begun: Begun | null): void {
  try {
    if (begun) localStorage.setItem(key, JSON.stringify(begun));
    else localStorage.removeItem(key);
  } catch {
    // Then it holds until the page goes.
  }
}
