// Reply, like, copy, edit, delete and choose, in a list that is read from the local portal.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  type MessageActionsOptions,
  useMessageActions,
} from '../../../src/conversation/actions/useMessageActions.tsx';
import { setSingleKeys } from '../../../src/conversation/shortcuts/singleKeys.ts';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { deleteMessage, likeMessage, sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import type { Rest } from '../../../src/portal/rest.ts';
import { classicRest } from '../portal/classicRest.ts';
import { listProps, timeline } from './sample.ts';

afterEach(cleanup);

const dialogId = 'chat65';
const anna = classicRest(inject('portalOrigin'), inject('portalTokens').admin);
const marta = classicRest(inject('portalOrigin'), inject('portalTokens').member);
const say = (rest: Rest, text: string) =>
  sendDialogMessage(rest, { dialogId, text, templateId: crypto.randomUUID() });

describe('what is offered', () => {
  test.each([
    ['an own message', anna, {}, ['Reply', 'Like', 'Copy text', 'Edit', 'Choose several', 'Delete']],
    ["somebody else's", marta, {}, ['Reply', 'Like', 'Copy text', 'Choose several']],
    ['to who is no member', marta, { isMember: false }, ['Copy text', 'Choose several']],
    [
      'where nobody answers, edits or chooses',
      anna,
      { onReply: undefined, onEdit: undefined, onChooseBegin: undefined },
      ['Like', 'Copy text', 'Delete'],
    ],
  ])('%s', async (_what, author, options, labels) => {
    await show(await say(author, 'Look'), options);
    expect(await menuOf()).toEqual(labels);
  });

  test.each([
    ['is three days old', { date: new Date(Date.now() - 3 * 24 * 3_600_000).toISOString() }, ['Edit']],
    ['has no text', { text: ' ' }, ['Edit', 'Copy text']],
  ])('an own message that %s', async (_what, changes, missing) => {
    await show(await say(anna, 'Look'), {}, changes);
    for (const label of missing) expect(await menuOf()).not.toContain(label);
  });
});

test('reply, edit and choose are handed on', async () => {
  const calls: string[] = [];
  const note = (what: string) => (message: Message) => void calls.push(`${what} ${message.text}`);
  await show(await say(anna, 'Mine'), {
    onReply: note('reply'),
    onEdit: note('edit'),
    onChooseBegin: note('choose'),
  });
  row().focus();
  await userEvent.keyboard('rex');
  expect(calls).toEqual(['reply Mine', 'edit Mine', 'choose Mine']);
});

test('letters do nothing where single keys are switched off; keys with names still do', async () => {
  setSingleKeys(false);
  try {
    const calls: string[] = [];
    await show(await say(anna, 'Mine'), { onReply: () => calls.push('reply') });
    expect(screen.getByRole('button', { name: 'Reply' }).title).toBe('Reply');
    row().focus();
    await userEvent.keyboard('r{Delete}');
    expect(await screen.findByRole('dialog', { name: 'Delete this message?' })).toBeTruthy();
    expect(calls).toEqual([]);
    act(() => setSingleKeys(true));
    await userEvent.keyboard('{Escape}r');
    expect(calls).toEqual(['reply']);
  } finally {
    setSingleKeys(true);
  }
});

describe('like', () => {
  test('is shown at once, and the portal has it', async () => {
    const id = await show(await say(marta, 'Like me'));
    await userEvent.click(likeButton());
    await expect.poll(() => likeButton().ariaPressed).toBe('true');
    expect(await screen.findByRole('button', { name: '1 like: You' })).toBeTruthy();
    await expect.poll(async () => (await readBack(id)).likedBy).toEqual([1]);

    await userEvent.click(screen.getByRole('button', { name: '1 like: You' }));
    await expect.poll(async () => (await readBack(id)).likedBy).toEqual([]);
    await expect.poll(() => likeButton().ariaPressed).toBe('false');
  });

  test('pressed again and again, the last wish counts', async () => {
    const id = await show(await say(marta, 'Like me'));
    row().focus();
    await userEvent.keyboard('lll');
    await expect.poll(() => likeButton().ariaPressed).toBe('true');
    await expect.poll(async () => (await readBack(id)).likedBy).toEqual([1]);
    await likeMessage(anna, id, false);
  });

  test('of who turns out to be no member: taken back at once with the reason, and not offered again', async () => {
    const outsider = classicRest(inject('portalOrigin'), inject('portalTokens').operator);
    await show(await say(marta, 'Like me'), { rest: outsider });
    await userEvent.click(likeButton());
    await expect
      .poll(() => screen.queryByRole('status')?.textContent)
      .toBe('Your like was not taken. Only members of the chat can like.');
    expect(likeButton().ariaPressed).toBe('false');
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Copy text/ }));
    await expect.poll(() => screen.queryByRole('button', { name: 'Like' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull();
  });

  test('that stands in the portal already stays', async () => {
    const id = await say(marta, 'Like me');
    await show(id);
    await likeMessage(anna, id, true);
    await userEvent.click(likeButton());
    expect(await screen.findByRole('button', { name: '1 like: You' })).toBeTruthy();
    expect(await likeMessage(anna, id, true)).toBe('unchanged');
    expect(screen.queryByText(/was not taken/)).toBeNull();
  });

  test('that the portal does not take is taken back, and said at the message until the next try', async () => {
    const offline = classicRest('http://127.0.0.1:9', inject('portalTokens').admin);
    await show(await say(marta, 'Like me'), { rest: offline });
    await userEvent.click(likeButton());
    await expect
      .poll(() => screen.queryByRole('status')?.textContent)
      .toBe('Your like was not taken. The portal cannot be reached. Check your connection and try again.');
    await expect.poll(() => likeButton().ariaPressed).toBe('false');
    await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
    await expect.poll(() => screen.queryByRole('status')).toBeNull();
  });
});

test('copying puts plain text on the clipboard without its own interface, says so, and keeps the focus', async () => {
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  try {
    await show(await say(anna, '[b]Ask[/b] [USER=2]Marta[/USER]: https://x.example'));
    const copied = new Promise<string>((resolve) => {
      document.addEventListener('copy', () => resolve(String(getSelection())), { once: true });
    });
    row().focus();
    await userEvent.keyboard('c');
    expect(await copied).toBe('Ask @Marta Olsen: https://x.example');
    await expect.poll(() => screen.queryByRole('status')?.textContent).toBe('Copied');
    expect(document.activeElement).toBe(row());
  } finally {
    refused.mockRestore();
  }
});

describe('delete', () => {
  test('asks first; Escape keeps the message and gives the focus back', async () => {
    const id = await show(await say(anna, 'Keep [b]me[/b]'), {
      deleteNoteOf: () => 'It is a result of the task.',
    });
    row().focus();
    await userEvent.keyboard('{Delete}');
    const dialog = await screen.findByRole('dialog', { name: 'Delete this message?' });
    expect(dialog.textContent).toContain('Keep me');
    expect(dialog.textContent).toContain('It is a result of the task.');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(row());
    expect(await readBack(id)).toMatchObject({ isDeleted: false });
  });

  test('from the menu: deleted, shown as such, and the focus stays in the list', async () => {
    const id = await show(await say(anna, 'Gone'));
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Delete/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await expect.poll(() => row().textContent).toContain('This message was deleted');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await readBack(id)).toMatchObject({ isDeleted: true });
    expect(document.activeElement).toBe(row());
  });

  test('that the portal refuses is told in the dialog, which stays', async () => {
    const id = await say(anna, 'Gone already');
    await show(id, { refresh: () => Promise.resolve(undefined) });
    await deleteMessage(anna, id);
    row().focus();
    await userEvent.keyboard('{Delete}');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(within(dialog).getByRole('alert').textContent).toContain('The message was not deleted'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

async function readBack(id: number): Promise<Message> {
  const { messages } = await getMessages(anna, dialogId, id + 1);
  const message = messages.at(-1);
  if (message?.id !== id) throw new Error(`Message ${id} is not there`);
  return message;
}

/** A list with this one message, as Anna sees it. */
async function show(
  id: number,
  options: Partial<MessageActionsOptions> = {},
  changes: Partial<Message> = {},
) {
  render(<Stage first={{ ...(await readBack(id)), ...changes }} options={options} />);
  return id;
}

function Stage({ first, options }: { first: Message; options: Partial<MessageActionsOptions> }) {
  const [message, setMessage] = useState(first);
  const refresh = useCallback(async (id: number) => {
    const fresh = await readBack(id);
    setMessage(fresh);
    return fresh;
  }, []);
  const [isOutside, setOutside] = useState(false);
  const { actionsOf, dialogs } = useMessageActions({
    rest: anna,
    currentUserId: 1,
    isMember: !isOutside,
    onNotMember: () => setOutside(true),
    onReply: () => undefined,
    onEdit: () => undefined,
    onChooseBegin: () => undefined,
    refresh,
    nameOf: (userId) => (userId === 2 ? 'Marta Olsen' : undefined),
    ...options,
  });
  return (
    <>
      <MessageList {...listProps({ timeline: timeline([message]), actionsOf })} />
      {dialogs}
    </>
  );
}

const row = () => screen.getByRole('article');
const likeButton = () => screen.getByRole('button', { name: 'Like' });

/** What the menu says, without the keys at the right. */
async function menuOf(): Promise<Array<string | null | undefined>> {
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const menu = await screen.findByRole('menu');
  const labels = Array.from(
    menu.querySelectorAll('[role^="menuitem"]'),
    (one) => one.children[1]?.textContent,
  );
  await userEvent.keyboard('{Escape}');
  return labels;
}
