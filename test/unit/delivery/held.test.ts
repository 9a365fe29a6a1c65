// What delivery tells the screens of what is queued and not begun; the rule itself is tried with the rows' words.
import { expect, test } from 'vitest';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import { itemOf, laneWith, policies, triedOf } from './support.ts';

const lane = 'chat1';

test('each lane says by what an item is held, and so does the list of all that is not sent', async () => {
  const store = createMemoryStore();
  const doubted = triedOf({ state: 'stillUnclear' });
  const record = laneWith(doubted, itemOf({ key: 'k2' }), itemOf({ key: 'k3', text: 'y' }));
  await store.change(lane, () => ({ record, result: undefined }));
  const delivery = createDelivery({
    store,
    policies,
    turns: { take: () => new Promise(() => undefined) },
    news: { tell: () => undefined, listen: () => () => undefined },
    clock: createClock(),
    isOnline: () => true,
  });
  await delivery.start();
  const held = () => [...delivery.getLane(lane).held];
  const decision = { why: 'decision', by: doubted };
  expect(held()).toEqual([['k2', decision]]);
  expect(delivery.getOverview().unsent.map((one) => one.held)).toEqual([undefined, decision, undefined]);

  // Also before it is stored.
  const stored = delivery.add(lane, { kind: 'text', text: 'x', target: {} });
  expect(held().map(([, { why }]) => why)).toEqual(['decision', 'decision']);
  expect(delivery.getOverview().unsent.at(-1)).toMatchObject({ held: { why: 'decision' } });
  await stored;

  await delivery.remove(lane, 'k1');
  expect(held().map(([key, reason]) => [key, reason.why === 'order' && reason.by.key])).toEqual([
    ['k3', 'k2'],
    [await stored, 'k2'],
  ]);
  delivery.stop();
});
