/** Draft and open messages of a dialog, as a screen gets them: over a reload, into the composer and out of it. */
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { openDialogStore } from '../../../src/sending/store.ts';
import { useOutbox } from '../../../src/sending/useOutbox.ts';
import { chatWith, dialog, me, message, newOwner, refused, type Chat } from './desk.ts';

afterEach(cleanup);

function open(owner = newOwner(), chat: Chat = chatWith()) {
  const store = openDialogStore(owner, dialog);
  const options = { userId: me, store, send: (text: string) => chat.send(text), readChat: chat.readChat };
  const { result } = renderHook(() => useOutbox(options), { wrapper: StrictMode });
  return { owner, chat, store, desk: () => result.current };
}

async function loaded(page: ReturnType<typeof open>) {
  // IndexedDB answers in order: when this reading is through, the page's own was.
  await act(() => page.store.load());
  return page;
}

test('a draft is there again after a reload', async () => {
  const { owner, desk } = await loaded(open());
  act(() => desk().setDraft('half a sent'));
  await waitFor(async () => expect((await openDialogStore(owner, dialog).load()).draft).toBe('half a sent'));
  const next = await loaded(open(owner));
  expect(next.desk().draft).toBe('half a sent');
});

test('what was typed before the stored draft came stands behind it', async () => {
  const owner = newOwner();
  await openDialogStore(owner, dialog).saveDraft('old');
  const page = open(owner);
  act(() => page.desk().setDraft('new'));
  await loaded(page);
  expect(page.desk().draft).toBe('old\nnew');
});

test('send empties the composer, on the screen and in the store, and the message arrives once', async () => {
  const { owner, chat, desk } = await loaded(open());
  act(() => desk().setDraft('Hello'));
  act(() => desk().send('Hello'));
  expect(desk().draft).toBe('');
  expect(desk().items).toMatchObject([{ text: 'Hello' }]);
  await waitFor(() => expect(desk().claims.size).toBe(1));
  expect(desk().items).toEqual([]);
  expect(chat.sent).toEqual(['Hello']);
  expect(await openDialogStore(owner, dialog).load()).toEqual({ draft: '', items: [] });
});

test('a message left behind is taken up once, and looked for', async () => {
  const owner = newOwner();
  const left = {
    key: 'a-key',
    text: 'Hello',
    state: 'sending',
    createdAt: Date.now(),
    attemptedAt: Date.now(),
    baseline: 0,
  } as const;
  await openDialogStore(owner, dialog).startSending(left);
  const chat = chatWith();
  chat.messages.push(message('Hello'));
  const { desk } = open(owner, chat);
  await waitFor(() => expect([...desk().claims.values()]).toEqual(['a-key']));
  expect(desk().items).toEqual([]);
  expect(chat.sent).toEqual([]);
});

test('edit puts a refused text before the draft and takes the message out', async () => {
  const { owner, desk } = await loaded(open(newOwner(), chatWith({ writes: false, outcome: refused })));
  act(() => desk().send('one'));
  await waitFor(() => expect(desk().items).toMatchObject([{ state: 'refused' }]));
  act(() => desk().setDraft('two'));
  act(() => desk().edit(desk().items[0]?.key ?? ''));
  expect(desk().draft).toBe('one\ntwo');
  expect(desk().items).toEqual([]);
  await waitFor(async () => {
    expect(await openDialogStore(owner, dialog).load()).toEqual({ draft: 'one\ntwo', items: [] });
  });
});
