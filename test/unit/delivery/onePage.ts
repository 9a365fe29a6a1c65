/** A page that is alone, with policies of the test's own, twenty times as fast as the wall clock. */
import { onTestFinished } from 'vitest';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import type { Policy, Trace } from '../../../src/delivery/policy.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';

export interface Held extends Trace {
  text: string;
}

/** What a portal holds, and a policy that writes to it; its "yes" gives no name. */
export function portalOfOne() {
  const held: Held[] = [];
  const policy: Policy<Held> = {
    type: 'read-back',
    attempt({ text }) {
      held.push({ id: held.length + 1, at: Date.now(), text });
      return Promise.resolve({ kind: 'answered' });
    },
    read: () => Promise.resolve([...held]),
    compare: ({ text }, trace) => (trace.text === text ? 'mine' : 'other'),
    areCopies: (one, other) => one.text === other.text,
    areAlike: (one, other) => one.text === other.text,
  };
  return { held, policy };
}

/** It is the policy of the kind 'text'. */
export async function openPage(
  policy: Policy<Held>,
  isOnline: () => boolean = () => true,
): Promise<Delivery> {
  const delivery = createDelivery({
    store: createMemoryStore(),
    policies: { text: policy },
    turns: { take: (_lane, work) => work({ number: null, signal: new AbortController().signal }) },
    news: { tell: () => undefined, listen: () => () => undefined },
    clock: createClock(20),
    isOnline,
  });
  await delivery.start();
  onTestFinished(() => delivery.stop());
  return delivery;
}
