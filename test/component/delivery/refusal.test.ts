/** A browser that refuses to store: at once, or in the middle. Nothing is lost while the page lives, nothing throws. */
// @module-tag race
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { leftCode, type Item } from '../../../src/delivery/item.ts';
import type { DeliveryStore } from '../../../src/delivery/store.ts';
import { add, edit, item, lane, look, newOwner, rawDatabase, setState, until } from './pages.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const states = async (store: DeliveryStore) =>
  (await look(store)).items.map(({ text, state }) => `${text}: ${state}`);

/** What the database holds, whatever the page makes of it. */
const held = (owner: ReturnType<typeof newOwner>) => states(openBrowserStore(owner));

describe('from the start', () => {
  // As measured in a third-party frame (BF 1C): the call throws, or its request fails.
  const refusals: Array<[how: string, refuse: () => IDBOpenDBRequest]> = [
    [
      'at once',
      () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    ],
    // A database is never opened with a version older than its own.
    ['in its answer', () => IDBFactory.prototype.open.call(indexedDB, 'chat-desk-version-2', 1)],
  ];

  async function refuseBy(refuse: () => IDBOpenDBRequest) {
    (await openDB('chat-desk-version-2', 2)).close();
    // On the instance, so that the prototype's own stays callable.
    return vi.spyOn(indexedDB, 'open').mockImplementation(refuse);
  }

  test.each(refusals)('%s: the page has its memory', async (_how, refuse) => {
    await refuseBy(refuse);
    const store = openBrowserStore(newOwner());
    expect(store.isLasting()).toBe(true);
    expect(await store.readAll()).toEqual([]);
    expect(store.isLasting()).toBe(false);
    const first = item('one');
    await store.saveDraft(lane, { draftId: 'a', text: 'Hello' });
    await add(store, first);
    expect(await store.readAll()).toEqual([{ lane, floor: 0, items: [first] }]);
    expect(await store.takeDrafts(lane, 'a')).toEqual({ text: 'Hello' });
  });

  test.each(refusals)('%s: what was written then is never half stored', async (_how, refuse) => {
    const opening = await refuseBy(refuse);
    const owner = newOwner();
    const store = openBrowserStore(owner);
    const first = item('one');
    await add(store, first);
    vi.restoreAllMocks();
    await setState(store, first.key, 'sent');
    await add(store, item('two'));
    await store.saveDraft(lane, { draftId: 'a', text: 'half of what was written' });
    expect(opening).toHaveBeenCalledOnce();
    expect(await states(store)).toEqual(['one: sent', 'two: queued']);
    expect(await held(owner)).toEqual([]);
    expect(await openBrowserStore(owner).takeDrafts(lane, 'b')).toEqual({ text: '' });
  });
});

describe('in the middle', () => {
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });

  /** A page that had two items in the database when it was full, and has written a third since. */
  async function pageRefused() {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    const items = [item('one'), item('two', { state: 'sending', attempts: 1, baseline: 7 })] as const;
    await add(store, ...items);
    await store.saveDraft(lane, { draftId: 'a', text: 'three' });
    const refusal = full();
    const third = item('three');
    await store.change(
      lane,
      (record) => ({ record: { ...record, items: [...record.items, third] }, result: undefined }),
      { draftId: 'a', text: '' },
    );
    return { owner, store, items: [...items, third] as const, refusal };
  }

  test('all stays visible; what another page may send asks first, what is new goes out', async () => {
    const { owner, store, items } = await pageRefused();
    expect(store.isLasting()).toBe(false);
    const problem: Item['problem'] = { kind: 'unclear', code: leftCode, portalText: '' };
    expect((await look(store)).items).toEqual([
      { ...items[0], state: 'stillUnclear', problem },
      items[1],
      items[2],
    ]);
    expect(await store.takeDrafts(lane, 'a')).toEqual({ text: '' });
    expect(await held(owner)).toEqual(['one: queued', 'two: sending']);
  });

  test('changes under way at that moment come to memory, each once', async () => {
    const store = openBrowserStore(newOwner());
    await add(store, item('0'));
    // Only the first of them is refused: those behind it must not go to the database all the same.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });
    await Promise.all(['1', '2', '3'].map((text) => add(store, item(text))));
    expect((await look(store)).items.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
  });

  test('a correction is tried again until it is written', async () => {
    const { owner, store, items, refusal } = await pageRefused();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = refusal.mock.calls.length;
    await setState(store, items[1].key, 'sent');
    await until(() => refusal.mock.calls.length > before && vi.getTimerCount() > 0);
    refusal.mockRestore();
    expect(await held(owner)).toEqual(['one: queued', 'two: sending']);
    await vi.advanceTimersByTimeAsync(10_000);
    await until(async () => (await held(owner)).includes('two: sent'));
    expect(await held(owner)).toEqual(['one: queued', 'two: sent']);
  });

  test('what the person has it send, or delete, no other page sends unasked', async () => {
    const { owner, store, items, refusal } = await pageRefused();
    refusal.mockRestore();
    await setState(store, items[0].key, 'queued');
    await until(async () => (await held(owner)).includes('one: stillUnclear'));
    await setState(store, items[0].key, 'sending');
    await until(async () => (await held(owner)).includes('one: sending'));
    await edit(store, (record) => ({ ...record, floor: 99, items: record.items.slice(1) }));
    await until(async () => !(await held(owner)).includes('one: sending'));
    expect(await held(owner)).toEqual(['two: sending']);
    expect((await look(openBrowserStore(owner))).floor).toBe(99);
    expect(await states(store)).toEqual(['two: sending', 'three: queued']);
  });

  test('what another page knows to be sent stays sent', async () => {
    const { owner, store, items, refusal } = await pageRefused();
    refusal.mockRestore();
    await setState(openBrowserStore(owner), items[1].key, 'sent');
    await setState(store, items[1].key, 'stillUnclear');
    await setState(store, items[0].key, 'refused');
    await until(async () => (await held(owner)).includes('one: refused'));
    expect(await held(owner)).toEqual(['one: refused', 'two: sent']);
  });

  test('a draft that became an item does not come back', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await store.saveDraft(lane, { draftId: 'a', text: 'Hello' });
    const refusal = full();
    await store.saveDraft(lane, { draftId: 'a', text: 'Hello you' });
    expect(store.isLasting()).toBe(false);
    refusal.mockRestore();
    await store.change(
      lane,
      (record) => ({ record: { ...record, items: [item('Hello you')] }, result: undefined }),
      { draftId: 'a', text: '' },
    );
    const database = await rawDatabase();
    const key = [owner.memberId, owner.userId, lane, 'a'];
    await until(async () => (await database.get('drafts', key)) === undefined);
    expect(await states(store)).toEqual(['Hello you: queued']);
  });

  test('silence: after five seconds it goes on without, and nothing of it is written later', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await store.readAll();
    const database = await rawDatabase();
    const holder = new AbortController();
    const holding = (async () => {
      const { store: lanes, done } = database.transaction('lanes', 'readwrite');
      while (!holder.signal.aborted) await lanes.get(['nothing']);
      await done;
    })();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let isDone = false;
    const adding = add(store, item('one')).then(() => (isDone = true));
    await until(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(4_900);
    expect([isDone, store.isLasting()]).toEqual([false, true]);
    await vi.advanceTimersByTimeAsync(100);
    await adding;
    expect(store.isLasting()).toBe(false);
    holder.abort();
    await holding;
    expect(await states(store)).toEqual(['one: queued']);
    expect(await held(owner)).toEqual([]);
  });
});

describe('the database goes away while it is open', () => {
  async function pageWithOne() {
    const owner = newOwner();
    const name = `chat-desk-${owner.memberId}`;
    const store = openBrowserStore(owner, name);
    const first = item('one', { state: 'sending', attempts: 1, baseline: 7 });
    await add(store, first);
    return { owner, name, store, first };
  }

  test('deleted: the page lets it go and keeps what it has', async () => {
    const { owner, name, store, first } = await pageWithOne();
    await deleteDB(name);
    expect(store.isLasting()).toBe(false);
    expect((await look(store)).items).toEqual([first]);
    await setState(store, first.key, 'sent');
    expect(await store.readAll()).toMatchObject([{ items: [{ state: 'sent' }] }]);
    const next = openBrowserStore(owner, name);
    expect(await next.readAll()).toEqual([]);
    expect(next.isLasting()).toBe(true);
  });

  test('wanted by a newer version: it may have it, and is still told what became of the items', async () => {
    const { owner, name, store, first } = await pageWithOne();
    const newer = await openDB(name, 2);
    expect(store.isLasting()).toBe(false);
    await setState(store, first.key, 'sent');
    const key = [owner.memberId, owner.userId, lane];
    await until(async () => JSON.stringify(await newer.get('lanes', key)).includes('"sent"'));
    // A page of this version cannot open it any more.
    const late = openBrowserStore(owner, name);
    expect(await late.readAll()).toEqual([]);
    expect(late.isLasting()).toBe(false);
    newer.close();
    await deleteDB(name);
  });

  test('closed by the browser: the page keeps what it has', async () => {
    const opening = vi.spyOn(indexedDB, 'open');
    const { store, first } = await pageWithOne();
    const request = opening.mock.results[0]?.value as IDBOpenDBRequest;
    request.result.dispatchEvent(new Event('close'));
    expect(store.isLasting()).toBe(false);
    expect((await look(store)).items).toEqual([first]);
  });

  test('held back by a page that does not let go: it goes on without, and holds back nobody itself', async () => {
    const owner = newOwner();
    const name = `chat-desk-${owner.memberId}`;
    const stubborn = await openDB(name, 1);
    const deleting = deleteDB(name);
    const store = openBrowserStore(owner, name);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const adding = add(store, item('one'));
    await until(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    await adding;
    expect(store.isLasting()).toBe(false);
    expect(await states(store)).toEqual(['one: queued']);
    stubborn.close();
    await deleting;
    vi.useRealTimers();
    expect(await states(openBrowserStore(owner, name))).toEqual([]);
    // What was opened too late is closed again.
    await deleteDB(name);
  });
});
