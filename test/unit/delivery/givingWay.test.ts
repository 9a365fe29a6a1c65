/** A page that cannot read the lane (its token has expired and it is hidden) must not hold up the others. */
import { expect, test } from 'vitest';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import type { Policy, Trace } from '../../../src/delivery/policy.ts';
import type { News, Turns } from '../../../src/delivery/turns.ts';

/** One turn at a time, first come, first served. */
function queue(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take(_lane, work) {
      const turn = last.then(() => work({ number: null, signal: new AbortController().signal }));
      last = turn;
      await turn;
    },
  };
}

function everybody(): () => News {
  const listeners = new Set<(lane: string) => void>();
  return () => ({
    tell: (lane) => setTimeout(() => listeners.forEach((listener) => listener(lane))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}

test('the turn goes to a page that can read', async () => {
  const [store, turns, newsOfPage] = [createMemoryStore(), queue(), everybody()];
  const held: Trace[] = [];
  const attempts: string[] = [];
  const pageThat = (name: string, canRead: boolean) => {
    const policy: Policy = {
      type: 'read-back',
      attempt() {
        attempts.push(name);
        held.push({ id: held.length + 1, at: Date.now() });
        return Promise.resolve({ kind: 'answered' });
      },
      read: () => Promise.resolve(canRead ? [...held] : 'failed'),
      compare: () => 'mine',
      areCopies: () => false,
      areAlike: () => true,
    };
    const news = newsOfPage();
    const clock = createClock(20);
    return createDelivery({ store, policies: { text: policy }, turns, news, clock, isOnline: () => true });
  };
  const [hidden, open] = [pageThat('hidden', false), pageThat('open', true)];
  await Promise.all([hidden.start(), open.start()]);

  await hidden.add('chat1', { kind: 'text', text: 'x', target: {} });

  await expect.poll(() => attempts, { timeout: 5_000 }).toEqual(['open']);
  await expect.poll(() => hidden.getLane('chat1').items[0]?.state, { timeout: 5_000 }).toBe('sent');
  hidden.stop();
  open.stop();
});

test('the turn goes to a page that can send', async () => {
  const [store, turns, newsOfPage] = [createMemoryStore(), queue(), everybody()];
  const attempts: string[] = [];
  const pageThat = (name: string, canSend: boolean) => {
    const policy: Policy = {
      type: 'keyed',
      attempt() {
        attempts.push(name);
        const problem = { kind: 'auth', code: 'HIDDEN', portalText: '' };
        return Promise.resolve(canSend ? { kind: 'done', traceId: 5 } : { kind: 'notHere', problem });
      },
      read: () => Promise.resolve([]),
      compare: () => 'other',
      areCopies: () => false,
      areAlike: () => false,
    };
    const clock = createClock(20);
    const policies = { text: policy };
    return createDelivery({ store, policies, turns, news: newsOfPage(), clock, isOnline: () => true });
  };
  const [hidden, open] = [pageThat('hidden', false), pageThat('open', true)];
  await Promise.all([hidden.start(), open.start()]);

  await hidden.add('chat1', { kind: 'text', text: 'x', target: {} });
  await open.add('chat1', { kind: 'text', text: 'y', target: {} });

  await expect.poll(() => attempts.filter((name) => name === 'open').length, { timeout: 5_000 }).toBe(2);
  expect(attempts.filter((name) => name === 'hidden').length).toBeLessThan(3);
  hidden.stop();
  open.stop();
});

test('what a living page has written is not taken for left behind by one that opens', async () => {
  const [store, turns, newsOfPage] = [createMemoryStore(), queue(), everybody()];
  let canRead = false;
  const attempts: string[] = [];
  const pageThat = (name: string) => {
    const policy: Policy = {
      type: 'read-back',
      asksWhenLeft: true,
      attempt() {
        attempts.push(name);
        return Promise.resolve({ kind: 'done', traceId: 7 });
      },
      read: () => Promise.resolve(canRead ? [] : 'failed'),
      compare: () => 'mine',
      areCopies: () => false,
      areAlike: () => true,
    };
    const clock = createClock(20);
    const policies = { text: policy };
    return createDelivery({ store, policies, turns, news: newsOfPage(), clock, isOnline: () => true });
  };
  const first = pageThat('first');
  await first.start();
  await first.add('chat1', { kind: 'text', text: 'x', target: {} });
  const second = pageThat('second');
  await second.start();
  // Long enough for the second one to have had its turn.
  await new Promise((resolve) => {
    setTimeout(resolve, 400);
  });
  canRead = true;

  await expect.poll(() => attempts.length, { timeout: 5_000 }).toBe(1);
  await expect.poll(() => first.getLane('chat1').items[0]?.state, { timeout: 5_000 }).toBe('sent');
  first.stop();
  second.stop();
});
