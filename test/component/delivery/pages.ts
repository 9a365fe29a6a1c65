/** Several pages of one person: stores of this page on one database, and frames that are pages of their own. */
import { openDB } from 'idb';
import type * as Turns from '../../../src/delivery/browserTurns.ts';
import type * as Store from '../../../src/delivery/browserStore.ts';
import type * as Clock from '../../../src/delivery/clock.ts';
import { defaultName } from '../../../src/delivery/database.ts';
import { newKey, type Item } from '../../../src/delivery/item.ts';
import type { DeliveryStore, LaneRecord } from '../../../src/delivery/store.ts';

export const lane = 'chat58';

/** A portal and person that no other test uses. */
export const newOwner = () => ({ memberId: newKey(), userId: 1 });

export function item(text: string, more: Partial<Item> = {}): Item {
  return {
    key: newKey(),
    kind: 'taskChat',
    text,
    target: { chatId: 58 },
    state: 'queued',
    createdAt: 1_790_000_000_000,
    attempts: 0,
    ...more,
  };
}

/** Puts items at the end of the lane. */
export function add(store: DeliveryStore, ...items: Item[]): Promise<void> {
  return edit(store, (record) => ({ ...record, items: [...record.items, ...items] }));
}

export function edit(store: DeliveryStore, next: (record: LaneRecord) => LaneRecord): Promise<void> {
  return store.change(lane, (record) => ({ record: next(record), result: undefined }));
}

export function setState(store: DeliveryStore, key: string, state: Item['state']): Promise<void> {
  return edit(store, (record) => ({
    ...record,
    items: record.items.map((item) => (item.key === key ? { ...item, state } : item)),
  }));
}

/** The lane as the store gives it. */
export function look(store: DeliveryStore): Promise<LaneRecord> {
  return store.change(lane, (record) => ({ record, result: record }));
}

/** The database itself, as another version of the app might use it. */
export async function rawDatabase(name = defaultName) {
  return await openDB(name);
}

export interface Modules {
  openBrowserStore: typeof Store.openBrowserStore;
  createTurns: typeof Turns.createTurns;
  createClock: typeof Clock.createClock;
}

export interface Page extends Modules {
  window: Window & typeof globalThis;
  /** Gone at once, whatever is under way. */
  crash: () => void;
}

/** A page of its own, of the same origin. */
export async function openPage(): Promise<Page> {
  const frame = document.createElement('iframe');
  const files = ['browserStore', 'browserTurns', 'clock'].map((name) => `/src/delivery/${name}.ts`);
  frame.srcdoc = `<script type="module">
    const modules = await Promise.all(${JSON.stringify(files)}.map((file) => import(file)));
    parent.dispatchEvent(new CustomEvent('page', { detail: Object.assign({}, ...modules) }));
  </script>`;
  const loaded = new Promise<Modules>((resolve) => {
    addEventListener('page', (event) => resolve((event as CustomEvent<Modules>).detail), {
      once: true,
    });
  });
  document.body.append(frame);
  const modules = await loaded;
  const { contentWindow } = frame;
  if (!contentWindow) throw new Error('The frame is gone');
  return { ...modules, window: contentWindow as Page['window'], crash: () => frame.remove() };
}

const realSetTimeout = setTimeout.bind(globalThis);

export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    realSetTimeout(resolve, ms);
  });
}

/** As `vi.waitUntil`, which would move a clock that stands still. */
export async function until<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  for (let tries = 0; tries < 500; tries++) {
    const value = await look();
    if (value) return value;
    await pass(10);
  }
  throw new Error(`Never came true: ${look.toString()}`);
}
