// An own message is changed: what stands in the composer meanwhile, what outlasts the page, what the portal has in the end.
import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { deleteMessage, updateMessage } from '../../../src/portal/methods/messages.ts';
import { newOwner } from '../delivery/pages.ts';
import { classicRest } from '../portal/classicRest.ts';
import { lane, nothingKept, nowhere, open, origin, readBack, rest, said, save } from './changes.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

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
  expect(editing().editing?.id).toBe(message.id);
  expect(await readBack(message.id)).toMatchObject({ text: 'Stays', isDeleted: false });
});

test('what the portal refuses is said, and the text is kept', async () => {
  const message = await said('Not for her to change');
  const { editing } = open(message, { over: classicRest(origin, inject('portalTokens').member) });
  act(() => editing().setText('Changed'));
  await act(() => editing().save());
  expect(editing()).toMatchObject({
    editing: { id: message.id },
    text: 'Changed',
    isSaving: false,
    problem: { kind: 'denied', code: 'CANT_EDIT_MESSAGE' },
    meanwhile: 'gone',
  });
});

test('before it is read nothing is written: a failure there leaves nothing in doubt', async () => {
  const message = await said('Cannot be read');
  const { editing } = open(message, { readBy: nowhere });
  act(() => editing().setText('Changed'));
  await act(() => editing().save());
  expect(editing()).toMatchObject({ text: 'Changed', isSaving: false, isUnclear: false });
  expect(editing().problem).not.toBeNull();
  expect(await readBack(message.id)).toMatchObject({ text: 'Cannot be read' });
});

test('one that is being saved is not left: begun meanwhile is what comes after it', async () => {
  const [first, second] = [await said('First'), await said('Second')];
  const { editing } = open(first);
  act(() => editing().setText('First, changed'));
  const saving = save(editing);
  act(() => editing().cancel());
  act(() => editing().begin(second));
  expect(editing()).toMatchObject({ editing: { id: first.id }, isSaving: true });
  await act(() => saving);
  expect(editing()).toMatchObject({ editing: { id: second.id }, text: 'Second', isSaving: false });
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
    editing: { id: first.id },
    text: 'Changed',
    isUnclear: false,
    meanwhile: 'gone',
  });
});

test('what was typed for a message is kept while others are changed, and when it is cancelled', async () => {
  const [first, second] = [await said('First'), await said('Second')];
  const { editing } = open(first);
  act(() => editing().setText('First, half-way'));
  act(() => editing().begin(second));
  expect(editing()).toMatchObject({ editing: { id: second.id }, text: 'Second', hasUnsaved: true });
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
  const { editing, show } = open(message, { over: nowhere });
  act(() => editing().setText('After www.x.example'));
  await act(() => editing().save());
  expect(editing()).toMatchObject({ text: 'After www.x.example', isSaving: false, isUnclear: true });
  show([message]);
  expect(editing().editing?.id).toBe(message.id);
  const text = 'After [URL=http://www.x.example]www.x.example[/URL]';
  show([{ ...message, text, isEdited: true }]);
  expect(editing()).toMatchObject({ editing: null, hasUnsaved: false });
});

test('in doubt, and changed in white space alone: the chat cannot tell', async () => {
  const message = await said('Be fore');
  const { editing, show } = open(message, { over: nowhere });
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

describe('a reload', () => {
  test('what was typed is there again; changed elsewhere since, it is not saved over that unasked', async () => {
    const [first, second] = [await said('Begun first'), await said('Begun second')];
    const owner = newOwner();
    const before = open(first, { owner });
    act(() => before.editing().setText('First, half-way'));
    act(() => before.editing().begin(second));
    act(() => before.editing().setText('Second, half-way'));
    before.close();
    await updateMessage(rest, first.id, 'By another device');

    const { editing } = open(null, { owner });
    await expect
      .poll(() =>
        editing()
          .unfinished.map(({ text }) => text)
          .toSorted(),
      )
      .toEqual(['First, half-way', 'Second, half-way']);
    act(() => editing().begin({ ...first, text: 'By another device' }));
    expect(editing()).toMatchObject({ text: 'First, half-way', hasUnsaved: true });
    await act(() => editing().save());
    expect(editing().meanwhile).toEqual({ changedTo: 'By another device' });
    expect(await readBack(first.id)).toMatchObject({ text: 'By another device' });
    await act(() => editing().saveMine());
    expect(await readBack(first.id)).toMatchObject({ text: 'First, half-way' });
    act(() => editing().discard(second.id));
    expect(editing()).toMatchObject({ unfinished: [], hasUnsaved: false });
    await nothingKept(owner);
  });

  test('of one that was cancelled unchanged nothing is kept, nor of one that the chat shows as typed', async () => {
    const [one, other] = [await said('Looked at'), await said('Saved elsewhere')];
    const owner = newOwner();
    const { editing, show } = open(one, { owner });
    act(() => editing().setText('Looked at, and'));
    act(() => editing().setText('Looked at'));
    act(() => editing().begin(other));
    act(() => editing().setText('Saved there'));
    act(() => editing().cancel());
    expect(editing().unfinished).toHaveLength(1);
    show([one, { ...other, text: 'Saved there' }]);
    expect(editing().unfinished).toEqual([]);
    await nothingKept(owner);
  });

  test('typed right before the page went, and in no database yet: there again', async () => {
    const message = await said('Hardly begun');
    const owner = newOwner();
    const before = open(message, { owner, hasStore: false });
    act(() => before.editing().setText('Hardly begun, and gone'));
    before.close();
    const { editing } = open(null, { owner });
    await expect.poll(() => editing().unfinished).toMatchObject([{ text: 'Hardly begun, and gone' }]);
    await expect.poll(async () => (await openBrowserStore(owner).readDrafts(lane)).size).toBe(1);
    act(() => editing().discard(message.id));
    await nothingKept(owner);
  });

  test('storage refused: the page knows, and goes on', async () => {
    const message = await said('Typed into the void');
    const { editing, onStored, store } = open(message);
    await store.readAll();
    expect(store.isLasting()).toBe(true);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });
    act(() => editing().setText('Half-way'));
    await expect.poll(() => store.isLasting()).toBe(false);
    await expect.poll(() => onStored).toHaveBeenCalled();
    expect(editing()).toMatchObject({ text: 'Half-way', hasUnsaved: true });
  });
});

describe('changed meanwhile', () => {
  test('the new text can be taken, and what was typed brought back', async () => {
    const message = await said('Before');
    const { editing, refresh } = open(message);
    act(() => editing().setText('Mine'));
    await updateMessage(rest, message.id, 'Theirs, www.x.example');
    await act(() => editing().save());
    expect(refresh).toHaveBeenCalledWith(message.id);
    act(() => editing().takeTheirs());
    expect(editing()).toMatchObject({ text: 'Theirs, www.x.example', meanwhile: null, hasUnsaved: true });
    act(() => editing().setText('Theirs, and more'));
    act(() => editing().bringBack?.());
    expect(editing().text).toBe('Mine');
    act(() => editing().bringBack?.());
    expect(editing().text).toBe('Theirs, and more');
    await act(() => editing().save());
    expect(editing().editing).toBeNull();
    expect(await readBack(message.id)).toMatchObject({ text: 'Theirs, and more' });
  });

  test('to what was typed here: there is nothing to save', async () => {
    const message = await said('Before');
    const { editing } = open(message);
    act(() => editing().setText('The same at once'));
    await updateMessage(rest, message.id, 'The same at once');
    await act(() => editing().save());
    expect(editing()).toMatchObject({ editing: null, meanwhile: null, hasUnsaved: false });
  });

  test('a third time while one is being asked: it is asked again', async () => {
    const message = await said('One');
    const { editing } = open(message);
    act(() => editing().setText('Mine'));
    await updateMessage(rest, message.id, 'Two');
    await act(() => editing().save());
    await updateMessage(rest, message.id, 'Three');
    await act(() => editing().saveMine());
    expect(editing().meanwhile).toEqual({ changedTo: 'Three' });
    expect(await readBack(message.id)).toMatchObject({ text: 'Three' });
  });

  test('nothing typed so far: the field says what the chat does', async () => {
    const message = await said('Before');
    const { editing, show } = open(message);
    show([{ ...message, text: 'After' }]);
    expect(editing()).toMatchObject({ editing: { text: 'After' }, text: 'After', hasUnsaved: false });
  });
});
