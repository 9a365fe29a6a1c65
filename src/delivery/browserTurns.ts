/**
 * Turns among the pages of one browser: by Web Locks; where the frame has none, by leases in the store; where the store
 * does not last either, at once, because then pages share nothing.
 */
import type { Clock } from './clock.ts';
import { leaseLife, takeLease } from './lease.ts';
import { takeLock } from './locks.ts';
import type { Owner } from './owner.ts';
import type { DeliveryStore } from './store.ts';
import type { Turns } from './turns.ts';

export interface TurnsOptions {
  store: DeliveryStore;
  owner: Owner;
  /** paces how often a page asks for a lease that another one holds */
  clock: Clock;
  /** of a lease, ms by the wall clock */
  life?: number;
}

export function createTurns({ store, owner, clock, life = leaseLife }: TurnsOptions): Turns {
  return {
    async take(...turn) {
      if (await takeLock(owner, ...turn)) return;
      await takeLease({ store, clock, life }, ...turn);
    },
  };
}
