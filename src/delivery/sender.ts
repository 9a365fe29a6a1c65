/** Works off one lane while it is this page's turn. */
import { createBeforehand, decideBefore } from './beforehand.ts';
import type { Item } from './item.ts';
import { createLaneReader, type LaneOptions } from './laneReader.ts';
import { mayBegin, nextStep, type Step } from './plan.ts';
import { policyOf, type Outcome, type Trace } from './policy.ts';
import { find } from './record.ts';
import type { LaneRecord } from './store.ts';
import { beginsWithin, pauseAfter } from './times.ts';
import * as to from './transitions.ts';
import { isTrueStill, type Turn } from './turns.ts';

export interface SenderOptions extends LaneOptions {
  /** an item that a page now gone left unsent, and that is not to be sent unasked */
  mustAsk: (item: Item) => boolean;
}

export interface Sender {
  /**
   * Resolves when the turn is lost, when nothing is left to do but what waits for the person, or when this page
   * cannot go on now.
   * @returns ms since 1970, when it is worth while to ask for the turn again; Infinity: when something has changed
   */
  run(turn: Turn): Promise<number>;
  /** True when `run` would find something to do. */
  hasWork(): boolean;
  /** Something has changed. */
  wake(): void;
  /** Looks for an item in doubt now, whatever the schedule says. */
  lookNow(key: string): void;
  /** As `LaneReader.learn`. */
  learn(traces: readonly Trace[], began: number, settles: boolean): Promise<void>;
}

export function createSender(options: SenderOptions): Sender {
  const { policies, clock, connection, record, change } = options;
  const reader = createLaneReader(options);
  const beforehand = createBeforehand({ ...options, reader });
  /** keys whose attempt this page has under way */
  const attempts = new Set<string>();
  let alarm = new AbortController();
  /** attempts in a row that this page could not make, and another one perhaps can */
  let notHere = 0;
  let mustLeave = false;

  function wake(): void {
    alarm.abort();
    alarm = new AbortController();
  }

  function edit(next: (before: LaneRecord) => LaneRecord): Promise<void> {
    return change((before) => ({ record: next(before), result: undefined }));
  }

  async function run(turn: Turn): Promise<number> {
    turn.signal.addEventListener('abort', wake);
    await edit((before) => to.takeOver(before, attempts, options.mustAsk, clock.now()));
    let again = Infinity;
    mustLeave = false;
    let last = clock.now();
    while (!turn.signal.aborted) {
      if (mustLeave && attempts.size === 0) {
        again = clock.now() + pauseAfter(notHere);
        break;
      }
      // Taken before the plan is made: whatever changes from here on cuts the waiting short.
      const { signal } = alarm;
      const now = clock.now();
      if (now < last) await edit((before) => to.upTo(before, now));
      last = now;
      const step = nextStep(record(), policies, reader.memory(), now);
      if (step.do === 'rest') break;
      if (step.do === 'forget') await forget(step.keys);
      if (step.do === 'wait') await clock.sleep(step.until - now, signal);
      const isDone = await carryOut(step, turn);
      if (isDone) continue;
      again = reader.readableAt();
      // Another page may be able to read, so the turn goes to it; not while it would find an attempt under way.
      if (attempts.size === 0) break;
      await clock.sleep(again - clock.now(), signal);
    }
    turn.signal.removeEventListener('abort', wake);
    return turn.signal.aborted ? clock.now() : again;
  }

  /** @returns false: it is not this page that can do it now */
  async function carryOut(step: Step, turn: Turn): Promise<boolean> {
    if (step.do === 'attempt') return attempt(step.key, turn);
    if (step.do !== 'lookUp') return true;
    return reader.mayRead() && (await reader.lookUp()) !== null;
  }

  async function forget(keys: ReadonlySet<string>): Promise<void> {
    for (const item of record().items.filter(({ key }) => keys.has(key))) {
      policyOf(policies, item).discard?.(item);
    }
    await edit((before) => to.forget(before, keys));
  }

  /** @returns false: it is not this page that can begin it now */
  async function attempt(key: string, turn: Turn): Promise<boolean> {
    const item = find(record(), key);
    if (!item) return true;
    const policy = policyOf(policies, item);
    // Asked before the reading, which is to be fresh when the attempt begins; a "no" is believed after it.
    const verdict = (await policy.isReady?.(item)) ?? 'ready';
    const isElsewhere = verdict !== 'ready' && verdict.kind === 'notHere';
    if (beforehand.mustRead(item) && !isElsewhere) {
      const reading = reader.mayRead() ? await reader.lookUp() : null;
      if (!reading && !beforehand.canGoWithout(item)) return false;
      if (reading && reading !== 'denied' && !(await mayGoOn(key, reading))) return true;
    }
    if (verdict !== 'ready') {
      await edit((before) => to.conclude(before, key, ending(item, verdict)));
      noteWhere(verdict);
      return true;
    }
    const storedFrom = clock.now();
    const begun = await change<Item | 'lost' | undefined>((before) => {
      if (!isTrueStill(turn, before)) return { record: before, result: 'lost' };
      const next = mayBegin(before, key, policies)
        ? to.begin(before, key, beforehand.newestFor(item), clock.now())
        : before;
      return { record: next, result: next === before ? undefined : find(next, key) };
    });
    if (begun === 'lost') return false;
    if (!begun) return true;
    if (turn.signal.aborted || clock.now() - storedFrom > beginsWithin) {
      // This page slept meanwhile, and another one may have found the item.
      await edit((before) => to.undoBegin(before, key, begun.attempts, clock.now()));
      return false;
    }
    attempts.add(key);
    void policy.attempt(begun).then(async (outcome) => {
      if (outcome.kind === 'unclear') connection.doubted();
      else connection.answered();
      await edit((before) => to.conclude(before, key, ending(begun, outcome)));
      noteWhere(outcome);
      attempts.delete(key);
      wake();
    });
    return true;
  }

  function mayGoOn(key: string, traces: readonly Trace[]): Promise<boolean> {
    return change((before) => {
      const { record: next, mayGoOn: result } = decideBefore(before, key, traces, {
        policies,
        now: clock.now(),
      });
      return { record: next, result };
    });
  }

  /** Another page gets its turn when this one cannot send. */
  function noteWhere({ kind }: Outcome): void {
    mustLeave = kind === 'notHere';
    notHere = mustLeave ? notHere + 1 : 0;
  }

  function ending<Kind>({ attempts: attempt }: Item, outcome: Kind) {
    return { attempt, outcome, now: clock.now() };
  }

  return {
    run,
    hasWork: () => nextStep(record(), policies, reader.memory(), clock.now()).do !== 'rest',
    wake,
    lookNow(key) {
      reader.hurry(key);
      wake();
    },
    async learn(traces, began, settles) {
      await reader.learn(traces, began, settles);
      if (settles) wake();
    },
  };
}
