/** How a lane's record changes: the arrows of the state chart in `delivery.ts`, except those that evidence draws. Pure. */
import { cannotLookCode, leftCode, neverSentCode, type Item, type Problem } from './item.ts';
import { policyOf, type Outcome, type Policies } from './policy.ts';
import {
  asFresh,
  inState,
  isAnswered,
  isInDoubt,
  mapItems,
  mayRepeat,
  tracesOf,
  unattempted,
  withItem,
} from './record.ts';
import type { LaneRecord } from './store.ts';
import { limitPause, patience } from './times.ts';

const leftBehind: Problem = { kind: 'unclear', code: leftCode, portalText: '' };

/** The clock was set back: what was noted by the old one is of now, so that nothing waits until it is that late again. */
export function upTo(record: LaneRecord, now: number): LaneRecord {
  const isAhead = (time: number | undefined) => time !== undefined && time > now;
  const longestPause = now + limitPause(Infinity);
  return mapItems(record, (item) => {
    const { firstAttemptAt, attemptEndedAt, notBefore } = item;
    const isPausedTooLong = notBefore !== undefined && notBefore > longestPause;
    if (!isAhead(firstAttemptAt) && !isAhead(attemptEndedAt) && !isPausedTooLong) return item;
    return {
      ...item,
      ...(isAhead(firstAttemptAt) ? { firstAttemptAt: now } : {}),
      ...(isAhead(attemptEndedAt) ? { attemptEndedAt: now } : {}),
      ...(isPausedTooLong ? { notBefore: now } : {}),
    };
  });
}

/**
 * What a page finds when its turn begins: nobody else is at work in the lane.
 * @param ownAttempts keys whose attempt this very page has under way
 * @param mustAsk items that a page now gone left unsent and that are not to be sent unasked
 */
export function takeOver(
  record: LaneRecord,
  ownAttempts: ReadonlySet<string>,
  mustAsk: (item: Item) => boolean,
  now: number,
): LaneRecord {
  return mapItems(upTo(record, now), (item) => {
    if (item.state === 'sending' && !ownAttempts.has(item.key)) {
      const left: Item = { ...inState(item, 'unclear', leftBehind), attemptEndedAt: now };
      return mustAsk(item) ? { ...left, isOld: true } : left;
    }
    if (isInDoubt(item) && !item.isOld && mustAsk(item)) return { ...item, isOld: true };
    if (item.state === 'sent' && item.attemptEndedAt === undefined && !ownAttempts.has(item.key)) {
      return { ...item, attemptEndedAt: now };
    }
    if (item.state !== 'queued' || !mustAsk(item)) return item;
    // Turned away, as far as the portal said: the browser may have made a copy before that (BF 1A).
    if (item.attempts > 0) return { ...inState(item, 'unclear', leftBehind), isOld: true };
    return inState(item, 'refused', { kind: 'refused', code: neverSentCode, portalText: '' });
  });
}

/**
 * A byte may leave once this stands in the store.
 * @param newest the newest trace in the lane; undefined: not known, and then only a key can confirm the item
 */
export function begin(record: LaneRecord, key: string, newest: number | undefined, now: number): LaneRecord {
  return withItem(record, key, (item) => {
    const { attemptEndedAt: _, ...rest } = inState(
      item,
      'sending',
      isInDoubt(item) ? item.problem : undefined,
    );
    const isFirst = item.attempts === 0;
    return {
      ...rest,
      attempts: item.attempts + 1,
      ...(isFirst ? { firstAttemptAt: now } : {}),
      ...(isFirst && newest !== undefined ? { baseline: Math.max(newest, record.floor) } : {}),
    };
  });
}

/**
 * An attempt was stored, and no byte of it has left: all is as it was before. Only what was recognised meanwhile stays
 * sent, since others have made something of that.
 * @param attempt which one it was
 */
export function undoBegin(record: LaneRecord, key: string, attempt: number, now: number): LaneRecord {
  return withItem(record, key, (item) => {
    if (item.attempts !== attempt) return item;
    if (item.state === 'sent') return { ...item, attemptEndedAt: now };
    const before = { ...inState(item, 'queued'), attempts: attempt - 1, attemptEndedAt: now };
    return attempt > 1 ? before : unattempted(before);
  });
}

/**
 * An attempt has ended. What was recognised meanwhile stays sent, whatever the portal said.
 * @param attempt which one it was; the verdict on an earlier one says nothing about a later one
 */
export function conclude(
  record: LaneRecord,
  key: string,
  { attempt, outcome, now }: { attempt: number; outcome: Outcome; now: number },
): LaneRecord {
  const floor = outcome.kind === 'done' ? Math.max(record.floor, outcome.traceId) : record.floor;
  const concluded = withItem(record, key, (before) => {
    if (before.attempts !== attempt && outcome.kind !== 'done') return before;
    const item: Item = { ...before, attemptEndedAt: now };
    if (before.state === 'sent') return item;
    switch (outcome.kind) {
      case 'done':
        return { ...inState(item, 'sent'), traceId: outcome.traceId };
      case 'answered':
        return inState(item, 'confirming');
      case 'refused':
        return inState(item, 'refused', outcome.problem);
      case 'later':
        return paused(item, outcome.problem, now);
      case 'notHere':
        return inState(item, 'queued', outcome.problem);
      case 'known':
        return { ...inState(item, 'unclear', outcome.problem), isKnown: true };
      case 'unclear':
      default:
        return inState(item, 'unclear', outcome.problem);
    }
  });
  return floor === record.floor ? concluded : { ...concluded, floor };
}

function paused(item: Item, problem: Problem, now: number): Item {
  const pauses = (item.pauses ?? 0) + 1;
  return { ...inState(item, 'queued', problem), pauses, notBefore: now + limitPause(pauses) };
}

/**
 * The person wants it sent, although it was refused or is in doubt.
 * @param sendKey what the portal is told of a keyed one that was refused: it does not forget the old key at once
 */
export function sendAgain(record: LaneRecord, key: string, sendKey: string, now: number): LaneRecord {
  return withItem(record, key, (item) => {
    if (item.state !== 'refused' && item.state !== 'stillUnclear') return item;
    const next: Item = { ...asFresh(inState(item, 'queued')), wantedAt: now };
    if (item.state === 'stillUnclear') return next;
    // For certain nothing was written.
    return { ...unattempted(next), sendKey };
  });
}

/** Nothing more is to be learned of these. What confirmed them must not confirm another one. */
export function forget(record: LaneRecord, keys: ReadonlySet<string>): LaneRecord {
  const gone = record.items.filter(({ key }) => keys.has(key)).flatMap(tracesOf);
  const rest = mapItems(record, (item) => (keys.has(item.key) ? null : item));
  const { claimed: before = [], ...bare } = rest;
  const claimed = [...before, ...gone].filter((id) => rest.items.some(({ baseline = id }) => baseline < id));
  return claimed.length > 0 ? { ...bare, claimed } : bare;
}

/**
 * Looked for, and not found.
 * @param now when the reading began
 */
export function lookedFor(record: LaneRecord, policies: Policies, now: number): LaneRecord {
  return mapItems(record, (item) => {
    if (!isInDoubt(item) || !(item.kind in policies)) return item;
    if (isAnswered(item) && item.baseline === undefined) return inState(item, 'sent');
    const age = now - (item.attemptEndedAt ?? now);
    const isKeyed = policyOf(policies, item).type === 'keyed';
    const isOver = isKeyed ? !mayRepeat(item) && age >= 0 : age >= patience;
    if (isOver) return inState(item, 'stillUnclear', item.problem);
    return item.state === 'confirming' ? item : inState(item, 'confirming', item.problem);
  });
}

/** It cannot be looked for, because this person may not read the lane: the portal's word is all there is. */
export function cannotLook(record: LaneRecord, policies: Policies): LaneRecord {
  return mapItems(record, (item) => {
    if (!isInDoubt(item) || !(item.kind in policies)) return item;
    if (isAnswered(item)) return inState(item, 'sent');
    if (policyOf(policies, item).type === 'keyed' && mayRepeat(item)) return item;
    return inState(item, 'stillUnclear', {
      kind: 'unclear',
      portalText: '',
      ...item.problem,
      code: cannotLookCode,
    });
  });
}
