// What a person may take out, and what becomes of the draft that takes its text.
import { describe, expect, test, vi } from 'vitest';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import type { ItemState } from '../../../src/delivery/item.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import type { Policies, Policy } from '../../../src/delivery/policy.ts';
import { itemOf, laneWith, policies } from './support.ts';

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
