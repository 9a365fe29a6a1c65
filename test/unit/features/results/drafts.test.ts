/** What is typed into results, beside what earlier pages have left, what the list says and what saving brings. */
import { describe, expect, test } from 'vitest';
import {
  afterSaving,
  keptOf,
  swap,
  takeTheirs,
  withFound,
  withRows,
} from '../../../../src/features/results/drafts.ts';
import type { Draft } from '../../../../src/features/results/results.ts';
import type { TaskResult } from '../../../../src/portal/methods/taskResults.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({ text: 'Mine', base: 'Old', isOpen: true, ...more });
const drafts = (more: Partial<Draft> = {}) => new Map([[7, draft(more)]]);
const rows = (text: string): TaskResult[] => [
  {
    id: 7,
    authorId: 1,
    authorName: null,
    messageId: null,
    text,
    fileIds: [],
    createdAt: null,
    updatedAt: null,
    isOpen: true,
    mayEdit: true,
    mayRemove: true,
  },
];

describe('what earlier pages have left', () => {
  const left = new Map([[7, { text: 'Kept', base: 'Older' }]]);

  test('stands before what is typed, and is put aside where nothing is open', () => {
    expect(withFound(drafts(), left).get(7)).toMatchObject({
      text: 'Kept\nMine',
      base: 'Older',
      isOpen: true,
    });
    expect(withFound(new Map(), left).get(7)).toEqual({ text: 'Kept', base: 'Older', isOpen: false });
  });

  test('is set aside while something else is being saved, and does not go with that', () => {
    const since = draft({ isSaving: true });
    const found = withFound(new Map([[7, since]]), left).get(7) ?? draft();
    expect(found).toMatchObject({ text: 'Mine', setAside: 'Kept', base: 'Old' });
    expect(afterSaving(found, since, 'saved')).toMatchObject({
      text: 'Mine',
      base: 'Mine',
      setAside: 'Kept',
      isSaving: false,
    });
  });

  test('and is a beginning of what is being saved goes with it', () => {
    const since = draft({ text: 'Kept, and more', isSaving: true });
    const found = withFound(new Map([[7, since]]), left).get(7) ?? draft();
    expect(afterSaving(found, since, 'saved')).toBeNull();
  });

  test('brings what was set aside and what was attempted', () => {
    const whole = { text: 'Both', base: 'Theirs', attempted: 'Almost both', setAside: 'Mine' };
    expect(keptOf(withFound(new Map(), new Map([[7, whole]])))).toEqual(new Map([[7, whole]]));
  });
});

describe('what outlasts the page', () => {
  test.each<[string, Partial<Draft>, boolean]>([
    ['what is typed', {}, true],
    ['nothing', { text: 'Old' }, false],
    ['white space around it', { text: ' Old ' }, false],
    ['a blank field', { text: ' ' }, false],
    ['a blank field with something set aside', { text: '', setAside: 'Mine' }, true],
    ['the text as it was, with something set aside', { text: 'Old', setAside: 'Mine' }, true],
    ['the text as it was, behind one that may have got through', { text: 'Old', attempted: 'New' }, true],
  ])('%s', (_name, more, isKept) => {
    expect(keptOf(drafts(more)).size).toBe(isKept ? 1 : 0);
  });
});

describe('the list says something else', () => {
  test.each<[string, Partial<Draft>, string, Partial<Draft> | undefined]>([
    ['nothing is typed: the field says it', { text: 'Old' }, 'New', { text: 'New', base: 'New' }],
    ['something is typed', {}, 'New', { text: 'Mine', base: 'Old' }],
    [
      'the old text, typed behind one in doubt',
      { text: 'Old', attempted: 'New' },
      'New',
      { text: 'Old', base: 'Old' },
    ],
    ['what is typed, and put aside', { isOpen: false }, 'Mine', undefined],
    [
      'what is put aside, with something set aside',
      { isOpen: false, setAside: 'More' },
      'Mine',
      { setAside: 'More' },
    ],
    ['what is being saved', { isSaving: true }, 'Mine', { isSaving: true }],
  ])('%s', (_name, more, says, then) => {
    const shown = withRows(drafts(more), rows(says)).get(7);
    if (then) expect(shown).toMatchObject(then);
    else expect(shown).toBeUndefined();
  });
});

test('a blank field is kept as what was set aside', () => {
  expect(keptOf(drafts({ text: ' ', setAside: 'Mine' })).get(7)).toEqual({ text: 'Mine', base: 'Old' });
});

test('a newer text that is taken joins what is set aside; swapping loses neither', () => {
  const taken = takeTheirs(draft({ setAside: 'First', attempted: 'Mine' }), 'Theirs');
  expect(taken).toMatchObject({ text: 'Theirs', base: 'Theirs', setAside: 'First\nMine' });
  expect(taken.attempted).toBeUndefined();
  expect(takeTheirs(taken, 'Newer')).toMatchObject({ text: 'Newer', setAside: 'First\nMine' });
  expect(swap(taken)).toMatchObject({ text: 'First\nMine', setAside: undefined });
  expect(swap({ ...taken, text: 'Both' })).toMatchObject({ text: 'First\nMine', setAside: 'Both' });
});
