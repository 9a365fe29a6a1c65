/**
 * A lane as it stands in the database, and as little as possible believed of it: another version of this app may have
 * written it. What this version cannot read it passes over, and leaves where it is.
 */
import * as v from 'valibot';
import { itemSchema, type Item } from './item.ts';
import { laneSchema, type LaneRecord } from './store.ts';

export interface StoredLane {
  record: LaneRecord;
  /** items that this version cannot read */
  unread: unknown[];
}

const {
  floor: floorSchema,
  claimed: claimedSchema,
  told: toldSchema,
  lease: leaseSchema,
} = laneSchema.entries;
const outlineSchema = v.object({
  floor: v.fallback(floorSchema, 0),
  items: v.fallback(v.array(v.unknown()), []),
  claimed: v.fallback(v.optional(claimedSchema.wrapped), undefined),
  told: v.fallback(v.optional(toldSchema.wrapped), undefined),
  lease: v.fallback(v.optional(leaseSchema.wrapped), undefined),
});
const timesSchema = v.union([
  v.pipe(
    v.object({ touchedAt: v.number() }),
    v.transform(({ touchedAt }) => touchedAt),
  ),
  v.pipe(
    v.object({ savedAt: v.number() }),
    v.transform(({ savedAt }) => savedAt),
  ),
]);

/** @param value what the database holds for the lane, if anything */
export function readLane(lane: string, value: unknown): StoredLane {
  const outline = v.safeParse(outlineSchema, value);
  if (!outline.success) return { record: { lane, floor: 0, items: [] }, unread: [] };
  const { floor, items, claimed, lease } = outline.output;
  const told = outline.output.told?.filter(({ until }) => until > Date.now()) ?? [];
  const isItem = (item: unknown): item is Item => v.is(itemSchema, item);
  return {
    record: {
      lane,
      floor,
      items: items.filter(isItem),
      ...(claimed ? { claimed } : {}),
      ...(told.length > 0 ? { told } : {}),
      ...(lease ? { lease } : {}),
    },
    unread: items.filter((item) => !isItem(item)),
  };
}

/** What to put into the database. */
export function laneValue({ record, unread }: StoredLane): object {
  return { ...record, items: [...record.items, ...unread], touchedAt: Date.now() };
}

/** Of a lane or a draft: ms since 1970, the last time somebody had to do with it; 0 where it does not say. */
export function touchedAt(value: unknown): number {
  const times = v.safeParse(timesSchema, value);
  return times.success ? times.output : 0;
}
