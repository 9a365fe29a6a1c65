/** The messages of a dialog as pages come in: new, changed and deleted ones, gaps, and nothing new at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendPage,
  emptyTimeline,
  joinTimelines,
  leavesGap,
  mergePage,
  type Timeline,
} from '../../../src/conversation/timeline.ts';
import type { DialogFile, DialogPage, Message, Person } from '../../../src/portal/methods/dialogMessages.ts';
import { message } from '../../fixtures/message.ts';

const person = (id: number, name = `Person ${id}`): Person => ({ id, name, color: null, avatarUrl: null });
const file = (id: number, name = `${id}.png`): DialogFile => ({
  id,
  name,
  size: 1,
  kind: 'file',
  url: null,
  previewUrl: null,
  image: null,
});
const pageOf = (messages: Message[], more: Partial<DialogPage> = {}): DialogPage => ({
  messages,
  people: [],
  files: [],
  rowCount: messages.length,
  ...more,
});

const pageSize = 3;
const newest = { pageSize, isNewest: true };
const older = { pageSize, isNewest: false };
const ids = (timeline: Timeline) => timeline.messages.map(({ id }) => id);
/** A newest page of three, then the one before it. */
const five = () => {
  const first = mergePage(emptyTimeline, pageOf([message(30), message(40), message(50)]), newest);
  return mergePage(first, pageOf([message(10), message(20), message(30)]), older);
};

describe('messages', () => {
  test('pages join in order, and the overlap stands once', () => {
    expect(ids(five())).toEqual([10, 20, 30, 40, 50]);
  });

  test('a new message joins at the end', () => {
    const next = mergePage(five(), pageOf([message(40), message(50), message(60)]), newest);
    expect(ids(next)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  test('an edited one replaces what was known; the others stay the same objects', () => {
    const before = five();
    const edited = message(40, { text: 'Better', isEdited: true });
    const next = mergePage(before, pageOf([message(30), edited, message(50)]), newest);
    expect(next.messages[3]).toEqual(edited);
    expect(next.messages.map((row, index) => row === before.messages[index])).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  test.each([{ isDeleted: true, text: 'This message was deleted' }, { likedBy: [2] }, { fileIds: [7] }])(
    'a change is seen: %j',
    (change) => {
      const next = mergePage(five(), pageOf([message(30), message(40), message(50, change)]), newest);
      expect(next.messages.at(-1)).toEqual(message(50, change));
    },
  );

  test('one that vanished from the middle is gone', () => {
    const next = mergePage(five(), pageOf([message(20), message(30), message(50)]), newest);
    expect(ids(next)).toEqual([10, 20, 30, 50]);
  });

  test('the newest one that vanished is gone', () => {
    const next = mergePage(five(), pageOf([message(20), message(30), message(40)]), newest);
    expect(ids(next)).toEqual([10, 20, 30, 40]);
  });

  test('an older page says nothing about newer messages', () => {
    const next = mergePage(five(), pageOf([message(10), message(20), message(30)]), older);
    expect(ids(next)).toEqual([10, 20, 30, 40, 50]);
  });

  test('nothing is older than a short page', () => {
    const next = mergePage(five(), pageOf([message(40), message(50)]), newest);
    expect(ids(next)).toEqual([40, 50]);
  });

  test('a full page says nothing about what is older', () => {
    const next = mergePage(five(), pageOf([message(30), message(40), message(50)]), newest);
    expect(ids(next)).toEqual([10, 20, 30, 40, 50]);
  });

  test('an empty newest page empties the dialog, an empty older one changes nothing', () => {
    expect(ids(mergePage(five(), pageOf([]), newest))).toEqual([]);
    expect(ids(mergePage(five(), pageOf([]), older))).toEqual([10, 20, 30, 40, 50]);
  });

  test('a page of rows that cannot be placed empties nothing', () => {
    expect(ids(mergePage(five(), pageOf([], { rowCount: 3 }), newest))).toEqual([10, 20, 30, 40, 50]);
  });
});

describe('identity', () => {
  test('a page without news is no news', () => {
    const before = mergePage(five(), pageOf([], { people: [person(1)], files: [file(7)] }), older);
    const same = pageOf([message(30), message(40), message(50)], { people: [person(1)], files: [file(7)] });
    expect(mergePage(before, same, newest)).toBe(before);
  });

  test('news in one part leaves the others as they are', () => {
    const before = mergePage(five(), pageOf([], { people: [person(1)], files: [file(7)] }), older);
    const next = mergePage(before, pageOf([], { people: [person(1, 'Anna')] }), older);
    expect(next).not.toBe(before);
    expect(next.messages).toBe(before.messages);
    expect(next.files).toBe(before.files);
    expect(next.people.get(1)?.name).toBe('Anna');
  });

  test('nothing that was handed in is changed', () => {
    const before = five();
    const copy = structuredClone(before);
    mergePage(before, pageOf([message(40, { text: 'x' }), message(60)], { people: [person(2)] }), newest);
    expect(before).toEqual(copy);
    expect(emptyTimeline).toEqual({ messages: [], people: new Map(), files: new Map(), reachedStart: false });
  });
});

test('people and files gather, and the newest word about each counts', () => {
  const first = mergePage(
    emptyTimeline,
    pageOf([], { people: [person(1), person(2)], files: [file(7)] }),
    older,
  );
  const next = mergePage(first, pageOf([], { people: [person(2, 'Marta')], files: [file(8)] }), older);
  expect([...next.people.values()].map(({ name }) => name)).toEqual(['Person 1', 'Marta']);
  expect([...next.files.keys()]).toEqual([7, 8]);
});

describe('reachedStart', () => {
  test('by a short page, and for good', () => {
    const full = mergePage(emptyTimeline, pageOf([message(30), message(40), message(50)]), newest);
    expect(full.reachedStart).toBe(false);
    const short = mergePage(full, pageOf([message(10), message(20)]), older);
    expect(short.reachedStart).toBe(true);
    expect(mergePage(short, pageOf([message(40), message(50), message(60)]), newest).reachedStart).toBe(true);
  });

  test('rows that could not be read count', () => {
    const page = pageOf([message(40), message(50)], { rowCount: 3 });
    expect(mergePage(emptyTimeline, page, newest).reachedStart).toBe(false);
  });

  test('an empty dialog is known to its start', () => {
    expect(mergePage(emptyTimeline, pageOf([]), newest).reachedStart).toBe(true);
  });
});

describe('leavesGap', () => {
  const rows: Array<[what: string, timeline: Timeline, page: DialogPage, gap: boolean]> = [
    ['nothing known', emptyTimeline, pageOf([message(60), message(70), message(80)]), false],
    ['no overlap', five(), pageOf([message(60), message(70), message(80)]), true],
    ['they meet', five(), pageOf([message(50), message(60), message(70)]), false],
    ['a short page reaches the start', five(), pageOf([message(60), message(70)]), false],
    ['a short page by rows that could not be read', five(), pageOf([message(70)], { rowCount: 3 }), true],
    ['an empty page', five(), pageOf([]), false],
    ['an older page', five(), pageOf([message(1), message(2), message(3)]), false],
  ];
  test.each(rows)('%s', (_what, timeline, page, gap) => {
    expect(leavesGap(timeline, page, pageSize)).toBe(gap);
  });
});

test('any order of overlapping pages ends in the same timeline', () => {
  const dialog = fc
    .uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 40 })
    .map((found) => found.sort((a, b) => a - b).map((id) => message(id)));
  const scene = fc.record({ all: dialog, size: fc.integer({ min: 2, max: 10 }) }).chain(({ all, size }) => {
    // Each page begins with the last message of the one before it, as pages read one after another may.
    const starts = Array.from(
      { length: Math.ceil(all.length / (size - 1)) },
      (_none, step) => step * (size - 1),
    );
    const pages = starts.map((start) => {
      const end = all.length - start;
      const messages = all.slice(Math.max(0, end - size), end);
      return { page: pageOf(messages), isNewest: start === 0 };
    });
    const order = fc.shuffledSubarray(pages, { minLength: pages.length });
    return fc.record({ all: fc.constant(all), size: fc.constant(size), order, again: order });
  });
  fc.assert(
    fc.property(scene, ({ all, size, order, again }) => {
      const timeline = [...order, ...again].reduce(
        (known, { page, isNewest }) => mergePage(known, page, { pageSize: size, isNewest }),
        emptyTimeline,
      );
      expect(timeline.messages).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

describe('parts of a dialog', () => {
  const part = (list: number[], reachedStart = false): Timeline => ({
    ...emptyTimeline,
    messages: list.map((id) => message(id)),
    reachedStart,
  });

  test('later messages go below; what is known stays', () => {
    const known = part([10, 20]);
    const next = appendPage(known, pageOf([message(20, { text: 'Other' }), message(30)]));
    expect(ids(next)).toEqual([10, 20, 30]);
    expect(next.messages[1]).toBe(known.messages[1]);
    expect(appendPage(known, pageOf([])).messages).toBe(known.messages);
  });

  test('two that meet become one, the newer being fresher; two that do not stay apart', () => {
    const newer = part([30, 40, 50]);
    const joined = joinTimelines(part([10, 20, 30, 40], true), newer);
    expect(joined && ids(joined)).toEqual([10, 20, 30, 40, 50]);
    expect(joined?.messages[2]).toBe(newer.messages[0]);
    expect(joined?.reachedStart).toBe(true);
    expect(joinTimelines(part([10, 20]), newer)).toBeNull();
    expect(joinTimelines(emptyTimeline, newer)).toBeNull();
  });

  test('what is missing below the end of a page that was read up to there is gone', () => {
    const next = mergePage(five(), pageOf([message(10), message(20), message(30)]), { ...older, before: 41 });
    expect(ids(next)).toEqual([10, 20, 30, 50]);
  });
});
