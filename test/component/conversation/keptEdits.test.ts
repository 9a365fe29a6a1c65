// Changes of messages that are not saved: whatever was typed, in this page, an earlier one or another, is not lost.
import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { updateMessage } from '../../../src/portal/methods/messages.ts';
import { newOwner } from '../delivery/pages.ts';
import { kept, lane, nothingKept, nowhere, open, readBack, rest, said, save } from './changes.ts';

afterEach(cleanup);

describe('before the store is there', () => {
  test('what is typed stands behind what was kept, also when the page goes before it knew', async () => {
    const message = await said('Old');
    const owner = newOwner();
    await keep(owner, message.id, 'Old, long text');
    const early = open(message, { owner, hasStore: false });
    act(() => early.editing().setText('Quick'));
    early.close();
    const { editing, change } = open(message, { owner, hasStore: false });
    act(() => editing().setText('Typed'));
    change({ hasStore: true });
    await expect.poll(() => editing().text).toBe('Old, long text\nQuick\nTyped');
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Old, long text\nQuick\nTyped']]));
    act(() => editing().discard(message.id));
    await nothingKept(owner);
  });

  test('typed and taken back: what was kept stays', async () => {
    const message = await said('Old');
    const owner = newOwner();
    await keep(owner, message.id, 'Old, long text');
    const { editing, change } = open(message, { owner, hasStore: false });
    act(() => editing().setText('Olds'));
    act(() => editing().setText('Old'));
    change({ hasStore: true });
    await expect.poll(() => editing().text).toBe('Old, long text');
    await openBrowserStore(owner).readAll();
    expect(await kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
  });

  test('saved at once: what was kept waits, and is not lost with it', async () => {
    const message = await said('Old');
    const owner = newOwner();
    await keep(owner, message.id, 'Old, long text');
    const { editing, change } = open(message, { owner, hasStore: false });
    act(() => editing().setText('Quick'));
    const saving = save(editing);
    change({ hasStore: true });
    await act(() => saving);
    await expect.poll(() => editing().unfinished).toMatchObject([{ text: 'Old, long text' }]);
    expect(await readBack(message.id)).toMatchObject({ text: 'Quick' });
    expect(await kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
  });
});

describe('typed last', () => {
  test('is there until it is stored, however often the page goes', async () => {
    const message = await said('Old');
    const owner = newOwner();
    const first = open(message, { owner, hasStore: false });
    act(() => first.editing().setText('Hardly begun'));
    first.close();
    let asked = false;
    const store = {
      ...openBrowserStore(owner),
      readDrafts: () => {
        asked = true;
        return new Promise<never>(() => undefined);
      },
    };
    const second = open(null, { owner, store });
    await expect.poll(() => asked, { timeout: 5_000 }).toBe(true);
    second.close();
    const { editing } = open(null, { owner });
    await expect.poll(() => editing().unfinished).toMatchObject([{ text: 'Hardly begun' }]);
  });

  test('is stored also where its beginning is typed again', async () => {
    const message = await said('Old');
    const owner = newOwner();
    const first = open(message, { owner, hasStore: false });
    act(() => first.editing().setText('Hardly begun'));
    first.close();
    const { editing, change } = open(message, { owner, hasStore: false });
    act(() => editing().setText('Hardly'));
    change({ hasStore: true });
    await expect.poll(() => editing().text, { timeout: 5_000 }).toBe('Hardly begun');
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Hardly begun']]));
  });
});

describe('two windows', () => {
  test('given up in one, it is stored again by the one that shows it', async () => {
    const message = await said('Old');
    const owner = newOwner();
    const [one, other] = [open(message, { owner }), open(message, { owner })];
    await one.whenRead();
    await other.whenRead();
    act(() => one.editing().setText('Old, long text'));
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
    act(() => other.editing().setText('Olds'));
    act(() => other.editing().setText('Old'));
    await expect.poll(() => kept(owner)).toEqual(new Map());
    window.dispatchEvent(new Event('blur'));
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
  });

  test('gone on with in one and given up in the other: that one has removed nothing it did not know', async () => {
    const message = await said('Old');
    const owner = newOwner();
    await keep(owner, message.id, 'Old, long');
    const [one, other] = [open(message, { owner }), open(message, { owner })];
    await expect.poll(() => [one.editing().text, other.editing().text]).toEqual(['Old, long', 'Old, long']);
    act(() => one.editing().setText('Old, long text'));
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
    window.dispatchEvent(new Event('focus'));
    act(() => other.editing().discard(message.id));
    await other.store.readAll();
    expect(await kept(owner)).toEqual(new Map([[message.id, 'Old, long text']]));
  });
});

describe('set aside for a newer text', () => {
  test.each<[string, (page: ReturnType<typeof open>) => unknown]>([
    ['cancelled', ({ editing }) => act(() => editing().cancel())],
    ['saved with nothing typed', ({ editing }) => act(() => editing().save())],
  ])('%s: it waits to be gone on with', async (_name, close) => {
    const { page, message, owner } = await taken();
    await close(page);
    expect(page.editing()).toMatchObject({ editing: null, hasUnsaved: true });
    expect(page.editing().unfinished).toMatchObject([{ id: message.id, text: 'Mine' }]);
    expect((await openBrowserStore(owner).readDrafts(lane)).size).toBe(1);
    act(() => page.editing().begin(message));
    act(() => page.editing().bringBack?.());
    expect(page.editing().text).toBe('Mine');
  });

  test('it outlasts the page, beside what was typed into the newer one', async () => {
    const { page, message, owner } = await taken();
    act(() => page.editing().setText('Theirs!'));
    page.close();
    const { editing } = open(message, { owner });
    await expect.poll(() => editing().text).toBe('Theirs!');
    act(() => editing().bringBack?.());
    expect(editing().text).toBe('Mine');
  });

  test('it outlasts the page also where the field was emptied', async () => {
    const { page, message, owner } = await taken();
    act(() => page.editing().setText(''));
    await expect.poll(() => kept(owner)).toEqual(new Map([[message.id, 'Mine']]));
    page.close();
    const { editing } = open(null, { owner });
    await expect.poll(() => editing().unfinished).toMatchObject([{ text: 'Mine' }]);
  });

  test('a second time: both are', async () => {
    const { page, message } = await taken();
    act(() => page.editing().setText('Mine, again'));
    await updateMessage(rest, message.id, 'Theirs, again');
    await act(() => page.editing().save());
    act(() => page.editing().takeTheirs());
    act(() => page.editing().setText('Other'));
    await updateMessage(rest, message.id, 'Third');
    await act(() => page.editing().save());
    act(() => page.editing().takeTheirs());
    act(() => page.editing().bringBack?.());
    expect(page.editing().text).toBe('Mine, again\nOther');
  });

  test('not to be brought back while something is being saved', async () => {
    const { page } = await taken();
    act(() => page.editing().setText('Merged'));
    const stale = page.editing().bringBack;
    const saving = save(page.editing);
    expect(page.editing().bringBack).toBeUndefined();
    act(() => stale?.());
    expect(page.editing().text).toBe('Merged');
    await act(() => saving);
  });
});

describe('an answer that is lost', () => {
  test('it got through, and the old text is typed again: that is saved', async () => {
    const { page, message } = await lost('Old', 'New');
    act(() => page.editing().setText('Old'));
    page.show([{ ...message, text: 'New' }]);
    expect(page.editing()).toMatchObject({ text: 'Old', hasUnsaved: true });
    page.change({ over: rest });
    await act(() => page.editing().save());
    expect(page.editing()).toMatchObject({ editing: null, hasUnsaved: false });
    expect(await readBack(message.id)).toMatchObject({ text: 'Old' });
  });

  test('it got through, and the page went: it is nobody else’s change', async () => {
    const { page, message, owner } = await lost('Old', 'New');
    act(() => page.editing().setText('New, and more'));
    page.close();
    const { editing } = open(message, { owner });
    await expect.poll(() => editing().text).toBe('New, and more');
    await act(() => editing().save());
    expect(editing()).toMatchObject({ editing: null, meanwhile: null });
    expect(await readBack(message.id)).toMatchObject({ text: 'New, and more' });
  });
});

test('changed elsewhere but for line breaks: these are asked about', async () => {
  const message = await said('Before');
  const { editing, show } = open(message);
  act(() => editing().setText('One\n\ntwo'));
  await updateMessage(rest, message.id, 'One two');
  await act(() => editing().save());
  expect(editing().meanwhile).toEqual({ changedTo: 'One two' });
  act(() => editing().cancel());
  show([{ ...message, text: 'One two' }]);
  expect(editing().unfinished).toMatchObject([{ text: 'One\n\ntwo' }]);
});

/** An earlier page has left it. */
async function keep(owner: ReturnType<typeof newOwner>, id: number, text: string): Promise<void> {
  await openBrowserStore(owner).saveDraft(lane, { draftId: String(id), text, base: 'Old' });
}

/** "Mine" was typed, and what somebody has made of it meanwhile was taken. */
async function taken() {
  const message = await said('Before');
  const owner = newOwner();
  const page = open(message, { owner });
  await page.whenRead();
  act(() => page.editing().setText('Mine'));
  await updateMessage(rest, message.id, 'Theirs');
  await act(() => page.editing().save());
  act(() => page.editing().takeTheirs());
  expect(page.editing().text).toBe('Theirs');
  return { page, message, owner };
}

/** It was saved, and nobody heard of it. */
async function lost(before: string, text: string) {
  const message = await said(before);
  const owner = newOwner();
  const page = open(message, { owner, over: nowhere });
  await page.whenRead();
  act(() => page.editing().setText(text));
  await act(() => page.editing().save());
  expect(page.editing()).toMatchObject({ isUnclear: true });
  await updateMessage(rest, message.id, text);
  return { page, message, owner };
}
