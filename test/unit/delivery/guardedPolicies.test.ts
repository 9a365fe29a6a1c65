/** A policy that throws, which none should: the lane goes on, nothing is lost or doubled, and no secret is kept. */
import { describe, expect, test } from 'vitest';
import { guardPolicies, guardRead } from '../../../src/delivery/guardedPolicies.ts';
import type { Item } from '../../../src/delivery/item.ts';
import type { Policy } from '../../../src/delivery/policy.ts';
import { type Held, openPage, portalOfOne } from './onePage.ts';
import { itemOf, traceOf } from './support.ts';

const secret = 'token-1234';
const lane = 'chat1';

function throws(): never {
  throw new TypeError(`No good: ${secret}`);
}

const broken: Policy = {
  type: 'read-back',
  attempt: throws,
  isReady: () => Promise.reject(new Error(secret)),
  read: throws,
  compare: throws,
  areCopies: throws,
  areAlike: throws,
  takeBack: throws,
  discard: throws,
  next: throws,
};

/** Does what it should again once it has thrown so often. */
function breakFor<Given extends unknown[], Value>(
  times: number,
  whole: (...given: Given) => Value,
): (...given: Given) => Value {
  let left = times;
  return (...given) => {
    left -= 1;
    return left >= 0 ? throws() : whole(...given);
  };
}

type Breaks = (policy: Policy<Held>) => Partial<Policy<Held>>;

describe('a lane whose policy throws goes on, and each message is there once', () => {
  test.each<[what: string, breaks: Breaks]>([
    ['before an attempt', (policy) => ({ attempt: breakFor(1, (item: Item) => policy.attempt(item)) })],
    ['reading', (policy) => ({ read: breakFor(2, (item: Item) => policy.read(item, 0)) })],
    [
      'comparing',
      (policy) => ({ compare: breakFor(2, (item: Item, trace: Held) => policy.compare(item, trace)) }),
    ],
    ['looking whether it is ready', () => ({ isReady: breakFor(1, () => Promise.resolve('ready')) })],
    ['saying what it leads to', () => ({ next: throws })],
  ])('%s', { timeout: 20_000 }, async (_what, breaks) => {
    const { policy, held } = portalOfOne();
    const delivery = await openPage({ ...policy, ...breaks(policy) });
    const last = new Map<string, Item['state']>();
    delivery.subscribe(() => {
      for (const item of delivery.getLane(lane).items) {
        last.set(item.text, item.state);
        expect(JSON.stringify(item)).not.toContain(secret);
      }
    });
    for (const text of ['x', 'y']) await delivery.add(lane, { kind: 'text', text, target: {} });
    const isOver = () => ['x', 'y'].every((text) => ['sent', 'stillUnclear'].includes(last.get(text) ?? ''));
    await expect.poll(isOver, { timeout: 8_000 }).toBe(true);
    // Nobody can know that no byte has left: the person is asked.
    for (const { key, state } of delivery.getLane(lane).items) {
      if (state === 'stillUnclear') await delivery.sendAgain(lane, key);
    }
    await expect.poll(() => [...last.values()], { timeout: 8_000 }).toEqual(['sent', 'sent']);
    expect(held.map(({ text }) => text).toSorted()).toEqual(['x', 'y']);
  });
});

test('each answer is one by which nothing is lost, sent twice or taken away', async () => {
  const { odd, keyed, bare } = guardPolicies({
    odd: broken,
    keyed: { ...broken, type: 'keyed' },
    bare: portalOfOne().policy,
  });
  if (!odd || !keyed || !bare) throw new Error('All three were given');
  const [item, trace] = [itemOf(), traceOf(1)];
  const unexpected = { kind: 'unclear', code: 'UNEXPECTED', portalText: '' };
  expect(await odd.attempt(item)).toEqual({ kind: 'unclear', problem: unexpected });
  expect(await odd.isReady?.(item)).toEqual({ kind: 'later', problem: unexpected });
  expect(await odd.read(item, 0)).toBe('failed');
  expect(await odd.takeBack?.(item, 1)).toBe('unclear');
  expect([odd.compare(item, trace), keyed.compare(item, trace)]).toEqual(['perhaps', 'other']);
  expect([odd.areCopies(trace, trace), odd.areAlike(item, item)]).toEqual([false, true]);
  expect(() => odd.discard?.(item)).not.toThrow();
  expect(odd.next?.(item)).toBeNull();
  // What a kind cannot do stays undone.
  expect(Object.keys(bare).toSorted()).toEqual(Object.keys(portalOfOne().policy).toSorted());
});

test('a screen that throws instead of reading: not read', async () => {
  expect(await guardRead(throws)(7)).toBe('failed');
  expect(await guardRead(() => Promise.reject(new Error(secret)))(7)).toBe('failed');
  expect(await guardRead(() => Promise.resolve('denied'))(7)).toBe('denied');
});
