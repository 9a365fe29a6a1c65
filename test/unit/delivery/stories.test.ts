// What the model-based test has found, in the smallest form in which it went wrong.
import { describe, expect, test } from 'vitest';
import {
  goodAttempt,
  goodRead,
  luckWith,
  type AttemptLuck,
  type Event,
  type ReadLuck,
} from './model/luck.ts';
import type { Page } from './model/pages.ts';
import { run, type Story } from './model/run.ts';

const attempts = {
  good: goodAttempt,
  lostBefore: { executed: [], answer: 'lost', answerAfter: 0, idAfter: 0 },
  refused: { executed: [], answer: 'refused', answerAfter: 0, idAfter: 0 },
  refusedUnheard: { executed: [], answer: 'refused unheard', answerAfter: 0, idAfter: 0 },
} satisfies Record<string, AttemptLuck>;

const denied: ReadLuck = { ...goodRead, result: 'denied' };
const failed: ReadLuck = { ...goodRead, result: 'failed' };

const lanes = { task: 0, line: 1, keyed: 2, check: 3 };
const texts = { x: 0, y: 1 };

function add(kind: keyof typeof lanes, text: keyof typeof texts): Event {
  return { do: 'add', page: 0, lane: lanes[kind], text: texts[text] };
}

function story(luck: Parameters<typeof luckWith>[0], ...events: Event[]): Story {
  return { turnsBy: 'locks', luck: luckWith(luck), events };
}

describe('what was there before is not what was sent', () => {
  test('the lane could not be read before the attempt, and can be read after it', async () => {
    expect(await run(story({ reads: [denied] }, add('task', 'x')))).toEqual([]);
  });

  test('a keyed send that the portal knows and does not hold, in a lane that was never read', async () => {
    expect(await run(story({ attempts: [attempts.refusedUnheard] }, add('keyed', 'x')))).toEqual([]);
  });

  test('a keyed send whose key shows late, in a lane that was never read', async () => {
    const slow: AttemptLuck = { executed: [0], answer: 'lost', answerAfter: 0, idAfter: 80_000 };
    expect(await run(story({ attempts: [slow] }, add('keyed', 'x')))).toEqual([]);
  });
});

describe('a message that an earlier one became stays its own', () => {
  test('named by the portal, and the item forgotten before an alike one is decided', async () => {
    const luck = {
      attempts: [attempts.lostBefore, attempts.lostBefore, attempts.good, attempts.lostBefore],
      reads: [failed],
    };
    const events: Event[] = [
      add('line', 'y'),
      add('keyed', 'x'),
      add('line', 'y'),
      { do: 'pass', ms: 960_000 },
    ];
    expect(await run(story(luck, ...events))).toEqual([]);
  });

  test('and a refused one of the same text does not take it', async () => {
    const events: Event[] = [add('line', 'x'), add('line', 'x'), add('line', 'x'), { do: 'pass', ms: 87 }];
    expect(await run(story({ attempts: [attempts.refused] }, ...events))).toEqual([]);
  });
});

test('a copy that appears just before an item is forgotten, and cannot be taken back, is told', async () => {
  const late: AttemptLuck = { executed: [0, 20_000], answer: 'lost', answerAfter: 0, idAfter: 0 };
  const luck = { attempts: [attempts.lostBefore, late], takeBacks: ['stays' as const] };
  expect(await run(story(luck, add('task', 'x'), add('task', 'y'), { do: 'pass', ms: 960_000 }))).toEqual([]);
});

test('one that waits for an alike one to be seen keeps its place before the next', async () => {
  const slow: AttemptLuck = { executed: [1_000], answer: 'yes', answerAfter: 0, idAfter: 0 };
  const events: Event[] = [add('task', 'y'), add('task', 'y'), add('task', 'x'), { do: 'pass', ms: 5_000 }];
  expect(await run(story({ attempts: [slow] }, ...events))).toEqual([]);
});

test('what a page now gone left behind is sent when the person says so', async () => {
  expect(await run(story({}, add('line', 'x'), { do: 'die', page: 0 }))).toEqual([]);
});

test('no bytes leave a page that slept through its lease between storing and sending', async () => {
  const events: Event[] = [
    { do: 'open' },
    { ...add('keyed', 'x'), page: 1 } as Event,
    { do: 'pass', ms: 13 },
    { do: 'freeze', page: 1, ms: 10_052 },
    { do: 'pass', ms: 3_328 },
  ];
  expect(await run({ turnsBy: 'lease', luck: luckWith({ pauses: [4] }), events })).toEqual([]);
});

test('what a page that slept has not sent is not taken for sent: a copy of an alike one came meanwhile', async () => {
  const copied: AttemptLuck = { executed: [50, 9_000], answer: 'yes', answerAfter: 100, idAfter: 0 };
  const events: Event[] = [
    { do: 'open' },
    { do: 'pass', ms: 2_000 },
    add('task', 'x'),
    { do: 'pass', ms: 3_000 },
    add('task', 'x'),
    // Between storing that it begins and knowing that this is stored.
    { do: 'pass', ms: 6 },
    { do: 'freeze', page: 0, ms: 5_300 },
    { do: 'pass', ms: 3_000 },
    { do: 'screenReads', page: 0, lane: 0 },
    { do: 'pass', ms: 200_000 },
  ];
  const luck = luckWith({ attempts: [copied], pauses: [4] });
  expect(await run({ turnsBy: 'locks', luck, events, mustLeave: true })).toEqual([]);
});

test('what came of another kind in the same lane is no copy', async () => {
  const task: AttemptLuck = { executed: [30], answer: 'yes', answerAfter: 0, idAfter: 0 };
  const keyed: AttemptLuck = { executed: [0], answer: 'yes', answerAfter: 480, idAfter: 460 };
  const luck = luckWith({ attempts: [task, keyed], pauses: [9] });
  const events: Event[] = [add('task', 'y'), add('keyed', 'y'), { do: 'pass', ms: 158 }];
  expect(await run({ turnsBy: 'lease', areLanesShared: true, luck, events })).toEqual([]);
});

test('a page that slept through its lease before storing does not begin', async () => {
  const luck = luckWith({ reads: [goodRead, { result: 'ok', stateAfter: 0, answerAfter: 5_000 }] });
  const events: Event[] = [
    { do: 'open' },
    { do: 'pass', ms: 10 },
    add('task', 'x'),
    { do: 'pass', ms: 10 },
    { do: 'freeze', page: 0, ms: 12_000 },
    { do: 'pass', ms: 30_000 },
  ];
  expect(await run({ turnsBy: 'lease', luck, events })).toEqual([]);
});

test('a refused one leaves what came of a later alike one to that', async () => {
  const events: Event[] = [add('task', 'x'), add('task', 'x'), { do: 'pass', ms: 38 }];
  expect(await run(story({ attempts: [attempts.refused] }, ...events))).toEqual([]);
});

describe('extra copies', () => {
  const twice: AttemptLuck = { executed: [50, 3_000], answer: 'yes', answerAfter: 100, idAfter: 0 };
  const wait = (ms: number): Event => ({ do: 'pass', ms });

  /** @returns how many each page hides, and of how many messages it tells that they have copies */
  async function shownAfter(lane: keyof typeof lanes, told: Story): Promise<Array<[number, number]>> {
    let shown: Array<[number, number]> = [];
    const look = (pages: readonly Page[]): void => {
      const views = pages.map(({ delivery }) => delivery.getLane(`lane of ${lane}`));
      shown = views.map(({ hidden, copied }) => [hidden.size, copied.size]);
    };
    expect(await run({ ...told, look })).toEqual([]);
    return shown;
  }

  test.each<[string, Event[], number]>([
    ['shown by nobody so far', [], 1],
    ['shown', [{ do: 'screenReads', page: 0, lane: lanes.line }, wait(60_000)], 0],
  ])(
    'of a reply that a closed page has left are told by the pages that come: %s',
    async (_how, more, told) => {
      const events: Event[] = [
        add('line', 'y'),
        wait(1_000),
        { do: 'die', page: 0 },
        { do: 'open' },
        wait(600_000),
        ...more,
        { do: 'die', page: 0 },
        wait(86_400_000),
        { do: 'open' },
        wait(60_000),
      ];
      expect(await shownAfter('line', story({ attempts: [twice] }, ...events))).toEqual([[0, told]]);
    },
  );

  test('that take longer to remove than anything else are told when that has failed', async () => {
    const luck = { attempts: [twice], takeBacks: Array.from({ length: 12 }, () => 'lost before' as const) };
    expect(await shownAfter('task', story(luck, add('task', 'x'), wait(450_000)))).toEqual([[0, 1]]);
  });

  test.each([
    ['not hidden', 16_000, 0],
    ['told as soon as they have looked like copies long enough', 28_000, 1],
  ])('that can never be taken back are %s', async (_what, ms, told) => {
    const line = story({ attempts: [twice] }, add('line', 'y'), wait(ms));
    expect(await shownAfter('line', line)).toEqual([[0, told]]);
  });

  test.each([
    ['hidden while nobody knows whether that was done before', 30_000, 1],
    ['shown where the lane cannot be read any more', 40_000, 0],
  ])('that the portal will not remove are %s', async (_what, ms, hidden) => {
    const reads = [goodRead, goodRead, goodRead, goodRead, denied];
    const luck = { attempts: [twice], reads, takeBacks: ['stays' as const] };
    expect(await shownAfter('task', story(luck, add('task', 'x'), wait(ms)))).toEqual([[hidden, 0]]);
  });

  test('that could be what came of a keyed send are looked at once more when that is decided', async () => {
    const atOnce: AttemptLuck = { executed: [21, 0], answer: 'lost', answerAfter: 0, idAfter: 0 };
    const slow: AttemptLuck = { executed: [0], answer: 'lost', answerAfter: 0, idAfter: 63_081 };
    const events: Event[] = [add('task', 'y'), wait(12_439), add('keyed', 'y')];
    const luck = luckWith({ attempts: [atOnce, slow] });
    expect(await run({ turnsBy: 'locks', areLanesShared: true, luck, events })).toEqual([]);
  });

  test.each([
    ['told', 35_000],
    ['told and forgotten', 150_000],
  ])('that another page has %s are shown by one that slept', async (_what, ms) => {
    const events: Event[] = [
      { do: 'open' },
      wait(2_000),
      add('task', 'y'),
      // The portal has refused to remove it.
      wait(26_500),
      { do: 'freeze', page: 0, ms },
      wait(ms + 60_000),
    ];
    const luck = luckWith({ attempts: [twice], takeBacks: ['stays', 'stays'] });
    expect(await shownAfter('task', { turnsBy: 'lease', luck, events })).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});
