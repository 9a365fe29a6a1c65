// Every state of a message on its way: what its row says, to the eye and to a screen reader, and what can be done.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OutgoingActions } from '../../../src/conversation/outgoingActions.ts';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { cannotLookCode, leftCode, neverSentCode, type Item } from '../../../src/delivery/item.ts';
import { item, listProps, me, message, problem, timeline } from './sample.ts';

afterEach(cleanup);

describe('on its way', () => {
  test.each([
    ['queued', { state: 'queued' }, 'Waiting to be sent'],
    ['sending', { state: 'sending' }, 'Sending…'],
    ['answered, and not seen yet', { state: 'confirming' }, 'Looking for it in the chat'],
    ['sent', { state: 'sent', traceId: 7 }, 'Sent'],
    ['accepted', { state: 'sent' }, 'Accepted by the portal'],
  ] as const)('%s: a small sign with words, nothing to press, nothing read out', (_name, changes, words) => {
    show(changes);
    const sign = within(row()).getByRole('img', { name: words });
    // By mouse it says the same.
    expect(sign.closest('[title]')?.getAttribute('title')).toBe(words);
    expect(within(row()).queryByRole('button')).toBeNull();
    expect(status()).toBe('');
  });

  test.each([
    ['the connection', {}, { isDown: true }, 'Waits for the connection and goes out by itself', ''],
    [
      'the portal’s patience',
      { notBefore: 5, problem: problem({ kind: 'limit', code: 'HTTP_429' }) },
      {},
      'Waiting to be sent',
      'The portal is busy. This will be sent by itself within a minute.',
    ],
    [
      'another try',
      { notBefore: 5, problem: problem({ kind: 'unclear', code: 'HTTP_502' }) },
      {},
      'Waiting to be sent',
      'The portal gave no clear answer. This is sent by itself in a moment.',
    ],
  ] as const)(
    'queued says that it waits for %s, and can be taken back',
    async (_name, changes, props, sign, sentence) => {
      const actions = show({ state: 'queued', ...changes }, props);
      expect(within(row()).getByRole('img', { name: sign })).toBeTruthy();
      expect(status()).toBe(sentence);
      await press('Edit', 'Delete');
      for (const action of [actions.edit, actions.takeOut])
        expect(action).toHaveBeenCalledExactlyOnceWith('a');
    },
  );
});

test('sent as a result on the portal’s word alone: it is read out that it became none, and nothing is to be pressed', () => {
  const asResult = { state: 'sent', target: { taskId: 51, asResult: 51 } } as const;
  show(asResult);
  expect(within(row()).getByRole('img', { name: 'Accepted by the portal' })).toBeTruthy();
  expect(status()).toBe(
    'It went out, and did not become a result: you may not read this chat, so the message could not be found in it. You can make it one in Bitrix24.',
  );
  expect(within(row()).queryByRole('button')).toBeNull();
  cleanup();
  // The message is known, so that it follows by itself.
  show({ ...asResult, traceId: 7 });
  expect(status()).toBe('');
});

test('what waits goes out while the focus is on its buttons: the focus stays in the list', () => {
  const waiting = item('a', { state: 'queued', problem: problem({ kind: 'limit' }) });
  const props = listProps({ items: [waiting] });
  const { rerender } = render(<MessageList {...props} />);
  screen.getByRole('button', { name: 'Delete' }).focus();
  rerender(<MessageList {...props} items={[item('a')]} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('log'));
});

test.each([
  ['queued', {}, {}, 'Waiting to be sent'],
  ['queued', {}, { isDown: true }, 'Waits for the connection and goes out by itself'],
  ['sending', {}, {}, 'Sending…'],
  ['confirming', {}, {}, 'Looking for it in the chat'],
  ['unclear', {}, {}, 'Looking for it in the chat'],
  ['refused', {}, {}, 'Not sent'],
  ['stillUnclear', {}, {}, 'Unclear whether it arrived'],
  ['sent', { traceId: 7 }, {}, null],
  ['sent', {}, {}, null],
] as const)('by arrow keys the row of one that is %s (%o, %o) says it', (state, changes, props, words) => {
  show({ state, ...changes }, props);
  const name = row().getAttribute('aria-label') ?? '';
  expect(name.split(', ').slice(2)).toEqual(words === null ? [] : [words]);
});

describe('in doubt', () => {
  test.each([
    ['unclear', {}, {}, 'The portal did not answer. Looking in the chat whether it arrived…'],
    ['confirming', {}, {}, 'The portal did not answer. Looking in the chat whether it arrived…'],
    ['sending', { attempts: 2 }, {}, 'The portal did not answer. Looking in the chat whether it arrived…'],
    ['unclear', {}, { isDown: true }, /^The portal did not answer. Once it can be reached/],
    ['unclear', { problem: problem({ code: leftCode }) }, {}, /^The page was closed before the portal answe/],
  ] as const)('%s (%o, %o): what is being done, and to check now', async (state, changes, props, words) => {
    const actions = show({ state, problem: problem(), ...changes }, props);
    expect(status()).toMatch(words);
    expect(within(row()).getByRole('img', { name: 'Looking for it in the chat' })).toBeTruthy();
    await press('Check now');
    expect(actions.checkAgain).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('while a check runs the button is at work, keeps the focus, and does nothing', async () => {
    const actions = actionsOf();
    const props = listProps({ items: [item('a', { state: 'stillUnclear' })], actions });
    const { rerender } = render(<MessageList {...props} />);
    const button = screen.getByRole('button', { name: 'Check again' });
    await userEvent.click(button);
    const looking = { items: [item('a', { state: 'unclear' })], checking: new Set(['a']) };
    rerender(<MessageList {...props} {...looking} />);
    expect(button.textContent).toBe('Check now');
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard('{Enter}');
    rerender(<MessageList {...props} />);
    expect(button.textContent).toBe('Check again');
    expect(button.getAttribute('aria-busy')).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(actions.checkAgain).toHaveBeenCalledExactlyOnceWith('a');
  });
});

describe('the person decides', () => {
  test.each([
    [
      'looked for long enough',
      problem(),
      /^The portal gave no answer, and the message is not in the chat so far/,
    ],
    [
      'without any problem on it',
      undefined,
      /^The portal gave no answer, and the message is not in the chat so far/,
    ],
    [
      'left while being sent',
      problem({ code: leftCode }),
      /^The page was closed while this message was being/,
    ],
  ])('still unclear, %s: one sentence, and three ways on', async (_name, why, words) => {
    const actions = show({ state: 'stillUnclear', ...(why ? { problem: why } : {}) });
    expect(status()).toMatch(words);
    expect(within(row()).getByRole('img', { name: 'Unclear whether it arrived' })).toBeTruthy();
    await press('Check again', 'Send again', 'Delete');
    for (const action of [actions.checkAgain, actions.sendAgain, actions.takeOut])
      expect(action).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('still unclear where the chat cannot be read: nothing to check', () => {
    show({ state: 'stillUnclear', problem: problem({ code: cannotLookCode }) });
    expect(status()).toMatch(/cannot be looked up: this chat could not be read/);
    expect(buttons()).toEqual(['Send again', 'Delete']);
    cleanup();
    // A client's chat is read by who is not in it as far as its last session goes.
    show({ state: 'stillUnclear', kind: 'openLineReply', problem: problem({ code: cannotLookCode }) });
    expect(status()).toMatch(/cannot be looked up: you are not in this chat/);
    expect(buttons()).toEqual(['Send again', 'Delete']);
  });

  test('never sent, because the page was closed: it says so, and nothing of a refusal', () => {
    show({ state: 'refused', problem: problem({ kind: 'refused', code: neverSentCode }) });
    expect(status()).toBe('The page was closed before it was this message’s turn. It was not sent.');
    expect(buttons()).toEqual(['Edit', 'Send again', 'Delete']);
  });

  test('refused: text, reason and the portal’s own words, to edit, send again or delete', async () => {
    const denied = problem({ kind: 'denied', portalText: 'No <b>access</b>' });
    const actions = show({ state: 'refused', problem: denied });
    expect(screen.getByText('Text of a')).toBeTruthy();
    expect(within(row()).getByRole('img', { name: 'Not sent' })).toBeTruthy();
    expect(status()).toContain('Not sent: Bitrix24 does not let you do this');
    expect(status()).toContain('The portal says: No <b>access</b>');
    await press('Edit', 'Send again', 'Delete');
    for (const action of [actions.edit, actions.sendAgain, actions.takeOut])
      expect(action).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('refused for want of a scope: names it', () => {
    const scope = problem({ kind: 'scope', scope: 'tasks', portalText: 'insufficient scope' });
    show({ state: 'refused', problem: scope });
    expect(status()).toContain('permission “tasks”');
  });

  test('refused with the words of the portal as the only reason: says them once', () => {
    show({ state: 'refused', problem: problem({ kind: 'refused', portalText: 'Chat is closed' }) });
    expect(status().split('Chat is closed')).toHaveLength(2);
  });

  test('refused for what is in it: it would be refused again', () => {
    show({ state: 'refused', problem: problem({ kind: 'validation', portalText: 'Too rude' }) });
    expect(buttons()).toEqual(['Edit', 'Delete']);
  });

  test('stored by a version with other kinds of problems: still in words', () => {
    show({ state: 'refused', problem: problem({ kind: 'of-tomorrow', portalText: 'New words' }) });
    expect(status()).toMatch(/^Not sent: The portal gave no clear answer.*New words/);
  });
});

describe('extra copies, made by the browser', () => {
  const copies = [8];
  const own = message(7, { authorId: me, text: 'Hello' });

  test.each([
    ['on the echo', {}, 'an extra copy could not be removed'],
    [
      'on the message',
      { timeline: timeline([own]), claims: new Map([[7, 'a']]), copied: new Map([[7, 'untold' as const]]) },
      'an extra copy could not',
    ],
    ['to a client', { reachesClient: true }, 'The client may have received it twice'],
  ])('are told %s', (_name, props: Partial<MessageListProps>, words) => {
    show({ state: 'sent', traceId: 7, copies }, props);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(row().textContent).toContain(words);
    expect(within(row()).getByRole('img', { name: 'Sent' })).toBeTruthy();
  });

  test('that are being taken back are not shown', () => {
    render(
      <MessageList
        {...listProps({ timeline: timeline([own, { ...own, id: 8 }]), hidden: new Set(copies) })}
      />,
    );
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

function actionsOf(): OutgoingActions {
  return {
    checkAgain: vi.fn<(key: string) => void>(),
    sendAgain: vi.fn<(key: string) => void>(),
    edit: vi.fn<(key: string) => void>(),
    takeOut: vi.fn<(key: string) => void>(),
    remove: vi.fn<(key: string) => void>(),
  };
}

function show(changes: Partial<Item>, props: Partial<MessageListProps> = {}): OutgoingActions {
  const actions = actionsOf();
  render(<MessageList {...listProps({ items: [item('a', changes)], actions, ...props })} />);
  return actions;
}

function row(): HTMLElement {
  return screen.getByRole('article', { name: /^You, / });
}

function status(): string {
  return within(row()).getByRole('status').textContent;
}

function buttons(): string[] {
  return screen.getAllByRole('button').map(({ textContent }) => textContent);
}

async function press(...names: string[]): Promise<void> {
  expect(buttons()).toEqual(names);
  for (const name of names) await userEvent.click(screen.getByRole('button', { name }));
}
