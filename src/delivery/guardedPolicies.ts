/**
 * Policies that keep their word: they never throw, and never reject. What does all the same is a bug of ours, and must
 * not stop a lane: each answer is then the one by which nothing is lost, sent twice or taken away. Of the error nothing
 * is kept or shown: it may hold a text, or the token.
 */
import type { Problem } from './item.ts';
import type { Policies, Policy, Read } from './policy.ts';

const unexpected: Problem = { kind: 'unclear', code: 'UNEXPECTED', portalText: '' };

export function guardPolicies(policies: Policies): Policies {
  return Object.fromEntries(Object.entries(policies).map(([kind, policy]) => [kind, guard(policy)]));
}

export function guardRead(read: Read): Read {
  return (since) => settled(() => read(since), 'failed');
}

function guard(policy: Policy): Policy {
  // Without a key 'perhaps' confirms nothing, and keeps it from being anybody's copy; with one it may confirm.
  const alike = policy.type === 'keyed' ? 'other' : 'perhaps';
  return {
    ...policy,
    attempt: (item) => settled(() => policy.attempt(item), { kind: 'unclear', problem: unexpected }),
    read: (item, since) => settled(() => policy.read(item, since), 'failed'),
    compare: (item, trace) => sure(() => policy.compare(item, trace), alike),
    areCopies: (one, other) => sure(() => policy.areCopies(one, other), false),
    areAlike: (one, other) => sure(() => policy.areAlike(one, other), true),
    ...guardedOptions(policy),
  };
}

/** What a kind cannot do stays undone. */
function guardedOptions(policy: Policy): Partial<Policy> {
  return {
    ...(policy.isReady && {
      isReady: (item) =>
        settled(async () => (await policy.isReady?.(item)) ?? 'ready', {
          kind: 'later',
          problem: unexpected,
        }),
    }),
    ...(policy.takeBack && {
      takeBack: (item, traceId) =>
        settled(async () => (await policy.takeBack?.(item, traceId)) ?? 'stays', 'unclear'),
    }),
    ...(policy.discard && { discard: (item) => sure(() => policy.discard?.(item), undefined) }),
    ...(policy.next && { next: (item) => sure(() => policy.next?.(item) ?? null, null) }),
  };
}

async function settled<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}

function sure<Value>(ask: () => Value, otherwise: Value): Value {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
