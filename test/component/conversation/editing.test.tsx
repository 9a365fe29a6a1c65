// An own message is changed: what stands in the composer meanwhile, and what the portal has in the end.
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { useEditing } from '../../../src/conversation/actions/useEditing.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { deleteMessage, sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import { classicRest } from '../portal/classicRest.ts';

afterEach(cleanup);

const dialogId = 'chat65';
const rest = classicRest(inject('portalOrigin'), inject('portalTokens').admin);

test('begins with the text as it was typed, saves it, closes and reads anew', async () => {
  const message = await said('See https://x.example and [b]this[/b]');
  const { editing, refresh } = open(message);
  expect(editing().text).toBe('See https://x.example and [b]this[/b]');
  act(() => editing().setText(' See www.y.example '));
  await act(() => editing().save());
  expect(editing()).toMatchObject({ editing: null, text: '', isSaving: false, problem: null });
  expect(refresh).toHaveBeenCalledWith(message.id);
  expect(await readBack(message.id)).toMatchObject({
    text: 'See [URL=http://www.y.example]www.y.example[/URL]',
    isEdited: true,
  });
});

test('unchanged it is closed without a call', async () => {
  const message = await said('See https://x.example');
  const { editing, refresh } = open(message);
  act(() => editing().setText('See https://x.example '));
  await act(() => editing().save());
  expect(editing().editing).toBeNull();
  expect(refresh).not.toHaveBeenCalled();
  expect(await readBack(message.id)).toMatchObject({ isEdited: false });
});

test('a blank text is not saved: it would delete the message', async () => {
  const message = await said('Stays');
  const { editing } = open(message);
  act(() => editing().setText(' \n'));
  await act(() => editing().save());
  expect(editing().editing).toBe(message);
  expect(await readBack(message.id)).toMatchObject({ text: 'Stays', isDeleted: false });
});

test('what the portal refuses is said, and the text is kept', async () => {
  const message = await said('Gone meanwhile');
  const { editing } = open(message);
  await deleteMessage(rest, message.id);
  act(() => editing().setText('Changed'));
  await act(() => editing().save());
  expect(editing()).toMatchObject({
    editing: message,
    text: 'Changed',
    isSaving: false,
    problem: { kind: 'denied', code: 'CANT_EDIT_MESSAGE' },
  });
});

test('cancelled, nothing is saved', async () => {
  const message = await said('Stays');
  const { editing } = open(message);
  act(() => editing().setText('Changed'));
  act(() => editing().cancel());
  expect(editing()).toMatchObject({ editing: null, text: '' });
  expect(await readBack(message.id)).toMatchObject({ text: 'Stays' });
});

function open(message: Message) {
  const refresh = vi.fn<(messageId: number) => void>();
  const { result } = renderHook(() => useEditing({ rest, refresh }));
  act(() => result.current.begin(message));
  return { editing: () => result.current, refresh };
}

async function said(text: string): Promise<Message> {
  return readBack(await sendDialogMessage(rest, { dialogId, text, templateId: crypto.randomUUID() }));
}

async function readBack(id: number): Promise<Message> {
  const { messages } = await getMessages(rest, dialogId, id + 1);
  const message = messages.at(-1);
  if (message?.id !== id) throw new Error(`Message ${id} is not there`);
  return message;
}
