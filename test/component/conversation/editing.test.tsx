// An own message is changed: what stands in the composer meanwhile, and what the portal has in the end.
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { useEditing, type Editing } from '../../../src/conversation/actions/useEditing.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { deleteMessage, sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
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

test('one that is being saved is not left: begun meanwhile is what comes after it', async () => {
  const [first, second] = [await said('First'), await said('Second')];
  const { editing } = open(first);
  act(() => editing().setText('First, changed'));
  const saving = save(editing);
  act(() => editing().cancel());
  act(() => editing().begin(second));
  expect(editing()).toMatchObject({ editing: first, isSaving: true });
  await act(() => saving);
  expect(editing()).toMatchObject({ editing: second, text: 'Second', isSaving: false });
  expect(await readBack(first.id)).toMatchObject({ text: 'First, changed' });
});

test('and if it fails, it stays and says so', async () => {
  const [first, second] = [await said('Gone meanwhile'), await said('Second')];
  const { editing } = open(first);
  await deleteMessage(rest, first.id);
  act(() => editing().setText('Changed'));
  const saving = save(editing);
  act(() => editing().begin(second));
  await act(() => saving);
  expect(editing()).toMatchObject({
    editing: first,
    text: 'Changed',
    isUnclear: false,
    problem: { code: 'CANT_EDIT_MESSAGE' },
  });
});

test('what was typed for a message is kept while others are changed, and when it is cancelled', async () => {
  const [first, second] = [await said('First'), await said('Second')];
  const { editing } = open(first);
  act(() => editing().setText('First, half-way'));
  act(() => editing().begin(second));
  expect(editing()).toMatchObject({ editing: second, text: 'Second', hasUnsaved: true });
  act(() => editing().begin(first));
  expect(editing().text).toBe('First, half-way');
  act(() => editing().cancel());
  expect(editing()).toMatchObject({ editing: null, hasUnsaved: true });
  act(() => editing().begin(first));
  expect(editing().text).toBe('First, half-way');
  await act(() => editing().save());
  expect(editing()).toMatchObject({ editing: null, hasUnsaved: false });
});

test('an answer that is lost: it may be saved, and is closed once the chat says so', async () => {
  const message = await said('Before');
  const nowhere = classicRest('http://127.0.0.1:9', inject('portalTokens').admin);
  const { editing, show } = open(message, nowhere);
  act(() => editing().setText('After www.x.example'));
  await act(() => editing().save());
  expect(editing()).toMatchObject({ text: 'After www.x.example', isSaving: false, isUnclear: true });
  show([message]);
  expect(editing().editing).toBe(message);
  const text = 'After [URL=http://www.x.example]www.x.example[/URL]';
  show([{ ...message, text, isEdited: true }]);
  expect(editing()).toMatchObject({ editing: null, hasUnsaved: false });
});

test('in doubt, and changed in white space alone: the chat cannot tell', async () => {
  const message = await said('Be fore');
  const nowhere = classicRest('http://127.0.0.1:9', inject('portalTokens').admin);
  const { editing, show } = open(message, nowhere);
  act(() => editing().setText('Be\nfore'));
  await act(() => editing().save());
  show([{ ...message }]);
  expect(editing()).toMatchObject({ text: 'Be\nfore', isUnclear: true });
});

test('cancelled, nothing is saved', async () => {
  const message = await said('Stays');
  const { editing } = open(message);
  act(() => editing().setText('Changed'));
  act(() => editing().cancel());
  expect(editing()).toMatchObject({ editing: null, text: '' });
  expect(await readBack(message.id)).toMatchObject({ text: 'Stays' });
});

function open(message: Message, over = rest) {
  const refresh = vi.fn<(messageId: number) => void>();
  const { result, rerender } = renderHook(
    ({ messages }: { messages: Message[] }) => useEditing({ rest: over, messages, isSameText, refresh }),
    { initialProps: { messages: [message] } },
  );
  act(() => result.current.begin(message));
  return {
    editing: () => result.current,
    refresh,
    /** The chat says this now. */
    show: (messages: Message[]) => rerender({ messages }),
  };
}

/** Under way when this returns. */
function save(editing: () => Editing): Promise<void> {
  const under = { way: Promise.resolve() };
  act(() => {
    under.way = editing().save();
  });
  return under.way;
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
