/** Works off one lane while it is this page's turn. */
import type { Item } from './item.ts';
import { createLaneReader, type LaneOptions } from './laneReader.ts';
import { mayBegin, nextStep, type Step } from './plan.ts';
import { policyOf, type Trace } from './policy.ts';
import type { LaneRecord } from './store.ts';
import { beginsWithin, freshFor, keyIsSure } from './times.ts';
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
  /** keys whose attempt this page has under way */
  const attempts = new Set<string>();
  let alarm = new AbortController();

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
    while (!turn.signal.aborted) {
      // Taken before the plan is made: whatever changes from here on cuts the waiting short.
      const { signal } = alarm;
      const now = clock.now();
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
    const item = to.find(record(), key);
    if (!item) return true;
    const policy = policyOf(policies, item);
    if (mustReadBefore(item)) {
      const reading = reader.mayRead() ? await reader.lookUp() : null;
      if (!reading && !canGoWithout(item)) return false;
      if (reading && reading !== 'denied' && (await isHeld(key, reading))) return true;
    }
    const verdict = (await policy.isReady?.(item)) ?? 'ready';
    if (verdict !== 'ready') {
      await edit((before) => to.conclude(before, key, ending(item, verdict)));
      return true;
    }
    const storedFrom = clock.now();
    const begun = await change<Item | 'lost' | undefined>((before) => {
      if (!isTrueStill(turn, before)) return { record: before, result: 'lost' };
      const next = mayBegin(before, key, policies)
        ? to.begin(before, key, newestFor(item), clock.now())
        : before;
      return { record: next, result: next === before ? undefined : to.find(next, key) };
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
      attempts.delete(key);
      wake();
    });
    return true;
  }

  function ending<Kind>({ attempts: attempt }: Item, outcome: Kind) {
    return { attempt, outcome, now: clock.now() };
  }

  /** A key needs no reading before; then what is known may be too old to tell by. */
  function newestFor(item: Item): number | undefined {
    const isFresh = clock.now() - reader.readAt() <= freshFor;
    return policyOf(policies, item).type === 'keyed' && !isFresh ? undefined : reader.newest();
  }

  /** A send that cannot be repeated needs to know what is there before it; a portal in doubt is tried with a reading. */
  function mustReadBefore(item: Item): boolean {
    const { type } = policyOf(policies, item);
    if (connection.isDoubtful() || connection.isDown()) return true;
    const age = clock.now() - (item.firstAttemptAt ?? clock.now());
    if (type === 'keyed') return age > keyIsSure;
    return type === 'check-first' || item.attempts > 0 || clock.now() - reader.readAt() > freshFor;
  }

  /** The portal answers, only not with the lane: a key does without. */
  function canGoWithout(item: Item): boolean {
    const isSure = clock.now() - (item.firstAttemptAt ?? clock.now()) < keyIsSure;
    return policyOf(policies, item).type === 'keyed' && isSure && !connection.isDown();
  }

  /** True when what was read says that there is nothing to send, or nothing to send unasked. */
  async function isHeld(key: string, traces: readonly Trace[]): Promise<boolean> {
    const item = to.find(record(), key);
    if (!item) return true;
    const policy = policyOf(policies, item);
    const { type } = policy;
    const { baseline = Infinity } = item;
    const held = traces.find((trace) => {
      const likeness = policy.compare(item, trace);
      if (type === 'check-first') return likeness !== 'other';
      // Own, and changed since: it may be what an earlier attempt has left.
      return type === 'read-back' && likeness === 'perhaps' && trace.id > baseline;
    });
    if (!held) return false;
    await edit((before) =>
      to.withItem(before, key, (own) =>
        type === 'check-first'
          ? { ...to.inState(own, 'sent'), traceId: held.id, attemptEndedAt: clock.now() }
          : to.inState(own, 'stillUnclear', own.problem),
      ),
    );
    return true;
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
