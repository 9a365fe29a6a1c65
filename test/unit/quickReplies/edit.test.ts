// What is being written, and what waits behind it: nothing of it is lost.
import { expect, test } from 'vitest';
import {
  advance,
  type Edit,
  editOf,
  enqueue,
  newEdit,
  nothingWritten,
  settle,
} from '../../../src/features/quickReplies/edit.ts';

const hello = { id: 'a', title: 'Hello', text: 'Hello!' };
const typed = (edit: Edit, text: string): Edit => ({ ...edit, reply: { ...edit.reply, text } });
const fresh = (id: string) => newEdit('mine', id, { title: id, text: `Text ${id}` });

test('a message that is to become a quick reply comes after what was begun, and comes', () => {
  const begun = typed(editOf('shared', hello), 'Half');
  const both = [fresh('1'), fresh('2'), fresh('1')].reduce(enqueue, { edit: begun, waiting: [] });
  expect(both).toEqual({ edit: begun, waiting: [fresh('1'), fresh('2')] });
  expect(advance(both)).toEqual({ edit: fresh('1'), waiting: [fresh('2')] });
  expect(advance(advance(advance(both)))).toEqual(nothingWritten);
});

test('what nobody has typed in stands in no message’s way', () => {
  for (const edit of [null, newEdit('mine', 'x'), editOf('mine', hello)]) {
    expect(enqueue({ edit, waiting: [] }, fresh('1')).edit).toEqual(fresh('1'));
  }
});

test('saved: done with, but for what was typed since', () => {
  const sent = typed(editOf('mine', hello), 'Hi ');
  const saved = { ...hello, text: 'Hi' };
  expect(settle({ edit: sent, waiting: [fresh('1')] }, sent, saved)).toEqual({
    edit: fresh('1'),
    waiting: [],
  });
  const more = typed(sent, 'Hi there');
  expect(settle({ edit: more, waiting: [] }, sent, saved).edit).toEqual({ ...more, base: saved });
  const other = { edit: fresh('1'), waiting: [] };
  expect(settle(other, sent, saved)).toBe(other);
});
