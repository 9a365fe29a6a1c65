// Stories of what was left behind, of clocks that were set, and of a lane that cannot be read for long.
import { describe, expect, test } from 'vitest';
import {
  goodAttempt,
  goodRead,
  luckWith,
  type AttemptLuck,
  type Event,
  type Luck,
  type ReadLuck,
} from './model/luck.ts';
import { run, type Story } from './model/run.ts';

const lost: AttemptLuck = { executed: [], answer: 'lost', answerAfter: 0, idAfter: 0 };
const later: AttemptLuck = { executed: [], answer: 'later', answerAfter: 10, idAfter: 0 };
const failed: ReadLuck = { ...goodRead, result: 'failed' };

const lanes = { task: 0, line: 1, keyed: 2, check: 3 };

function add(kind: keyof typeof lanes, text = 0): Event {
  return { do: 'add', page: 0, lane: lanes[kind], text };
}

const pass = (ms: number): Event => ({ do: 'pass', ms });
const days = 86_400_000;
const die: Event = { do: 'die', page: 0 };
const sendAgain: Event = { do: 'person', page: 0, act: 'sendAgain', pick: 0 };

function story(luck: Partial<Luck>, ...events: Event[]): Story {
  return { turnsBy: 'locks', luck: luckWith(luck), events };
}

describe('a keyed send that was left behind days ago is not repeated unasked', () => {
  test.each([
    ['its attempt was lost', lost],
    ['it was told to wait', later],
  ])('%s', async (_name, attempt) => {
    const events = [add('keyed'), pass(300), die, pass(3 * days), { do: 'open' } as Event, pass(60_000)];
    expect(await run(story({ attempts: [attempt] }, ...events))).toEqual([]);
  });
});

describe('an own message that was changed since', () => {
  const edit: Event = { do: 'edit', lane: lanes.task, pick: 0 };

  test('and is another one: what the reading has just confirmed stays sent', async () => {
    const late: AttemptLuck = { ...lost, executed: [90_000] };
    const events = [add('task'), pass(80_000), add('task', 1), pass(5_000), edit, pass(10_000)];
    expect(await run(story({ attempts: [late] }, ...events, sendAgain, pass(20_000)))).toEqual([]);
  });

  test('and is nobody’s: asked once more, then sent', async () => {
    const copied: AttemptLuck = { ...goodAttempt, executed: [50, 60] };
    const events = [add('task'), pass(80_000), add('task', 1), pass(5_000), edit];
    const again = [sendAgain, pass(20_000), sendAgain, pass(20_000)];
    expect(await run(story({ attempts: [lost, copied] }, ...events, ...again))).toEqual([]);
  });
});

test('a reply that may not be sent any more is looked for before it is said not to be sent', async () => {
  const heard: AttemptLuck = { ...later, executed: [0] };
  const ready: Luck['ready'] = ['ready', 'refused'];
  expect(await run(story({ attempts: [heard], ready }, add('line'), pass(60_000)))).toEqual([]);
});

test('a lane that can never be read: what is in doubt is asked, and what is queued is sent', async () => {
  const reads = Array.from({ length: 500 }, () => failed);
  const attempts = Array.from({ length: 10 }, () => lost);
  const events = [add('keyed'), add('task'), pass(7_200_000)];
  expect(await run(story({ reads, attempts }, ...events))).toEqual([]);
});

describe('the clock is set back', () => {
  test.each([
    ['while one is in doubt', [add('task'), pass(3_000)]],
    ['before the person lets it be looked for', [add('task'), pass(80_000)]],
    ['while one waits', [add('keyed'), pass(300)]],
  ])('%s', async (_name, events) => {
    const checkAgain: Event = { do: 'person', page: 0, act: 'checkAgain', pick: 0 };
    const back: Event = { do: 'setClock', ms: -36_000_000 };
    const luck = { attempts: [events[0]?.do === 'add' && events[0].lane === lanes.keyed ? later : lost] };
    expect(await run(story(luck, ...events, back, checkAgain, pass(10_000)))).toEqual([]);
  });
});

test('a page that dies before it can tell the others: they find what it has stored', async () => {
  const events: Event[] = [{ do: 'open' }, pass(2_000), { ...add('task'), page: 1 } as Event];
  const dies: Event = { do: 'die', page: 1 };
  const luck = luckWith({ pauses: [4] });
  expect(await run({ turnsBy: 'locks', luck, events: [...events, dies, pass(60_000)] })).toEqual([]);
});
