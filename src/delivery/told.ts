/**
 * Extra copies that could not be taken back, and that the person has not been shown so far. They stand in the record
 * beside the items: an item goes when its time is over, whoever was looking, and nothing waits for eyes. Pure.
 */
import type { Copy } from './settle.ts';
import type { LaneRecord } from './store.ts';
import { find, withItem } from './record.ts';

/** ms; one that no screen has shown for so long is told to nobody any more. */
const toldFor = 7 * 24 * 60 * 60_000;

/** The copy stays. Nothing happens where its item is gone: the page that has let it go had looked for copies to the end. */
export function tellOf(record: LaneRecord, { key, traceId }: Copy, now: number): LaneRecord {
  const of = find(record, key)?.traceId;
  const next = withItem(record, key, (item) =>
    item.copies?.includes(traceId) ? item : { ...item, copies: [...(item.copies ?? []), traceId] },
  );
  if (of === undefined || next === record) return next;
  return { ...next, told: [...(record.told ?? []), { traceId, of, until: now + toldFor }] };
}

/** A screen has shown that there are copies of this one. */
export function withoutTold(record: LaneRecord, traceId: number): LaneRecord {
  const { told = [], ...rest } = record;
  const left = told.filter(({ of }) => of !== traceId);
  if (left.length === told.length) return record;
  return left.length > 0 ? { ...rest, told: left } : rest;
}

/** Trace id -> whether a screen has shown that it has copies. */
export type Copied = ReadonlyMap<number, 'told' | 'untold'>;

/** @param known those of the page so far, which it goes on showing; given back where nothing has changed */
export function copiedIn({ items, told = [] }: LaneRecord, known: Copied): Copied {
  const ofItems = items.flatMap(({ traceId, copies = [] }) => (copies.length > 0 ? (traceId ?? []) : []));
  const untold = new Set(told.map(({ of }) => of));
  const all = [...new Set([...known.keys(), ...untold, ...ofItems])];
  const next = new Map(all.map((id) => [id, untold.has(id) ? 'untold' : 'told'] as const));
  return next.size === known.size && all.every((id) => known.get(id) === next.get(id)) ? known : next;
}
