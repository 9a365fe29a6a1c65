/** Follows messages on their way to being results, from the press to the moment the list shows them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Item } from '../../delivery/item.ts';
import { laneOfResult } from '../../sending/resultOf.ts';
import type { Desk } from '../../sending/useDesk.ts';
import type { Promotions } from './results.ts';

export type PromotionDesk = Pick<
  Desk,
  'add' | 'checkIn' | 'sendIn' | 'removeIn' | 'unsent' | 'isDown' | 'isMissing'
>;

interface Followed extends Omit<Promotions, 'promote'> {
  /** without asking whether it is one already */
  add: Promotions['promote'];
  /** became results lately; the list has not been read since */
  landed: ReadonlySet<number>;
  /** The list has been read since these became results. */
  listed: (messageIds: ReadonlySet<number>) => void;
}

const none: ReadonlySet<number> = new Set();

export function usePromotions(taskId: number, desk: PromotionDesk): Followed {
  const { unsent, isMissing } = desk;
  const items = useMemo(() => itemsOf(taskId, unsent), [taskId, unsent]);
  const [asked, setAsked] = useState<ReadonlyMap<number, Item>>(new Map());
  const [landed, setLanded] = useState(none);
  const [dropped, setDropped] = useState(none);
  const [before, setBefore] = useState(items);
  if (before !== items) {
    setBefore(items);
    const gone = [...before.keys()].filter((id) => !items.has(id) && !dropped.has(id));
    if (gone.length > 0) setLanded(new Set([...landed, ...gone]));
    if ([...asked.keys()].some((id) => items.has(id))) {
      setAsked(new Map([...asked].filter(([id]) => !items.has(id))));
    }
  }
  // Delivery could not be loaded: what was asked for never begins, and the screen says so.
  if (isMissing && asked.size > 0) setAsked(new Map());

  const onTheWay = useMemo(() => new Map([...asked, ...items]), [asked, items]);
  const latest = useRef({ desk, items });
  useEffect(() => {
    latest.current = { desk, items };
  });

  const add = useCallback<Promotions['promote']>(
    ({ id, text }) => {
      const what = { kind: 'taskResult', text, target: { taskId, messageId: id } };
      setDropped((ids) => without(ids, new Set([id])));
      setAsked((known) => new Map([...known, [id, askedItem(what)]]));
      latest.current.desk.add(laneOfResult(id), what);
    },
    [taskId],
  );
  const actions = useMemo(() => {
    const withKey = (id: number, act: (desk: PromotionDesk, lane: string, key: string) => void) => {
      const item = latest.current.items.get(id);
      if (item) act(latest.current.desk, laneOfResult(id), item.key);
    };
    return {
      retry: (id: number) => withKey(id, (to, lane, key) => to.sendIn(lane, key)),
      check: (id: number) => withKey(id, (to, lane, key) => to.checkIn(lane, key)),
      drop(id: number) {
        setDropped((ids) => new Set([...ids, id]));
        withKey(id, (to, lane, key) => to.removeIn(lane, key));
      },
      listed: (ids: ReadonlySet<number>) => setLanded((known) => without(known, ids)),
    };
  }, []);
  return { onTheWay, landed, add, ...actions };
}

function itemsOf(taskId: number, unsent: Desk['unsent']): ReadonlyMap<number, Item> {
  return new Map(
    unsent
      .filter(({ item }) => item.kind === 'taskResult' && item.target['taskId'] === taskId)
      .map(({ item }) => [Number(item.target['messageId']), item]),
  );
}

/** Stands for the item until delivery, which may still be being loaded, shows the true one. */
function askedItem(what: Pick<Item, 'kind' | 'text' | 'target'>): Item {
  return { ...what, key: '', state: 'queued', createdAt: Date.now(), attempts: 0 };
}

function without(ids: ReadonlySet<number>, others: ReadonlySet<number>): ReadonlySet<number> {
  const rest = [...ids].filter((id) => !others.has(id));
  return rest.length === ids.size ? ids : new Set(rest);
}
