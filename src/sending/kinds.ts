/** The kinds of send that this version knows (`policies.ts`). Each stands in the store, so the names stay. */
import type { Item } from '../delivery/item.ts';

const kinds = ['taskText', 'dialogMessage', 'openLineReply', 'taskResult', 'file'] as const;

export type Kind = (typeof kinds)[number];

/** false: another version has written it, and this one cannot send it or look for it */
export function isKnownKind({ kind }: Pick<Item, 'kind'>): boolean {
  return kinds.some((known) => known === kind);
}
