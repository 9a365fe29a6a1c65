/** What delivery promises, watched while things happen and summed up at the end. */
import type { Item } from '../../../../src/delivery/item.ts';
import type { Outcome } from '../../../../src/delivery/policy.ts';
import type { LaneRecord } from '../../../../src/delivery/store.ts';
import { keyedAttempts, sendsLeftBehind } from '../../../../src/delivery/times.ts';
import type { Agenda } from './agenda.ts';
import type { Browser, Page } from './pages.ts';
import type { Message, Portal } from './portal.ts';

/** What is known of an item since it was stored. */
interface History {
  item: Item;
  lane: string;
  /** "send again" that took effect */
  asked: number;
  /** "check again" that took effect */
  checked: number;
  /** attempts that ended in "too many requests" */
  later: number;
  /** the person took it out */
  isRemoved: boolean;
  /** the person took it out and put it back, after it was attempted: nothing confirms that attempt any more */
  isBack: boolean;
  /** the person took it out before its first attempt */
  isTakenBack: boolean;
  isSent: boolean;
  /** attempts begun: bytes that have left */
  begun: number;
}

export interface Promises {
  /** @param isTurn whether it is the turn of the page that has changed it */
  onChange: (before: LaneRecord, after: LaneRecord, isTurn: boolean) => void;
  onAttempt: (item: Item, page: Page, alive: readonly Page[]) => (outcome: Outcome) => void;
  /** The person sees that this message has copies. */
  onCopiesShown: (id: number) => void;
  /**
   * All is well again and nothing moves any more.
   * @param mustLeave bytes of all that is said to be sent have left: a copy of another one is not taken for it
   */
  assertKept(browser: Browser, mustLeave: boolean): void;
  broken: string[];
}

const minute = 60_000;

export function createPromises(agenda: Agenda, portal: Portal): Promises {
  const histories = new Map<string, History>();
  /** copies that the person was told of, on a screen */
  const told = new Set<number>();
  /** messages of which the person has seen that they have copies */
  const shown = new Set<number>();
  /** pages at work on an item */
  const underWay = new Map<string, Set<Page>>();
  const broken: string[] = [];
  const start = agenda.now();

  function breaks(what: string, ...items: Item[]): void {
    const names = items.map(({ key, text, kind }) => `${kind} ${key.slice(0, 4)} "${text}"`).join(', ');
    broken.push(`at ${(agenda.now() - start) / 1000} s: ${what}: ${names}`);
  }

  function historyOf(item: Item, lane: string): History {
    const known = histories.get(item.key);
    if (known) return known;
    const never = { isRemoved: false, isBack: false, isTakenBack: false, isSent: false };
    const fresh = { item, lane, asked: 0, checked: 0, later: 0, begun: 0, ...never };
    histories.set(item.key, fresh);
    return fresh;
  }

  function onStep(before: Item | undefined, item: Item, record: LaneRecord, isTurn: boolean): void {
    const history = historyOf(item, record.lane);
    history.item = item;
    if (!before && history.isRemoved) {
      history.isRemoved = false;
      history.isTakenBack = false;
      history.isBack = history.begun > 0;
    }
    if (before?.state === item.state && before.attempts === item.attempts) return;
    if (item.state === 'sent') history.isSent = true;
    if (before?.state === 'sent') breaks(`sent is ${item.state}`, item);
    if (item.state === 'queued' && before) {
      // Not one that was begun and never left.
      const isUndone = before.state === 'stillUnclear' && item.attempts < before.attempts;
      if (before.state === 'refused' || (before.state === 'stillUnclear' && !isUndone)) history.asked += 1;
    }
    if (item.state === 'unclear' && before?.state === 'stillUnclear') history.checked += 1;
    if (item.state === 'sending' && !isTurn) breaks('attempted out of turn', item);
    if (item.state === 'sending') onBegun(before, item, record, history);
  }

  function onBegun(before: Item | undefined, item: Item, { items }: LaneRecord, history: History): void {
    const isKeyed = item.kind === 'keyed';
    const mayBegin =
      before?.state === 'queued' ||
      (isKeyed && before !== undefined && /^(unclear|confirming)$/.test(before.state));
    if (!mayBegin) breaks(`attempted while ${before?.state ?? 'not stored'}`, item);
    const earlier = items.slice(
      0,
      items.findIndex(({ key }) => key === item.key),
    );
    for (const [index, other] of earlier.entries()) {
      if (historyOf(other, history.lane).asked > 0 || history.asked > 0 || before?.state !== 'queued')
        continue;
      const waitsForPerson = earlier
        .slice(0, index)
        .some(({ state, text }) => state === 'stillUnclear' && text === other.text);
      if (other.state === 'sending' || other.state === 'unclear')
        breaks(`attempted before one that is ${other.state}`, item, other);
      if (other.state === 'queued' && !waitsForPerson) breaks('attempted before an earlier one', item, other);
      const isAlike = other.kind === item.kind && other.text === item.text;
      if (isAlike && (other.state === 'stillUnclear' || other.state === 'confirming')) {
        breaks(`attempted before an alike one that is ${other.state}`, item, other);
      }
    }
  }

  function onKeyed(item: Item, alive: readonly Page[], { begun, later, asked }: History): void {
    if (begun > (asked + 1) * (keyedAttempts + later)) breaks(`attempted ${begun} times`, item);
    const wanted = item.wantedAt ?? item.createdAt;
    const wasLeft =
      alive.every(({ openedAt }) => openedAt > wanted) && agenda.now() - wanted > sendsLeftBehind + minute;
    if (wasLeft) breaks('left behind long ago, and sent unasked', item);
  }

  /** What is not to be told any more must have been seen. */
  function onTold(before: LaneRecord, after: LaneRecord): void {
    for (const { traceId, of } of before.told ?? []) {
      if (after.told?.some((other) => other.traceId === traceId)) continue;
      if (shown.has(of)) told.add(traceId);
      else broken.push(`copy ${traceId} of ${of} is told to nobody`);
    }
  }

  /** What is to be told is told by every screen that shows the lane. */
  function toldBy({ records, pages }: Browser): Set<number> {
    const telling = new Set<number>();
    for (const { lane, told: waiting = [] } of records.values()) {
      for (const { traceId, of } of waiting) {
        telling.add(traceId);
        if (!pages.every(({ delivery }) => delivery.getLane(lane).copied.get(of) === 'untold'))
          broken.push(`copy ${traceId} of ${of} is not told`);
      }
    }
    return telling;
  }

  return {
    broken,
    onCopiesShown: (id) => shown.add(id),
    onChange(before, after, isTurn) {
      onTold(before, after);
      for (const item of after.items) {
        onStep(
          before.items.find(({ key }) => key === item.key),
          item,
          after,
          isTurn,
        );
      }
      for (const item of before.items) {
        if (after.items.some(({ key }) => key === item.key)) continue;
        const history = historyOf(item, after.lane);
        if (item.state !== 'sent') history.isRemoved = true;
        if (item.state === 'queued' && item.attempts === 0 && history.asked === 0) history.isTakenBack = true;
        if (item.state === 'sending' || item.state === 'unclear' || item.state === 'confirming')
          breaks(`taken out while ${item.state}`, item);
      }
      if (new Set(after.items.map(({ key }) => key)).size < after.items.length)
        breaks('stored twice', ...after.items);
    },
    onAttempt(item, page, alive) {
      const history = histories.get(item.key);
      const at = underWay.get(item.key) ?? new Set();
      underWay.set(item.key, at);
      // One that has slept may have lost its turn; a keyed send is then made again without its answer.
      const isAwake = ({ isAlive, wakesAt }: Page): boolean => isAlive && wakesAt === 0;
      if ([...at].some(isAwake)) breaks('attempted by two pages at a time', item);
      at.add(page);
      const state = history?.item.state;
      if (!history || (state !== 'sending' && state !== 'sent' && !history.isRemoved)) {
        breaks(`bytes leave while it is ${state ?? 'not stored'}`, item);
      }
      if (history?.isTakenBack) breaks('bytes leave although it was taken out', item);
      if (history) history.begun += 1;
      if (history && item.kind === 'keyed') onKeyed(item, alive, history);
      if (history && item.kind !== 'keyed' && history.begun > 1 + history.later + history.asked) {
        breaks('attempted again unasked', item);
      }
      return ({ kind }) => {
        at.delete(page);
        if (history && kind === 'later') history.later += 1;
      };
    },
    assertKept(browser, mustLeave) {
      const left = new Map(
        [...browser.records.values()].flatMap(({ items }) => items.map((item) => [item.key, item])),
      );
      for (const history of histories.values()) {
        const { item, isSent, isRemoved } = history;
        const stored = left.get(item.key);
        if (mustLeave && isSent && history.begun === 0)
          breaks('said to be sent, and no byte of it has left', item);
        if (isSent || isRemoved) continue;
        if (!stored) {
          breaks('lost', item);
          continue;
        }
        const isHeldUp = [...left.values()].some(
          (other) =>
            other.state === 'stillUnclear' &&
            historyOf(other, '').lane === history.lane &&
            other.text === item.text,
        );
        const asks =
          stored.state === 'refused' ||
          stored.state === 'stillUnclear' ||
          (stored.state === 'queued' && isHeldUp);
        if (!asks) breaks(`left ${stored.state}`, stored);
        for (const { delivery } of browser.pages) {
          const { unsent } = delivery.getOverview();
          if (
            unsent.filter((one) => one.item.key === item.key && one.item.state === stored.state).length !== 1
          ) {
            breaks('not shown, or not as it is', stored);
          }
        }
      }
      const telling = toldBy(browser);
      for (const group of groupsOf(histories.values())) assertCount(group, telling);
    },
  };

  /** Of one lane and text: as many as were said to be sent, and no more than somebody has asked for or was told of. */
  function assertCount(group: History[], telling: ReadonlySet<number>): void {
    const [first] = group;
    if (!first) return;
    const { kind, text } = first.item;
    const items = group.map(({ item }) => item);
    const inLane = portal.messages.filter(({ lane }) => lane === first.lane);
    const made = (key: string): Message[] => inLane.filter(({ madeBy }) => madeBy === key);
    const confirmed = group.filter(({ isSent, item }) => isSent && item.traceId !== undefined);

    if (kind === 'check') {
      const held = inLane.filter((message) => message.text === text).length;
      if (confirmed.length > 0 && held === 0) breaks('said to be sent, and is not there', ...items);
    } else {
      const held = group.reduce((sum, { item }) => sum + made(item.key).length, 0);
      if (held < confirmed.length) breaks(`${confirmed.length} said to be sent, ${held} there`, ...items);
      const claims = confirmed.map(({ item }) => item.traceId);
      if (new Set(claims).size < claims.length) breaks('one message for two', ...items);
      for (const { item } of confirmed) {
        const message = inLane.find(({ id }) => id === item.traceId);
        if (!message) breaks('its message is gone', item);
        else if (message.madeBy === null) breaks('its message is not from here', item);
      }
    }

    for (const { item, isSent, isRemoved, isBack } of group) {
      const isSeen = made(item.key).some(({ isEdited }) => !isEdited) && !portal.denied.has(first.lane);
      if (!isSent && !isRemoved && !isBack && isSeen) breaks(`${item.state}, although it is there`, item);
    }

    const allowed = group.reduce((sum, history) => {
      const { item, asked, isSent } = history;
      const isWatched = isSent && item.traceId !== undefined && !portal.denied.has(first.lane);
      // What could not be looked for, and what the person took out, has no limit; a "send again" may make one more.
      return sum + (isWatched ? 1 + asked : made(item.key).length);
    }, 0);
    const held = group.flatMap(({ item }) => made(item.key));
    // A copy that the person has edited has been seen.
    const isTold = (id: number): boolean => told.has(id) || telling.has(id);
    const untold = held.filter(({ id, isEdited }) => !isTold(id) && !isEdited).length;
    if (untold > allowed)
      breaks(`${held.length} there, ${allowed} wanted, ${held.length - untold} told`, ...items);
  }
}

function groupsOf(histories: Iterable<History>): History[][] {
  const groups = new Map<string, History[]>();
  for (const history of histories) {
    const name = `${history.lane}\n${history.item.text}`;
    groups.set(name, [...(groups.get(name) ?? []), history]);
  }
  return [...groups.values()];
}
