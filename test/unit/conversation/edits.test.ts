// Changes of messages: what has become of the message meanwhile, and what earlier pages have left.
import { describe, expect, test } from 'vitest';
import {
  beginEdit,
  changeEdit,
  closeEdit,
  noEdits,
  withShown,
} from '../../../src/conversation/actions/edits.ts';
import { keptOf, withFound } from '../../../src/conversation/actions/keptEdits.ts';
import { judge } from '../../../src/conversation/actions/meanwhile.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import { message } from '../../fixtures/message.ts';

describe('before a change is saved', () => {
  const change = { base: 'Old', typed: 'New', attempted: null };
  test.each<
    [string, typeof change | (Omit<typeof change, 'attempted'> & { attempted: string }), string, string]
  >([
    ['nobody has changed it', change, 'Old', 'mine'],
    ['it says so already', change, 'New', 'saved'],
    ['somebody has changed it', change, 'Other', 'changed'],
    ['an earlier attempt of ours got through unseen', { ...change, attempted: 'Newer' }, 'Newer', 'mine'],
    ['white space alone is changed here', { ...change, typed: 'O ld' }, 'Old', 'mine'],
  ])('%s', (_name, change, now, verdict) => {
    expect(judge(change, now, isSameText)).toBe(verdict);
  });
});

describe('what earlier pages have left', () => {
  const found = new Map([[7, { text: 'Old, and', base: 'Old' }]]);

  test('is there for whoever begins, with what the message said then', () => {
    const edits = beginEdit(withFound(noEdits, found), { id: 7, text: 'Changed since' });
    expect(edits.byId.get(7)).toMatchObject({ text: 'Old, and', base: 'Old' });
    expect(keptOf(edits)).toEqual(found);
  });

  test('takes the place of what is only looked at, and stands before what is typed', () => {
    const begun = beginEdit(noEdits, { id: 7, text: 'Old' });
    expect(withFound(begun, found).byId.get(7)?.text).toBe('Old, and');
    const typed = changeEdit(begun, 7, { text: 'Something else' });
    expect(withFound(typed, found).byId.get(7)?.text).toBe('Old, and\nSomething else');
  });

  test('is not what was cleared: that is closed, and nothing of it is kept', () => {
    const cleared = changeEdit(beginEdit(noEdits, { id: 7, text: 'Old' }), 7, { text: ' ' });
    expect(keptOf(cleared).size).toBe(0);
    expect(closeEdit(cleared).byId.size).toBe(0);
  });

  test('is over once the chat says it, unless it stands in the composer', () => {
    const shown = [message(7, { text: 'Old, and' })];
    const closed = withFound(noEdits, found);
    expect(withShown(closed, shown, isSameText).byId.size).toBe(0);
    const open = beginEdit(closed, { id: 7, text: 'Old' });
    expect(withShown(open, shown, isSameText)).toBe(open);
  });
});
