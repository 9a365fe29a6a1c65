/**
 * Exactly-once delivery: everything a person sends, on its way to the portal. Knows neither React nor Bitrix24.
 *
 *              person sends                 its turn, stored              the portal named it, or it was seen
 *   (draft) ------------------> queued ------------------------> sending ------------------------------------> sent
 *                                 ^ ^                             |  |  \
 *           "not now": it waits,  | |                             |  |   \ definite no
 *              then goes on       | +-----------------------------+  |    `--------> refused
 *                                 |                                  |                  | person: send again (anew),
 *                                 |          no verdict, page gone   v                  |         edit, delete
 *          person: send again     |                      .------ unclear                v
 *          (reads once more first)|                      |           | read, not found
 *                                 |                      | seen      v
 *                            stillUnclear <---------- confirming <------ yes without a name
 *                             | not found for 75 s       |
 *                             | seen later, or by        | seen
 *                             v "check again"            v
 *                            sent                       sent ---- watched for 75 s for copies the browser made ---> gone
 *
 * Less trodden: queued -> refused (left behind and too old, or the policy says that it makes no sense) or -> sent
 * (check-first: the portal holds it already); unclear, confirming -> sending (keyed: repeated with the same key);
 * refused -> sent (a copy that the browser made before the one that was refused); where the lane may not be read,
 * confirming -> sent on the portal's word alone, and unclear -> stillUnclear at once.
 *
 * - A lane (one dialog) keeps its order; `refused` and `stillUnclear` let others pass, but nothing that could be
 *   mistaken for one in doubt. What is queued and not begun, and why: `held.ts`.
 * - Each arrow is one transaction on the lane's record, so several pages can draw them. A byte leaves after `sending`
 *   was stored with its baseline; found as `sending` by the next page, it is `unclear`.
 * - Only the page whose turn it is begins attempts. An attempt is repeated only where the portal takes a key.
 * - "Seen" is decided in `settle.ts` alone, whoever has read; a trace confirms one item only.
 * - What is `queued`, `refused` or `stillUnclear` can be taken out, by any page: by what stands in the record, so either
 *   that or the attempt begins. For a while it can be put back; what was tried before asks then
 *   (`takingOut.ts`).
 */
import type { Clock } from './clock.ts';
import { createConnection } from './connection.ts';
import { createFollowUps } from './followUps.ts';
import { guardPolicies, guardRead } from './guardedPolicies.ts';
import { neverSentCode, newKey, type Item } from './item.ts';
import { createLanes, type LaneView, type Unsent } from './lanes.ts';
import type { Policies, Read, Trace } from './policy.ts';
import { needsEvidence } from './settle.ts';
import type { DeliveryStore, DraftChange } from './store.ts';
import { createTakingOut, type TakingOut } from './takingOut.ts';
import { sendsLeftBehind } from './times.ts';
import { withoutTold } from './told.ts';
import { asFresh, inState, withItem } from './record.ts';
import { sendAgain } from './transitions.ts';
import type { News, Turns } from './turns.ts';
import { createWorkers } from './workers.ts';

export interface DeliveryOptions {
  store: DeliveryStore;
  policies: Policies;
  turns: Turns;
  news: News;
  clock: Clock;
  /** whether the browser has a network; whether the portal can be reached is found out */
  isOnline: () => boolean;
}

/** What is on its way in all lanes. */
export interface Overview {
  /** the portal does not answer, or there is no network: what is queued waits */
  isDown: boolean;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
  /** everything that is not sent, by lane */
  unsent: readonly Unsent[];
}

export interface Delivery {
  /** Takes up what earlier pages have left behind. */
  start: () => Promise<void>;
  /** Takes up what a page has stored of which nothing was heard: it was gone before it could tell. */
  takeUp: () => Promise<void>;
  /** Stops working; what is under way stays in the store for another page. */
  stop: () => void;
  subscribe: (listener: () => void) => () => void;
  /** The same object as long as nothing has changed. */
  getLane: (lane: string) => LaneView;
  /** The same object as long as nothing has changed. */
  getOverview: () => Overview;
  /**
   * Shown at once; stored, and the draft gone in the same transaction, before this resolves; sent after that.
   * @returns the item's key
   */
  add: (lane: string, what: Pick<Item, 'kind' | 'text' | 'target'>, draftId?: string) => Promise<string>;
  /** The page has read the newest part of the lane, beginning at `began` (ms since 1970 by the delivery's clock). */
  settle: (lane: string, traces: readonly Trace[], began: number) => void;
  /** A screen shows the lane: readings go through it. @returns ends that */
  attend: (lane: string, read: Read) => () => void;
  checkAgain: (lane: string, key: string) => Promise<void>;
  sendAgain: (lane: string, key: string) => Promise<void>;
  /**
   * Takes an item out, if no attempt is under way or being looked for: with a draft that takes its text in the same
   * transaction.
   * @returns whether it did; if not, nothing has changed
   */
  remove: (lane: string, key: string, draft?: DraftChange) => Promise<boolean>;
  /** The same, until the person thinks better of it. */
  takeOut: TakingOut['takeOut'];
  /** The person has been shown that this one has copies: a page that comes later need not tell. */
  copiesShown: (lane: string, traceId: number) => void;
  /** The network is said to be back, or gone. */
  resume: () => void;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, turns, news, clock, isOnline } = options;
  const policies = guardPolicies(options.policies);
  const lanes = createLanes(store, news, policies);
  const attending = new Map<string, Read>();
  /** keys of what was written in this page */
  const own = new Set<string>();
  /** key -> `wantedAt`, as a page now gone left it */
  const leftBehind = new Map<string, number | undefined>();
  const connection = createConnection(clock, isOnline, () => {
    lanes.publish();
    workers.workAll();
  });
  const workers = createWorkers({
    policies,
    turns,
    clock,
    connection,
    lanes,
    store,
    attended: (lane) => attending.get(lane),
    mustAsk: ({ key, kind, createdAt, wantedAt }) =>
      leftBehind.has(key) &&
      leftBehind.get(key) === wantedAt &&
      (policies[kind]?.asksWhenLeft === true || clock.now() - (wantedAt ?? createdAt) > sendsLeftBehind),
  });
  const { work, senderOf } = workers;
  let overview: Overview = { isDown: false, isLasting: true, unsent: [] };

  const { change } = lanes;
  const takingOut = createTakingOut({ policies, lanes, clock });
  const followUp = createFollowUps({ policies, lanes, clock, onFollow: (key) => own.add(key) });
  lanes.onChange((lane) => {
    object(lane);
    followUp(lane);
    work(lane);
  });

  /** Another page took for left behind what was written here: this page lives, and nobody needs to be asked. */
  function object(lane: string): void {
    const now = clock.now();
    for (const { key, state, problem, isOld } of lanes.record(lane).items) {
      const isRefused = state === 'refused' && problem?.code === neverSentCode;
      if (!own.has(key) || !(isRefused || isOld)) continue;
      void change(lane, (before) => ({
        record: isRefused ? sendAgain(before, key, newKey(), now) : withItem(before, key, asFresh),
        result: undefined,
      }));
    }
  }

  async function takeUp(isLeftBehind: (item: Item) => boolean): Promise<void> {
    for (const { lane, items } of await lanes.load()) {
      for (const item of items.filter(isLeftBehind)) leftBehind.set(item.key, item.wantedAt);
      followUp(lane);
      work(lane);
    }
  }

  function isOld({ key, createdAt, wantedAt }: Item): boolean {
    return !own.has(key) && clock.now() - (wantedAt ?? createdAt) > sendsLeftBehind;
  }

  return {
    start: () => takeUp(() => true),
    takeUp: () => takeUp(isOld),
    stop() {
      workers.stop();
      lanes.close();
    },
    subscribe: lanes.subscribe,
    getLane: lanes.view,
    getOverview() {
      const next = { isDown: connection.isDown(), isLasting: store.isLasting(), unsent: lanes.unsent() };
      const isSame =
        next.isDown === overview.isDown &&
        next.isLasting === overview.isLasting &&
        next.unsent === overview.unsent;
      if (!isSame) overview = next;
      return overview;
    },
    async add(lane, what, draftId) {
      const item: Item = { ...what, key: newKey(), state: 'queued', createdAt: clock.now(), attempts: 0 };
      own.add(item.key);
      await lanes.append(lane, item, draftId === undefined ? undefined : { draftId, text: '' });
      return item.key;
    },
    settle(lane, traces, began) {
      connection.answered();
      void senderOf(lane).learn(traces, began, needsEvidence(lanes.record(lane)));
    },
    attend(lane, unguarded) {
      const read = guardRead(unguarded);
      attending.set(lane, read);
      return () => {
        if (attending.get(lane) === read) attending.delete(lane);
      };
    },
    async checkAgain(lane, key) {
      await change(lane, (before) => ({
        record: withItem(before, key, (item) =>
          item.state === 'stillUnclear' ? inState(item, 'unclear', item.problem) : item,
        ),
        result: undefined,
      }));
      connection.tryNow();
      senderOf(lane).lookNow(key);
    },
    async sendAgain(lane, key) {
      connection.tryNow();
      await change(lane, (before) => ({
        record: sendAgain(before, key, newKey(), clock.now()),
        result: undefined,
      }));
    },
    remove: takingOut.remove,
    takeOut: takingOut.takeOut,
    copiesShown(lane, traceId) {
      void change(lane, (before) => ({ record: withoutTold(before, traceId), result: undefined }));
    },
    resume: () => connection.tryNow(),
  };
}
