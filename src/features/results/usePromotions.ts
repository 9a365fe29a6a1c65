/** Follows messages on their way to being results, from the press to the moment the list shows them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Item } from '../../delivery/item.ts';
import { laneOfResult } from '../../sending/resultOf.ts';
import type { Desk } from '../../sending/useDesk.ts';
import { fateOf, type Fate } from './leaving.ts';
import type { Promotions } from './results.ts';
import { useListed } from './useListed.ts';

export type PromotionDesk = Pick<
  Desk,
  'add' | 'checkIn' | 'sendIn' | 'removeIn' | 'isSentIn' | 'unsent' | 'isDown' | 'isMissing'
>;

interface Followed extends Omit<Promotions, 'promote'> {
  /** without asking whether it is one already */
  add: Promotions['promote'];
  /** no longer on their way; the list has not been read since */
  left: ReadonlyMap<number, Exclude<Fate, 'dropped'>>;
}

interface PromotionsOptions {
  taskId: number;
  desk: PromotionDesk;
  /** when the list that is shown began to be read (`performance.now()`) */
  listBegan: number | undefined;
  /** stable */
  readList: () => void;
}

const none: ReadonlySet<number> = new Set();

export function usePromotions({ taskId, desk, listBegan, readList }: PromotionsOptions): Followed {
  const { unsent, isMissing } = desk;
  const fresh = useMemo(() => itemsOf(taskId, unsent), [taskId, unsent]);
  const [asked, setAsked] = useState<ReadonlyMap<number, Item>>(new Map());
  const [left, setLeft] = useState<Followed['left']>(new Map());
  const [dropped, setDropped] = useState(none);
  const [before, setBefore] = useState(fresh);
  // A message that is sent is none of these: every row would be drawn anew for it.
  const items = isSameMap(before, fresh) ? before : fresh;
  if (before !== items) {
    setBefore(items);
    const gone = [...before].flatMap(([id, item]): Array<[number, Exclude<Fate, 'dropped'>]> => {
      if (items.has(id)) return [];
      const fate = fateOf(item, desk.isSentIn(laneOfResult(id), item.key), dropped.has(id));
      return fate === 'dropped' ? [] : [[id, fate]];
    });
    if (gone.length > 0) setLeft(new Map([...left, ...gone]));
    if ([...asked.keys()].some((id) => items.has(id))) {
      setAsked(new Map([...asked].filter(([id]) => !items.has(id))));
    }
  }
  // Delivery could not be loaded: what was asked for never begins, and the screen says so.
  if (isMissing && asked.size > 0) setAsked(new Map());
  const onListed = useCallback((ids: ReadonlySet<number>) => {
    setLeft((known) => new Map([...known].filter(([id]) => !ids.has(id))));
  }, []);
  useListed({ left, began: listBegan, readSoon: readList, onListed });

  const onTheWay = useMemo(() => new Map([...asked, ...items]), [asked, items]);
  const latest = useRef({ desk, items });
  useEffect(() => {
    latest.current = { desk, items };
  });

  const add = useCallback<Promotions['promote']>(
    ({ id, text }) => {
      const what = { kind: 'taskResult', text, target: { taskId, messageId: id } };
      setDropped((ids) => new Set([...ids].filter((other) => other !== id)));
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
    };
  }, []);
  return { onTheWay, left, add, ...actions };
}

function itemsOf(taskId: number, unsent: Desk['unsent']): ReadonlyMap<number, Item> {
  return new Map(
    unsent
      .filter(({ item }) => item.kind === 'taskResult' && item.target['taskId'] === taskId)
      .map(({ item }) => [Number(item.target['messageId']), item]),
  );
}

function isSameMap(one: ReadonlyMap<number, Item>, other: ReadonlyMap<number, Item>): boolean {
  return one.size === other.size && [...one].every(([id, item]) => other.get(id) === item);
}

/** Stands for the item until delivery, which may still be being loaded, shows the true one. */
function askedItem(what: Pick<Item, 'kind' | 'text' | 'target'>): Item {
  return { ...what, key: '', state: 'queued', createdAt: Date.now(), attempts: 0 };
}
