/** What this person wrote in other chats and has to decide about: it goes no further by itself. */
import { useMemo, useState } from 'react';
import type { Item } from '../delivery/item.ts';
import { needsPerson } from './needsPerson.ts';
import type { Desk } from './useDesk.ts';

export interface Elsewhere {
  lane: string;
  item: Item;
}

/**
 * In the order it was written. What is under way or waits is left out: it is through in a moment, or once the portal
 * answers. So are results, which are told in their task.
 */
export function useElsewhere({ unsent }: Pick<Desk, 'unsent'>, lane: string): readonly Elsewhere[] {
  return useMemo(
    () =>
      unsent
        .filter((one) => one.lane !== lane && one.item.kind !== 'taskResult' && needsPerson(one.item))
        .toSorted((one, other) => one.item.createdAt - other.item.createdAt),
    [unsent, lane],
  );
}

/**
 * For a list that is being looked at, from its mount on: what is sent again stays in it, with what becomes of it, and
 * only what was taken out leaves.
 */
export function useListed(
  open: readonly Elsewhere[],
  { unsent, isSentIn }: Pick<Desk, 'unsent' | 'isSentIn'>,
): readonly Elsewhere[] {
  const [listed, setListed] = useState(open);
  const more = open.filter((one) => !listed.some((other) => isSame(one, other)));
  if (more.length > 0) setListed([...listed, ...more]);
  return listed.flatMap((one) => {
    const { lane, item } = one;
    const now = unsent.find((other) => isSame(one, other));
    if (now) return [now];
    return isSentIn(lane, item.key) ? [{ lane, item: { ...item, state: 'sent' as const } }] : [];
  });
}

function isSame(one: Elsewhere, other: Elsewhere): boolean {
  return one.lane === other.lane && one.item.key === other.item.key;
}
