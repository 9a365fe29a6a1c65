/**
 * One send that leads to another, in a lane of its own. The second is stored before the first is marked as followed,
 * under the first one's key: a page that goes in between leaves nothing undone, and nothing is stored twice.
 */
import type { Clock } from './clock.ts';
import type { Item } from './item.ts';
import type { Lanes } from './lanes.ts';
import { policyOf, type NextItem, type Policies } from './policy.ts';
import { find, withItem } from './record.ts';

interface FollowUpOptions {
  policies: Policies;
  lanes: Pick<Lanes, 'record' | 'change' | 'append'>;
  clock: Clock;
  /** told before the second is stored */
  onFollow: (key: string) => void;
}

/** @returns to be called whenever a lane has changed */
export function createFollowUps({
  policies,
  lanes,
  clock,
  onFollow,
}: FollowUpOptions): (lane: string) => void {
  const underWay = new Set<string>();

  async function follow(lane: string, item: Item): Promise<void> {
    const next = policyOf(policies, item).next?.(item);
    if (!next || underWay.has(item.key)) return;
    underWay.add(item.key);
    // As it stands in the store: another page may have followed it, and the person may have taken out what came of it.
    const isDue = await lanes.change(lane, (before) => {
      const own = find(before, item.key);
      return { record: before, result: own !== undefined && isToBeFollowed(own, policies) };
    });
    if (isDue) await store(lane, item.key, next);
    underWay.delete(item.key);
  }

  async function store(lane: string, key: string, { lane: nextLane, ...what }: NextItem): Promise<void> {
    onFollow(key);
    await lanes.append(nextLane, { ...what, key, state: 'queued', createdAt: clock.now(), attempts: 0 });
    await lanes.change(lane, (before) => ({
      record: withItem(before, key, (own) => ({ ...own, isFollowed: true })),
      result: undefined,
    }));
  }

  return (lane) => {
    for (const item of lanes.record(lane).items) {
      if (isToBeFollowed(item, policies)) void follow(lane, item);
    }
  };
}

/** Sent, and what it leads to is not stored yet. */
export function isToBeFollowed(item: Item, policies: Policies): boolean {
  if (item.state !== 'sent' || item.isFollowed === true || !(item.kind in policies)) return false;
  return Boolean(policyOf(policies, item).next?.(item));
}
