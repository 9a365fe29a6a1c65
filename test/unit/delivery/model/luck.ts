/** What goes wrong, as data: fast-check draws it, and makes it smaller when a promise is broken. */
import fc from 'fast-check';

/** What the portal makes of one attempt. All times in ms after it began. */
export interface AttemptLuck {
  /** when each POST of it is executed; none: not at all. More than one: the browser has made copies (BF 1A) */
  executed: number[];
  answer: 'yes' | 'refused' | 'refused unheard' | 'later' | 'lost';
  answerAfter: number;
  /** keyed: how long the key's row stays without the message's id (PB 4.1) */
  idAfter: number;
}

export interface ReadLuck {
  result: 'ok' | 'failed' | 'unreachable' | 'denied';
  /** the state that is told is the one at this time after the question, not later than the answer */
  stateAfter: number;
  answerAfter: number;
}

export interface Luck {
  attempts: AttemptLuck[];
  reads: ReadLuck[];
  /** how it goes when a copy is to be taken back */
  takeBacks: Array<'gone' | 'stays' | 'lost before' | 'lost after'>;
  /** whether a reply may be sent just now */
  ready: Array<'ready' | 'later' | 'refused'>;
  /** small pauses of the store, the news and the locks, and what a page's death interrupts; used in turn */
  pauses: number[];
  /** the portal's clock minus ours, ms */
  skew: number;
}

/** How things go once all is well: also what is drawn when `Luck` has nothing left. */
export const goodAttempt: AttemptLuck = { executed: [50], answer: 'yes', answerAfter: 100, idAfter: 0 };
export const goodRead: ReadLuck = { result: 'ok', stateAfter: 20, answerAfter: 40 };

const soon = fc.nat(2_000);
const late = fc.nat(70_000);
const when = fc.oneof({ arbitrary: soon, weight: 3 }, { arbitrary: late, weight: 1 });
const answerAfter = fc.nat(10_000);
const idAfter = fc.oneof(fc.constant(0), fc.nat(90_000));

const attempt: fc.Arbitrary<AttemptLuck> = fc.oneof<Array<fc.WeightedArbitrary<AttemptLuck>>>(
  {
    weight: 2,
    arbitrary: fc.record({
      executed: fc.array(soon, { minLength: 1, maxLength: 1 }),
      answer: fc.constant('yes' as const),
      answerAfter,
      idAfter,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      executed: fc.array(when, { maxLength: 3 }),
      answer: fc.constantFrom('lost' as const, 'yes' as const),
      answerAfter,
      idAfter,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      executed: fc.constant<number[]>([]),
      answer: fc.constantFrom('refused' as const, 'refused unheard' as const, 'later' as const),
      answerAfter,
      idAfter,
    }),
  },
  // The first POST was executed, and the copy of it that the browser made was one too many.
  {
    weight: 1,
    arbitrary: fc.record({
      executed: fc.constant([0]),
      answer: fc.constant('later' as const),
      answerAfter: fc.integer({ min: 1, max: 10_000 }),
      idAfter,
    }),
  },
);

const read: fc.Arbitrary<ReadLuck> = fc.record({
  result: fc.oneof(
    { weight: 7, arbitrary: fc.constant('ok' as const) },
    { weight: 3, arbitrary: fc.constantFrom('failed' as const, 'unreachable' as const) },
    { weight: 1, arbitrary: fc.constant('denied' as const) },
  ),
  stateAfter: fc.nat(1_000),
  answerAfter: fc.nat(5_000),
});

export const luck: fc.Arbitrary<Luck> = fc.record({
  attempts: fc.array(attempt, { maxLength: 15 }),
  reads: fc.array(read, { maxLength: 25 }),
  takeBacks: fc.array(
    fc.constantFrom('gone' as const, 'stays' as const, 'lost before' as const, 'lost after' as const),
    { maxLength: 5 },
  ),
  ready: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('ready' as const) },
      { weight: 1, arbitrary: fc.constantFrom('later' as const, 'refused' as const) },
    ),
    { maxLength: 6 },
  ),
  pauses: fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }),
  skew: fc.constantFrom(0, -300_000, 300_000),
});

const pass = fc.oneof(
  { weight: 4, arbitrary: fc.nat(3_000) },
  { weight: 3, arbitrary: fc.nat(30_000) },
  { weight: 2, arbitrary: fc.nat(150_000) },
  { weight: 1, arbitrary: fc.constantFrom(16 * 60_000, 61 * 60_000) },
);

/** Everything goes well, except for this. */
export function luckWith(changes: Partial<Luck>): Luck {
  return { attempts: [], reads: [], takeBacks: [], ready: [], pauses: [0], skew: 0, ...changes };
}

/** Something that happens from outside; numbers choose among what is there, modulo. */
export type Event =
  | { do: 'add'; page: number; lane: number; text: number }
  | { do: 'pass'; ms: number }
  | { do: 'open' }
  | { do: 'die'; page: number }
  | { do: 'freeze'; page: number; ms: number }
  | { do: 'screenReads'; page: number; lane: number }
  | { do: 'person'; page: number; act: 'checkAgain' | 'sendAgain' | 'remove'; pick: number }
  /** taken out, and put back after so many ms */
  | { do: 'undo'; page: number; pick: number; ms: number }
  | { do: 'otherWrites'; lane: number; text: number; who: 'somebody' | 'me elsewhere' }
  | { do: 'edit'; lane: number; pick: number }
  /** the browser's clock is set: ms from what it would show */
  | { do: 'setClock'; ms: number }
  | { do: 'offline' }
  | { do: 'online' };

const page = fc.nat(2);
const lane = fc.nat(3);
const text = fc.nat(1);

/** @param freezes whether pages may sleep and wake up again */
export function eventsOf(freezes: boolean): fc.Arbitrary<Event[]> {
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ do: fc.constant('add' as const), page, lane, text }) },
      { weight: 9, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: pass }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), page }) },
      ...(freezes
        ? [
            {
              weight: 1,
              arbitrary: fc.record({ do: fc.constant('freeze' as const), page, ms: fc.nat(120_000) }),
            },
          ]
        : []),
      { weight: 2, arbitrary: fc.record({ do: fc.constant('screenReads' as const), page, lane }) },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('person' as const),
          page,
          act: fc.constantFrom('checkAgain' as const, 'sendAgain' as const, 'remove' as const),
          pick: fc.nat(3),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('undo' as const),
          page,
          pick: fc.nat(3),
          ms: fc.nat(20_000),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('otherWrites' as const),
          lane,
          text,
          who: fc.constantFrom('somebody' as const, 'me elsewhere' as const),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), lane, pick: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('offline' as const, 'online' as const) }) },
    ),
    { maxLength: 30 },
  );
}
