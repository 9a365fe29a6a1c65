// What a person may take out, and what becomes of the draft that takes its text.
import { describe, expect, test, vi } from 'vitest';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import type { Item, ItemState } from '../../../src/delivery/item.ts';
import type { LaneRecord } from '../../../src/delivery/store.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import type { Policies, Policy } from '../../../src/delivery/policy.ts';
import { itemOf, laneWith, lost, policies, triedOf } from './support.ts';

const lane = 'chat1';
const draft = { draftId: 'a', text: 'x' };

/** A page whose turn never comes, and another one that has just given the item this state. */
async function pageWith(state: ItemState) {
  const store = createMemoryStore();
  const discard = vi.fn<NonNullable<Policy['discard']>>();
  const { text } = policies;
  if (!text) throw new Error('There is such a policy');
  const own: Policies = { text: { ...text, discard } };
  const delivery = createDelivery({
    store,
    policies: own,
    turns: { take: () => new Promise(() => undefined) },
    news: { tell: () => undefined, listen: () => () => undefined },
    clock: createClock(),
    isOnline: () => true,
  });
  const put = (next: ItemState) =>
    store.change(lane, () => ({ record: laneWith(itemOf({ state: next })), result: undefined }));
  await put('queued');
  await delivery.start();
  await put(state);
  return { store, delivery, discard, drafts: () => store.takeDrafts(lane, 'next') };
}

describe('by what stands in the store, whatever the page shows', () => {
  test.each(['queued', 'refused', 'stillUnclear'] as const)('%s: it goes, the draft comes', async (state) => {
    const { store, delivery, discard, drafts } = await pageWith(state);
    expect(await delivery.remove(lane, 'k1', draft)).toBe(true);
    expect(delivery.getLane(lane).items).toEqual([]);
    expect(await store.readAll()).toEqual([]);
    expect(await drafts()).toEqual({ text: 'x' });
    expect(discard).toHaveBeenCalledExactlyOnceWith(itemOf({ state }));
    expect(await delivery.remove(lane, 'k1')).toBe(false);
    expect(discard).toHaveBeenCalledTimes(1);
  });

  test.each(['sending', 'unclear', 'confirming', 'sent'] as const)(
    '%s: it stays, shown as it is, and no draft comes',
    async (state) => {
      const { store, delivery, discard, drafts } = await pageWith(state);
      expect(delivery.getLane(lane).items[0]?.state).toBe('queued');
      expect(await delivery.remove(lane, 'k1', draft)).toBe(false);
      expect(delivery.getLane(lane).items[0]?.state).toBe(state);
      expect(await store.readAll()).toEqual([laneWith(itemOf({ state }))]);
      expect(await drafts()).toEqual({ text: '' });
      expect(discard).not.toHaveBeenCalled();
    },
  );
});

test('one that nobody knows', async () => {
  const { delivery, drafts } = await pageWith('queued');
  expect(await delivery.remove(lane, 'k2', draft)).toBe(false);
  expect(await drafts()).toEqual({ text: '' });
});

describe('until the person thinks better of it', () => {
  const [first, second, third] = ['k1', 'k2', 'k3'].map((key) =>
    itemOf({ key, state: 'refused', problem: lost }),
  ) as [Item, Item, Item];

  /** A page with these, and one of them taken out. */
  async function without(key: string, items: Item[]) {
    const page = await pageWith('queued');
    const put = (record: LaneRecord) => page.store.change(lane, () => ({ record, result: undefined }));
    await put(laneWith(...items));
    const out = await page.delivery.takeOut(lane, key);
    if (!out) throw new Error('It is not to be taken out');
    const keys = async () =>
      (await page.store.readAll()).flatMap((record) => record.items.map((one) => one.key));
    return { ...page, out, put, keys };
  }

  test('it comes back as it was, and what is kept for it stays', async () => {
    const { store, delivery, out, discard, keys } = await without('k1', [first]);
    expect(await keys()).toEqual([]);
    expect(discard).not.toHaveBeenCalled();
    await out.restore();
    expect(await store.readAll()).toEqual([laneWith(first)]);
    expect(delivery.getLane(lane).items).toEqual([first]);
    out.forget();
    expect(discard).not.toHaveBeenCalled();
  });

  test('waiting: it is wanted from then on, whoever has opened a page meanwhile', async () => {
    const { store, out } = await without('k1', [itemOf()]);
    await out.restore();
    const [back] = (await store.readAll()).flatMap(({ items }) => items);
    expect(back).toEqual({ ...itemOf(), wantedAt: expect.any(Number) });
  });

  test.each([
    ['refused', { state: 'refused', problem: lost }, 'refused'],
    ['in doubt', { state: 'stillUnclear', problem: lost }, 'stillUnclear'],
    ['waiting after the portal has said "not now"', { state: 'queued', problem: lost }, 'refused'],
    ['waiting, and in doubt before', { state: 'queued' }, 'stillUnclear'],
  ] as const)('attempted, %s: nothing confirms it any more, and it asks', async (_name, changes, state) => {
    const { store, out } = await without('k1', [triedOf(changes)]);
    await out.restore();
    const [back] = (await store.readAll()).flatMap(({ items }) => items);
    const { baseline: _, firstAttemptAt: _first, ...rest } = triedOf(changes);
    expect(back).toEqual({ ...rest, attempts: 0, state });
  });

  test('forgotten: what was kept goes, once, and it does not come back', async () => {
    const { out, discard, keys } = await without('k1', [first]);
    out.forget();
    out.forget();
    expect(discard).toHaveBeenCalledExactlyOnceWith(first);
    await out.restore();
    expect(await keys()).toEqual([]);
  });

  test('twice: it is there once', async () => {
    const { out, keys } = await without('k1', [first]);
    await Promise.all([out.restore(), out.restore()]);
    expect(await keys()).toEqual(['k1']);
  });

  test.each([
    ['before what stood behind it', [first, second, third], ['k1', 'k2', 'k3']],
    ['before those of them that are left', [first, third, itemOf({ key: 'k4' })], ['k1', 'k2', 'k3', 'k4']],
    ['at the end, where none is', [first, itemOf({ key: 'k4' })], ['k1', 'k4', 'k2']],
  ])('its place: %s', async (_name, now, keysThen) => {
    const { out, put, keys } = await without('k2', [first, second, third]);
    await put(laneWith(...now.filter(({ key }) => key !== 'k2')));
    await out.restore();
    expect(await keys()).toEqual(keysThen);
  });

  test.each(['sending', 'unclear', 'confirming', 'sent'] as const)('%s: it stays', async (state) => {
    const { store, delivery } = await pageWith(state);
    expect(await delivery.takeOut(lane, 'k1')).toBeNull();
    expect(await store.readAll()).toEqual([laneWith(itemOf({ state }))]);
  });
});
