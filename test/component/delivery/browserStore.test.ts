/** Lanes in real IndexedDB: what pages of one person do to each other, and what they do not. */
// @module-tag race
import { describe, expect, test } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import type { DeliveryStore } from '../../../src/delivery/store.ts';
import { withoutTold } from '../../../src/delivery/told.ts';
import { add, edit, item, lane, look, newOwner, openPage, rawDatabase, setState } from './pages.ts';

describe('what was stored', () => {
  test('is found by the next page, in its order', async () => {
    const owner = newOwner();
    const problem = { kind: 'scope', code: 'INSUFFICIENTSCOPEEXCEPTION', portalText: 'No.', scope: 'tasks' };
    const items = [item('one', { state: 'refused', problem }), item('two', { baseline: 77, attempts: 1 })];
    await add(openBrowserStore(owner), ...items);
    const next = openBrowserStore(owner);
    expect(await next.readAll()).toEqual([expect.objectContaining({ lane, floor: 0, items })]);
    expect((await look(next)).items).toEqual(items);
    expect(next.isLasting()).toBe(true);
  });

  test('a lane without items is forgotten', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await add(store, item('one'));
    await edit(store, (record) => ({ ...record, floor: 90, items: [] }));
    expect(await openBrowserStore(owner).readAll()).toEqual([]);
    expect(await (await rawDatabase()).get('lanes', [owner.memberId, owner.userId, lane])).toBeUndefined();
    expect(await look(store)).toEqual({ lane, floor: 0, items: [] });
  });

  test('a lane without items is kept while it has copies to tell of', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    const told = [{ traceId: 12, of: 11, until: Date.now() + 60_000 }];
    await edit(store, (record) => ({ ...record, told }));
    expect(await openBrowserStore(owner).readAll()).toEqual([{ lane, floor: 0, items: [], told }]);
    await edit(store, (record) => withoutTold(record, 11));
    expect(await openBrowserStore(owner).readAll()).toEqual([]);
  });

  test('the same record again writes nothing', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await add(store, item('one'));
    const database = await rawDatabase();
    const stored = () => database.get('lanes', [owner.memberId, owner.userId, lane]);
    const before: unknown = await stored();
    await database.put('lanes', { ...(before as object), touchedAt: 7 }, [
      owner.memberId,
      owner.userId,
      lane,
    ]);
    await look(store);
    expect(await stored()).toMatchObject({ touchedAt: 7 });
    await add(store, item('two'));
    expect(await stored()).not.toMatchObject({ touchedAt: 7 });
  });

  test('a change that throws changes nothing and tells the caller', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    const first = item('one');
    await add(store, first);
    const broken = store.change(
      lane,
      () => {
        throw new Error('No policy');
      },
      { draftId: 'a', text: 'Hello' },
    );
    await expect(broken).rejects.toThrow('No policy');
    expect(store.isLasting()).toBe(true);
    expect((await look(store)).items).toEqual([first]);
    expect(await store.takeDrafts(lane, 'b')).toEqual({ text: '' });
  });
});

describe('two pages on one lane', () => {
  test('lose none of a hundred changes made at once', async () => {
    const owner = newOwner();
    const frame = await openPage();
    const stores = [openBrowserStore(owner), frame.openBrowserStore(owner)];
    const count = (store: DeliveryStore) =>
      edit(store, (record) => ({
        ...record,
        floor: record.floor + 1,
        items: [...record.items, item(String(record.floor))],
      }));
    await Promise.all(Array.from({ length: 50 }, () => stores.map((store) => count(store))).flat());
    const { floor, items } = await look(openBrowserStore(owner));
    expect(floor).toBe(100);
    expect(items.map(({ text }) => text)).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
    frame.crash();
  });

  test('one decides by what the other has just written', async () => {
    const owner = newOwner();
    const [left, right] = [openBrowserStore(owner), openBrowserStore(owner)];
    const first = item('one');
    await add(left, first);
    await right.readAll();
    const begin = (store: DeliveryStore) =>
      store.change(lane, (record) => {
        const isMine = record.items[0]?.state === 'queued';
        const items = record.items.map((own) => ({ ...own, state: 'sending' as const }));
        return { record: isMine ? { ...record, items } : record, result: isMine };
      });
    const begun = await Promise.all([begin(left), begin(right)]);
    expect(begun.filter(Boolean)).toHaveLength(1);
  });

  test('a page that is gone in the middle leaves all of a change, or nothing', async () => {
    const outcomes = new Set<string>();
    for (const delay of [0, 0, 1, 2, 3, 5, 8, 13, 21, 34]) {
      const owner = newOwner();
      const frame = await openPage();
      const store = frame.openBrowserStore(owner);
      await store.saveDraft(lane, { draftId: 'a', text: 'Hello' });
      void store.change(
        lane,
        (record) => ({ record: { ...record, items: [item('Hello')] }, result: undefined }),
        { draftId: 'a', text: '' },
      );
      if (delay > 0) {
        await new Promise((resolve) => {
          setTimeout(resolve, delay);
        });
      }
      frame.crash();
      const next = openBrowserStore(owner);
      const { items } = await look(next);
      const { text: draft } = await next.takeDrafts(lane, 'b');
      outcomes.add(`${items.length} item, draft "${draft}"`);
    }
    const allowed = new Set(['0 item, draft "Hello"', '1 item, draft ""']);
    expect([...outcomes].filter((outcome) => !allowed.has(outcome))).toEqual([]);
  });
});

describe('strangers do not see each other', () => {
  const owner = newOwner();
  const others: Array<[what: string, store: DeliveryStore]> = [
    ['another portal', openBrowserStore({ ...owner, memberId: `${owner.memberId}0` })],
    ['another person', openBrowserStore({ ...owner, userId: owner.userId * 10 + 1 })],
  ];
  test.each(others)('%s', async (_what, other) => {
    const mine = openBrowserStore(owner);
    const first = item('mine');
    await add(mine, first);
    await mine.saveDraft(lane, { draftId: 'a', text: 'mine' });
    expect(await other.readAll()).toEqual([]);
    expect((await look(other)).items).toEqual([]);
    expect(await other.takeDrafts(lane, 'b')).toEqual({ text: '' });
    await add(other, item('theirs'));
    await other.saveDraft(lane, { draftId: 'a', text: 'theirs' });
    expect((await mine.readAll()).flatMap(({ items }) => items)).toEqual([first]);
    expect(await mine.takeDrafts(lane, 'c')).toEqual({ text: 'mine' });
    await edit(mine, (record) => ({ ...record, items: [] }));
  });

  test('another lane', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await add(store, item('mine'));
    await store.saveDraft(lane, { draftId: 'a', text: 'mine' });
    expect(await store.takeDrafts(`${lane}1`, 'b')).toEqual({ text: '' });
    expect(await store.change(`${lane}1`, (record) => ({ record, result: record.items }))).toEqual([]);
    expect(await store.takeDrafts(lane, 'a')).toEqual({ text: 'mine' });
  });
});

describe('what this version cannot read', () => {
  test.each([
    ['null', null],
    ['a text', 'text'],
    ['nothing of a lane', {}],
    ['items of another shape', { floor: 7, items: { first: 1 } }],
    ['another floor', { floor: 'high', items: [] }],
  ])('%s in the place of a lane is an empty lane', async (_what, value) => {
    const owner = newOwner();
    await openBrowserStore(owner).readAll();
    await (await rawDatabase()).put('lanes', value, [owner.memberId, owner.userId, lane]);
    const store = openBrowserStore(owner);
    expect((await look(store)).items).toEqual([]);
    expect(await store.readAll()).toEqual([]);
    const first = item('one');
    await add(store, first);
    expect((await store.readAll())[0]?.items).toEqual([first]);
    expect(store.isLasting()).toBe(true);
  });

  test('single items are passed over, and stay where they are', async () => {
    const owner = newOwner();
    const [first, second] = [item('one'), item('two')];
    await openBrowserStore(owner).readAll();
    const bad = [null, 'text', { ...first, state: 'teleported' }, { ...first, text: 7 }];
    const key = [owner.memberId, owner.userId, lane];
    const value = { lane, floor: 5, items: [bad[0], first, ...bad.slice(1)], touchedAt: Date.now() };
    const database = await rawDatabase();
    await database.put('lanes', { ...value, lease: { number: 'x' } }, key);
    const store = openBrowserStore(owner);
    expect(await look(store)).toEqual({ lane, floor: 5, items: [first] });
    await add(store, second);
    expect(await database.get('lanes', key)).toMatchObject({ floor: 5, items: [first, second, ...bad] });
    await edit(store, (record) => ({ ...record, items: [] }));
    expect(await database.get('lanes', key)).toMatchObject({ items: bad });
    expect(store.isLasting()).toBe(true);
  });

  test('drafts too', async () => {
    const owner = newOwner();
    const store = openBrowserStore(owner);
    await store.saveDraft(lane, { draftId: 'a', text: 'good' });
    const key = [owner.memberId, owner.userId, lane, 'x'];
    await (await rawDatabase()).put('drafts', { html: '<b>', savedAt: Date.now() }, key);
    expect(await store.takeDrafts(lane, 'b')).toEqual({ text: 'good' });
    expect(await (await rawDatabase()).get('drafts', key)).toMatchObject({ html: '<b>' });
  });
});

test('what nobody touched for 60 days is removed, whoever it belongs to', async () => {
  const [owner, stranger] = [newOwner(), newOwner()];
  const store = openBrowserStore(owner);
  await store.readAll();
  const database = await rawDatabase();
  const ago = (days: number) => Date.now() - days * 24 * 60 * 60_000;
  const put = async ({ memberId, userId }: typeof owner, days: number) => {
    const name = `chat${days}`;
    const old = { lane: name, floor: 0, items: [item(name)], touchedAt: ago(days) };
    await database.put('lanes', old, [memberId, userId, name]);
    await database.put('drafts', { text: name, savedAt: ago(days) }, [memberId, userId, name, 'a']);
  };
  await put(owner, 59);
  await put(owner, 61);
  await put(stranger, 61);
  expect((await store.readAll()).map((record) => record.lane)).toEqual(['chat59']);
  expect(await store.takeDrafts('chat59', 'b')).toEqual({ text: 'chat59' });
  expect(await store.takeDrafts('chat61', 'b')).toEqual({ text: '' });
  const theirs = openBrowserStore(stranger);
  expect(await theirs.takeDrafts('chat61', 'b')).toEqual({ text: '' });
  expect(await theirs.change('chat61', (record) => ({ record, result: record.items }))).toEqual([]);
});

test('an item is changed by the key it has', async () => {
  const store = openBrowserStore(newOwner());
  const [first, second] = [item('one'), item('two')];
  await add(store, first, second);
  await setState(store, second.key, 'sent');
  expect((await look(store)).items.map(({ state }) => state)).toEqual(['queued', 'sent']);
});
