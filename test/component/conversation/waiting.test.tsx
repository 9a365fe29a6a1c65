// What is queued and does not go out at once: its row says why, to the eye and to a screen reader, and lets it be taken back.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { TranslationProvider } from '../../../src/i18n/context.tsx';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { item, listProps, problem } from './sample.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

/** Keys are `a`, `b` …; the first is "ok", and each other is queued and "ok". */
function laneOf(first: Partial<Item>, ...rest: Array<Partial<Item>>): Item[] {
  return [first, ...rest].map((changes, at) =>
    item('abc'.charAt(at), { state: at === 0 ? 'sent' : 'queued', text: 'ok', ...changes }),
  );
}

/** Of each row from the second on: what it says, and its buttons. */
function told(): string[] {
  return screen
    .getAllByRole('article')
    .slice(1)
    .map((row) => {
      const buttons = within(row).queryAllByRole('button');
      return [within(row).getByRole('status').textContent, ...buttons.map((one) => one.textContent)].join(
        '|',
      );
    });
}

function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms));
}

const other = { text: 'fine' };
const file = { kind: 'file', text: '', target: { fileId: 'f', name: 'a.pdf', size: 5, type: '' } };
const limit = problem({ kind: 'limit', code: 'HTTP_429' });

const alike = 'Waits until you have decided what becomes of the same message above.|Edit|Delete';
const unseen = 'Goes out by itself as soon as the same message above is seen in the chat.|Edit|Delete';
const inOrder = 'Goes out by itself after the message above: the order is kept.|Edit|Delete';
const doubt = 'Waits until it is known whether the message above has arrived.|Edit|Delete';
const newer =
  'This was written with a newer version of Chat Desk. Load the page again, then it can be sent.|Edit|Delete';
const long = 'This takes longer than usual. It goes out by itself.|Edit|Delete';

test.each<[string, Item[], atOnce: string[], soon: string[]]>([
  ['the same is not decided', laneOf({ state: 'stillUnclear' }, {}, other), [alike, ''], [alike, '']],
  [
    'the same as the portal will have it',
    laneOf({ state: 'stillUnclear', text: 'Bo ok' }, { text: '[USER=5]Bo[/USER] ok' }),
    [alike],
    [alike],
  ],
  [
    'the same file, which cannot go back into the composer',
    laneOf({ ...file, state: 'stillUnclear' }, file),
    [alike.replace('|Edit', '')],
    [alike.replace('|Edit', '')],
  ],
  ['the same is to be seen first', laneOf({ state: 'confirming' }, {}, other), ['', ''], [unseen, inOrder]],
  ['one is looked for', laneOf({ state: 'unclear' }, {}, other), [doubt, doubt], [doubt, doubt]],
  ['one waits for the portal', laneOf({ state: 'queued', problem: limit }, other), [''], [inOrder]],
  ['a newer version wrote it', laneOf({ state: 'sent', traceId: 1 }, { kind: 'fax' }), [newer], [newer]],
])('%s', (_name, items, atOnce, soon) => {
  render(<MessageList {...listProps({ items })} />);
  expect(told()).toEqual(atOnce);
  pass(1_500);
  expect(told()).toEqual(soon);
});

test('nothing that waits stays without a word: when its turn is long in coming, it says so', () => {
  const items = laneOf({ state: 'sending' }, other);
  const props = listProps({ items });
  const { rerender } = render(<MessageList {...props} />);
  pass(9_999);
  expect(told()).toEqual(['']);
  pass(1);
  expect(told()).toEqual([long]);
  // Its turn has come.
  rerender(
    <MessageList {...props} items={laneOf({ state: 'sent', traceId: 1 }, { ...other, state: 'sending' })} />,
  );
  expect(told()).toEqual(['']);
});

test('what is over in a moment says nothing, also not when it comes again', () => {
  const unseenFor = (items: Item[]) => <MessageList {...listProps({ items })} />;
  const waiting = laneOf({ state: 'confirming' }, {});
  const { rerender } = render(unseenFor(waiting));
  pass(1_499);
  rerender(unseenFor(laneOf({ state: 'sent', traceId: 1 }, { state: 'sending' })));
  pass(1);
  rerender(unseenFor(waiting));
  pass(1_499);
  expect(told()).toEqual(['']);
  pass(1);
  expect(told()).toEqual([unseen]);
});

test('offline what only needs the connection says nothing else', () => {
  const items = laneOf({ state: 'confirming' }, {}, other);
  render(<MessageList {...listProps({ items, isDown: true })} />);
  pass(1_500);
  expect(told()).toEqual(['|Edit|Delete', '|Edit|Delete']);
  expect(
    screen.getAllByRole('img', { name: 'Waits for the connection and goes out by itself' }),
  ).toHaveLength(2);
});

test('in Russian', async () => {
  const translator = await createTranslator('ru');
  const show = (props: Partial<MessageListProps>) => {
    cleanup();
    render(
      <TranslationProvider translator={translator}>
        <MessageList {...listProps(props)} />
      </TranslationProvider>,
    );
    pass(1_500);
    return told();
  };
  expect(show({ items: laneOf({ state: 'confirming' }, {}, other) })).toEqual([
    'Уйдёт само, как только такое же сообщение выше появится в чате.|Изменить|Удалить',
    'Уйдёт само после сообщения выше: порядок сохраняется.|Изменить|Удалить',
  ]);
  expect(show({ items: laneOf({ state: 'stillUnclear' }, {}) })).toEqual([
    'Ждёт, пока вы не решите, что делать с таким же сообщением выше.|Изменить|Удалить',
  ]);
});
