/**
 * Extra copies that the browser made of an attempt (BF 1A): taken back when they have looked like copies long enough,
 * and hidden until then; told where that is not possible.
 */
import type { LaneOptions } from './laneReader.ts';
import { policyOf, type Trace } from './policy.ts';
import type { Copy } from './settle.ts';
import { copyTries, copyWait, pauseAfter } from './times.ts';
import { tellOf } from './told.ts';
import { find } from './record.ts';

export interface Copies {
  /**
   * A whole reading has found these; those that were found before and are not among them are none.
   * @param traces all that was read
   */
  are(found: readonly Copy[], traces: readonly Trace[], now: number): void;
  /** A part of the lane has shown these. */
  notice(found: readonly Copy[], now: number): void;
  /** Nothing can be learned of them any more. */
  leave(): void;
  /** of the items that have copies */
  keys(): ReadonlySet<string>;
  /** ms since 1970, when the next one has to be looked at; Infinity: none has to */
  dueAt(): number;
}

interface Seen extends Copy {
  /** ms since 1970; from here on it has looked like a copy, or like one that could not be removed */
  since: number;
  isGoing: boolean;
  /** false: nobody may remove it; or the portal would not, or had done so already. A reading tells. */
  canGo: boolean;
}

type Options = Pick<LaneOptions, 'policies' | 'clock' | 'record' | 'change' | 'onCopy' | 'mayTakeBack'>;

export function createCopies({ policies, clock, record, change, onCopy, mayTakeBack }: Options): Copies {
  const seen = new Map<number, Seen>();

  function notice(found: readonly Copy[], now: number): void {
    for (const copy of found) {
      if (seen.has(copy.traceId)) continue;
      const canGo = mayGo(copy);
      seen.set(copy.traceId, { ...copy, since: now, isGoing: false, canGo });
      onCopy(copy.traceId, canGo ? 'going' : 'watched');
    }
  }

  function are(found: readonly Copy[], traces: readonly Trace[], now: number): void {
    notice(found, now);
    for (const copy of seen.values()) {
      if (copy.isGoing) continue;
      const isFound = found.some(({ traceId }) => traceId === copy.traceId);
      if (!isFound) end(copy, !copy.canGo && isGone(copy, traces) ? 'gone' : 'stays');
      else if (now - copy.since >= copyWait) void (copy.canGo ? takeBack(copy) : tell(copy));
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
    copy.canGo = false;
    copy.since = clock.now();
    onCopy(copy.traceId, 'going');
  }

  async function tell(copy: Seen): Promise<void> {
    copy.isGoing = true;
    await change((before) => ({ record: tellOf(before, copy, clock.now()), result: undefined }));
    end(copy, 'stays');
  }

  function mayGo({ key }: Copy): boolean {
    const item = find(record(), key);
    return item !== undefined && mayTakeBack() && policyOf(policies, item).takeBack !== undefined;
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
    leave() {
      for (const copy of seen.values()) if (!copy.isGoing) end(copy, 'stays');
    },
    keys: () => new Set([...seen.values()].map(({ key }) => key)),
    dueAt: () =>
      Math.min(
        Infinity,
        ...[...seen.values()].flatMap(({ since, isGoing }) => (isGoing ? [] : since + copyWait)),
      ),
  };
}

/** One that another page has told is there still; and a reading need not go back so far. */
function isGone({ traceId }: Copy, traces: readonly Trace[]): boolean {
  return traces.some(({ id }) => id < traceId) && !traces.some(({ id }) => id === traceId);
}
