/**
 * Extra copies that the browser made of an attempt (BF 1A): hidden when first seen, taken back when they have looked
 * like copies long enough, told where that is not possible.
 */
import type { LaneOptions } from './laneReader.ts';
import { policyOf } from './policy.ts';
import type { Copy } from './settle.ts';
import { copyTries, copyWait, pauseAfter } from './times.ts';
import { find, withItem } from './transitions.ts';

export interface Copies {
  /** A whole reading has found these; those that were found before and are not among them are none. */
  are(found: readonly Copy[], now: number): void;
  /** A part of the lane has shown these. */
  notice(found: readonly Copy[], now: number): void;
  /** of the items that have copies */
  keys(): ReadonlySet<string>;
  /** ms since 1970, when the next one has to be looked at; Infinity: none has to */
  dueAt(): number;
}

interface Seen extends Copy {
  /** ms since 1970; from here on it has looked like a copy, or like one that could not be removed */
  since: number;
  isGoing: boolean;
  /** The portal would not remove it, or had done so already: the next reading tells. */
  isRefused: boolean;
}

type Options = Pick<LaneOptions, 'policies' | 'clock' | 'record' | 'change' | 'onCopy' | 'mayTakeBack'>;

export function createCopies({ policies, clock, record, change, onCopy, mayTakeBack }: Options): Copies {
  const seen = new Map<number, Seen>();

  function notice(found: readonly Copy[], now: number): void {
    for (const copy of found) {
      if (seen.has(copy.traceId)) continue;
      seen.set(copy.traceId, { ...copy, since: now, isGoing: false, isRefused: false });
      onCopy(copy.traceId, 'going');
    }
  }

  function are(found: readonly Copy[], now: number): void {
    notice(found, now);
    for (const copy of seen.values()) {
      if (copy.isGoing) continue;
      const isThere = found.some(({ traceId }) => traceId === copy.traceId);
      if (!isThere) end(copy, copy.isRefused ? 'gone' : 'stays');
      else if (now - copy.since >= copyWait) void (copy.isRefused ? tell(copy) : takeBack(copy));
    }
  }

  function end({ traceId }: Copy, fate: 'gone' | 'stays'): void {
    seen.delete(traceId);
    onCopy(traceId, fate);
  }

  async function takeBack(copy: Seen): Promise<void> {
    copy.isGoing = true;
    const fate = await removed(copy);
    if (fate === 'gone') return end(copy, 'gone');
    copy.isGoing = false;
    copy.isRefused = true;
    copy.since = clock.now();
    onCopy(copy.traceId, 'going');
  }

  async function tell(copy: Seen): Promise<void> {
    copy.isGoing = true;
    await change((before) => ({
      record: withItem(before, copy.key, (item) => ({
        ...item,
        copies: [...(item.copies ?? []), copy.traceId],
      })),
      result: undefined,
    }));
    end(copy, 'stays');
  }

  async function removed({ key, traceId }: Copy): Promise<'gone' | 'stays'> {
    const item = find(record(), key);
    if (!item || !mayTakeBack()) return 'stays';
    for (let tries = 1; tries <= copyTries; tries += 1) {
      const fate = (await policyOf(policies, item).takeBack?.(item, traceId)) ?? 'stays';
      if (fate !== 'unclear') return fate;
      await clock.sleep(pauseAfter(tries), new AbortController().signal);
    }
    return 'stays';
  }

  return {
    are,
    notice,
    keys: () => new Set([...seen.values()].map(({ key }) => key)),
    dueAt: () =>
      Math.min(
        Infinity,
        ...[...seen.values()].flatMap(({ since, isGoing }) => (isGoing ? [] : since + copyWait)),
      ),
  };
}
