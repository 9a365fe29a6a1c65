/** The lanes as this page knows them: a mirror of the store, kept up to date by what other pages tell. */
import { heldIn, type Held } from './held.ts';
import type { Item } from './item.ts';
import { emptyLane } from './memory.ts';
import type { Policies } from './policy.ts';
import type { Change, DeliveryStore, DraftChange, LaneRecord } from './store.ts';
import { copiedIn, type Copied } from './told.ts';
import type { News } from './turns.ts';

/** What a screen needs of a lane. */
export interface LaneView {
  /** in the order they were written; sent ones stay a while, so that their rows can become messages */
  items: readonly Item[];
  /** by key: why a queued one is not begun */
  held: ReadonlyMap<string, Held>;
  /** trace id -> key of the item that it confirmed; kept for the life of the page */
  claims: ReadonlyMap<number, string>;
  /** extra copies that are being taken back */
  hidden: ReadonlySet<number>;
  /** traces with extra copies that stay; kept for the life of the page */
  copied: Copied;
}

/** Something that is not sent. */
export interface Unsent {
  lane: string;
  item: Item;
  /** why it is not begun, where it is queued and not the next */
  held?: Held | undefined;
}

export interface Lanes {
  load: () => Promise<LaneRecord[]>;
  record: (lane: string) => LaneRecord;
  view: (lane: string) => LaneView;
  /** a new array only when a lane has changed */
  unsent: () => readonly Unsent[];
  /** One transaction on the store; the views follow. */
  change: <Result>(lane: string, change: Change<Result>, draft?: DraftChange) => Promise<Result>;
  /** Puts an item at the end, on the screen before the store has it; nothing happens where its key is there. */
  append: (lane: string, item: Item, draft?: DraftChange) => Promise<void>;
  hide: (lane: string, traceId: number, isHidden: boolean) => void;
  publish: () => void;
  subscribe: (listener: () => void) => () => void;
  /** Called after a lane has changed, here or in another page. */
  onChange: (listener: (lane: string) => void) => void;
  close: () => void;
}

const nothing: LaneView = {
  items: [],
  held: new Map(),
  claims: new Map(),
  hidden: new Set(),
  copied: new Map(),
};

export function createLanes(store: DeliveryStore, news: News, policies: Policies): Lanes {
  const records = new Map<string, LaneRecord>();
  const coming = new Map<string, readonly Item[]>();
  const views = new Map<string, LaneView>();
  const listeners = new Set<() => void>();
  let changed: (lane: string) => void = () => {};
  let unsent: readonly Unsent[] = [];

  function record(lane: string): LaneRecord {
    return records.get(lane) ?? emptyLane(lane);
  }

  function publish(): void {
    for (const listener of listeners) listener();
  }

  function show(lane: string, next?: LaneRecord): void {
    const known = record(lane);
    // The store gives new objects each time: what did not change stays the same one, so that no row renders again.
    const items = next ? next.items.map((item) => sameOr(known.items, item)) : known.items;
    const isSame = items.length === known.items.length && items.every((item, at) => item === known.items[at]);
    if (next) records.set(lane, isSame ? { ...next, items: known.items } : { ...next, items });
    const before = views.get(lane) ?? nothing;
    const copied = copiedIn(record(lane), before.copied);
    if (next && isSame && views.has(lane) && copied === before.copied) return;
    const all = [...keptOf(before, items), ...items, ...without(coming.get(lane) ?? [], items)];
    views.set(lane, {
      ...before,
      claims: withClaims(before.claims, items),
      items: all,
      held: heldIn(all, policies),
      copied,
    });
    unsent = [...views].flatMap(([name, view]) =>
      view.items
        .filter(({ state }) => state !== 'sent')
        .map((item) => ({ lane: name, item, held: view.held.get(item.key) })),
    );
    publish();
  }

  async function change<Result>(lane: string, decide: Change<Result>, draft?: DraftChange): Promise<Result> {
    const { before, after, result } = await store.change(
      lane,
      (stored) => {
        const decided = decide(stored);
        return {
          record: decided.record,
          result: { before: stored, after: decided.record, result: decided.result },
        };
      },
      draft,
    );
    show(lane, after);
    if (before !== after) {
      news.tell(lane);
      changed(lane);
    }
    return result;
  }

  const stopListening = news.listen((lane) => {
    void change(lane, (stored) => ({ record: stored, result: undefined })).then(() => changed(lane));
  });

  return {
    async load() {
      const all = await store.readAll();
      for (const one of all) show(one.lane, one);
      const gone = [...records.keys()].filter((lane) => !all.some((one) => one.lane === lane));
      for (const lane of gone) show(lane, emptyLane(lane));
      publish();
      return all;
    },
    record,
    view: (lane) => views.get(lane) ?? nothing,
    unsent: () => unsent,
    change,
    async append(lane, item, draft) {
      coming.set(lane, [...(coming.get(lane) ?? []), item]);
      show(lane);
      await change(lane, (stored) => ({ record: withNew(stored, item), result: undefined }), draft);
      coming.set(
        lane,
        (coming.get(lane) ?? []).filter(({ key }) => key !== item.key),
      );
    },
    hide(lane, traceId, isHidden) {
      const before = views.get(lane) ?? nothing;
      if (before.hidden.has(traceId) === isHidden) return;
      const hidden = new Set(before.hidden);
      if (isHidden) hidden.add(traceId);
      else hidden.delete(traceId);
      views.set(lane, { ...before, hidden });
      publish();
    },
    publish,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange(listener) {
      changed = listener;
    },
    close: stopListening,
  };
}

/** Another page may have stored it meanwhile. */
function withNew(record: LaneRecord, item: Item): LaneRecord {
  return record.items.some(({ key }) => key === item.key)
    ? record
    : { ...record, items: [...record.items, item] };
}

function sameOr(known: readonly Item[], item: Item): Item {
  const before = known.find(({ key }) => key === item.key);
  return before && JSON.stringify(before) === JSON.stringify(item) ? before : item;
}

function without(items: readonly Item[], others: readonly Item[]): Item[] {
  return items.filter(({ key }) => !others.some((other) => other.key === key));
}

/** Sent, and this page is all that tells it: it is nowhere to be read. */
function keptOf({ items }: LaneView, next: readonly Item[]): Item[] {
  return without(items, next).filter(({ state, traceId }) => state === 'sent' && traceId === undefined);
}

function withClaims(claims: LaneView['claims'], items: readonly Item[]): LaneView['claims'] {
  const added = items.filter(({ traceId }) => traceId !== undefined && !claims.has(traceId));
  if (added.length === 0) return claims;
  return new Map([...claims, ...added.map(({ traceId = 0, key }): [number, string] => [traceId, key])]);
}
