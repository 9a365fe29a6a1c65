/** Taking an item out of its lane: for good, or until the person thinks better of it. */
import type { Clock } from './clock.ts';
import type { Item } from './item.ts';
import type { Lanes } from './lanes.ts';
import type { Policies } from './policy.ts';
import type { DraftChange, LaneRecord } from './store.ts';
import { find, unattempted, withItem } from './record.ts';

/** One that is out of its lane, while what was kept for it is still there. */
export interface TakenOut {
  item: Item;
  /** Puts it back, to be sent if it waited and was never tried. Nothing happens after the first call of either. */
  restore: () => Promise<void>;
  /** It stays out, and what was kept for it goes. */
  forget: () => void;
}

export interface TakingOut {
  /** @returns whether it was taken out; if not, nothing has changed */
  remove: (lane: string, key: string, draft?: DraftChange) => Promise<boolean>;
  /** @returns null: nothing has changed */
  takeOut: (lane: string, key: string) => Promise<TakenOut | null>;
}

interface TakingOutOptions {
  policies: Policies;
  lanes: Pick<Lanes, 'change'>;
  clock: Pick<Clock, 'now'>;
}

/** An item, and where it stood. */
interface Place {
  item: Item;
  /** keys */
  behind: ReadonlySet<string>;
}

export function createTakingOut({ policies, lanes, clock }: TakingOutOptions): TakingOut {
  function take(lane: string, key: string, draft?: DraftChange): Promise<Place | undefined> {
    return lanes.change(
      lane,
      (before) => {
        const record = withItem(before, key, (item) => (canBeTakenOut(item) ? null : item));
        return { record, result: record === before ? undefined : placeOf(before, key) };
      },
      draft,
    );
  }

  function discard(item: Item): void {
    policies[item.kind]?.discard?.(item);
  }

  return {
    async remove(lane, key, draft) {
      const taken = await take(lane, key, draft);
      if (taken) discard(taken.item);
      return taken !== undefined;
    },
    async takeOut(lane, key) {
      const taken = await take(lane, key);
      if (!taken) return null;
      let isOver = false;
      return {
        item: taken.item,
        async restore() {
          if (isOver) return;
          isOver = true;
          const now = clock.now();
          await lanes.change(lane, (before) => ({ record: putBack(before, taken, now), result: undefined }));
        },
        forget() {
          if (!isOver) discard(taken.item);
          isOver = true;
        },
      };
    },
  };
}

/** No attempt is under way, and nobody looks for one. */
function canBeTakenOut({ state }: Item): boolean {
  return state === 'queued' || state === 'refused' || state === 'stillUnclear';
}

/** Before what stood behind it. Pure. */
function putBack(record: LaneRecord, { item, behind }: Place, now: number): LaneRecord {
  if (find(record, item.key)) return record;
  const at = record.items.findIndex(({ key }) => behind.has(key));
  const items = record.items.toSpliced(at < 0 ? record.items.length : at, 0, asItComesBack(item, now));
  return { ...record, items };
}

/**
 * Others may have taken meanwhile what an attempt of it has left: nothing confirms it any more, and it goes out only
 * when the person says so. One that was never attempted waits as before, wanted by one who is here now.
 */
function asItComesBack(item: Item, now: number): Item {
  const { state, attempts, attemptEndedAt = now, problem } = item;
  if (attempts === 0) return state === 'queued' ? { ...item, wantedAt: now } : item;
  const asked = problem ? 'refused' : 'stillUnclear';
  return { ...unattempted(item), state: state === 'queued' ? asked : state, attemptEndedAt };
}

function placeOf(record: LaneRecord, key: string): Place | undefined {
  const item = find(record, key);
  if (!item) return undefined;
  const after = record.items.slice(record.items.indexOf(item) + 1);
  return { item, behind: new Set(after.map((other) => other.key)) };
}
