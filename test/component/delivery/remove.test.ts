/** Taking something out while a sender, in any page, is about to begin it: exactly one of the two comes to pass. */
// @module-tag race
import { expect, test } from 'vitest';
import { createTurns } from '../../../src/delivery/browserTurns.ts';
import { openNews } from '../../../src/delivery/broadcast.ts';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import type { Policy } from '../../../src/delivery/policy.ts';
import { begin } from '../../../src/delivery/transitions.ts';
import { add, edit, item, lane, look, newOwner, pass, until } from './pages.ts';

function openPage(owner: ReturnType<typeof newOwner>, attempted: string[]) {
  const text: Policy = {
    type: 'keyed',
    attempt({ key }) {
      attempted.push(key);
      return Promise.resolve({ kind: 'done', traceId: attempted.length });
    },
    read: () => Promise.resolve([]),
    compare: () => 'other',
    areCopies: () => false,
    areAlike: () => false,
  };
  const store = openBrowserStore(owner);
  const clock = createClock();
  const turns = createTurns({ store, owner, clock });
  const news = openNews(owner);
  const delivery = createDelivery({ store, policies: { text }, turns, news, clock, isOnline: () => true });
  return { store, delivery };
}

test('one page sends, the other takes it out: one of them, never both, never none', async () => {
  const owner = newOwner();
  const attempted: string[] = [];
  const [left, right] = [openPage(owner, attempted), openPage(owner, attempted)];
  await Promise.all([left.delivery.start(), right.delivery.start()]);
  const removed: string[] = [];
  // From before the sender's first transaction to after its attempt.
  const rounds = Array.from({ length: 60 }, (_, round) => round % 12);
  for (const [round, wait] of rounds.entries()) {
    const key = await left.delivery.add(lane, { kind: 'text', text: `${round}`, target: {} });
    if (wait > 0) await pass(wait - 1);
    const draft = { draftId: key, text: `draft ${round}.` };
    const isRemoved = await right.delivery.remove(lane, key, draft);
    if (isRemoved) removed.push(key);
    await until(() => attempted.includes(key) !== removed.includes(key));
    const { text: draftNow } = await right.store.takeDrafts(lane, key);
    expect(draftNow).toBe(isRemoved ? draft.text : '');
    await right.store.saveDraft(lane, { draftId: key, text: '' });
  }
  // What was taken out never leaves later, either.
  await until(async () => (await look(right.store)).items.every(({ state }) => state === 'sent'));
  expect(attempted.filter((key) => removed.includes(key))).toEqual([]);
  expect(attempted.length + removed.length).toBe(rounds.length);
  // Otherwise nothing was tried here.
  expect(attempted.length).toBeGreaterThan(0);
  expect(removed.length).toBeGreaterThan(0);
  left.delivery.stop();
  right.delivery.stop();
}, 60_000);

test('both transactions in the same moment: the first one counts', async () => {
  const owner = newOwner();
  const sender = openBrowserStore(owner);
  // Items of a kind that this page does not know: it only takes out.
  const { delivery } = openPage(owner, []);
  await delivery.start();
  const wins = { begin: 0, remove: 0 };
  for (let round = 0; round < 100; round += 1) {
    const one = item(`${round}`);
    await add(sender, one);
    const beginIt = () =>
      sender.change(lane, (record) => {
        const isQueued = record.items.some(({ key, state }) => key === one.key && state === 'queued');
        return { record: isQueued ? begin(record, one.key, 1, 2) : record, result: isQueued };
      });
    const removeIt = () => delivery.remove(lane, one.key);
    const [hasBegun, isRemoved] =
      round % 2 === 0
        ? await Promise.all([beginIt(), removeIt()])
        : (await Promise.all([removeIt(), beginIt()])).toReversed();
    expect(hasBegun).toBe(!isRemoved);
    wins[hasBegun ? 'begin' : 'remove'] += 1;
    const { items } = await look(sender);
    expect(items.map(({ state }) => state)).toEqual(hasBegun ? ['sending'] : []);
    await edit(sender, (record) => ({ ...record, items: [] }));
  }
  delivery.stop();
  expect(Math.min(wins.begin, wins.remove)).toBeGreaterThan(0);
});
