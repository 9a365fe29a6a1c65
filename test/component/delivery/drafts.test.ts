/** Drafts: each page has its own, none is lost, and a draft becomes an item in one step. */
// @module-tag race
import { describe, expect, test } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import type { DeliveryStore, LaneRecord } from '../../../src/delivery/store.ts';
import { item, lane, look, newOwner } from './pages.ts';

/** Gives pages that share what they store. */
const kinds: Array<[kind: string, share: () => () => DeliveryStore]> = [
  [
    'IndexedDB',
    () => {
      const owner = newOwner();
      return () => openBrowserStore(owner);
    },
  ],
  [
    'memory',
    () => {
      const store = createMemoryStore();
      return () => store;
    },
  ],
];

/** The draft `draftId` becomes an item. */
const send = (store: DeliveryStore, draftId: string, text: string) =>
  store.change(
    lane,
    (record) => ({ record: { ...record, items: [...record.items, item(text)] }, result: undefined }),
    { draftId, text: '' },
  );

describe.each(kinds)('in %s', (_kind, share) => {
  test('a draft is found by the next page', async () => {
    const open = share();
    await open().saveDraft(lane, { draftId: 'a', text: 'half a sent' });
    expect(await open().takeDrafts(lane, 'b')).toEqual({ text: 'half a sent' });
    expect(await open().takeDrafts(lane, 'c')).toEqual({ text: 'half a sent' });
  });

  test('an empty one is none', async () => {
    const open = share();
    await open().saveDraft(lane, { draftId: 'a', text: 'no' });
    await open().saveDraft(lane, { draftId: 'a', text: '' });
    expect(await open().takeDrafts(lane, 'b')).toEqual({ text: '' });
  });

  test('an item sent in one page leaves the draft of the other alone', async () => {
    const open = share();
    const [left, right] = [open(), open()];
    await left.saveDraft(lane, { draftId: 'left', text: 'a long thought' });
    await right.saveDraft(lane, { draftId: 'right', text: 'ok' });
    await send(right, 'right', 'ok');
    expect(await open().takeDrafts(lane, 'next')).toEqual({ text: 'a long thought' });
    expect((await look(open())).items.map(({ text }) => text)).toEqual(['ok']);
  });

  test('those left behind become one; a shorter state of the same is not repeated', async () => {
    const open = share();
    const texts = ['first', 'second th', 'second thought', '  ', 'first'];
    for (const [index, text] of texts.entries()) {
      await open().saveDraft(lane, { draftId: `page ${index}`, text });
      // Their order is by time.
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
    }
    expect(await open().takeDrafts(lane, 'next')).toEqual({ text: 'second thought\nfirst' });
    expect(await open().takeDrafts(lane, 'last')).toEqual({ text: 'second thought\nfirst' });
  });

  test('what the newest of the answers answers, the joined one does', async () => {
    const open = share();
    const drafts = [
      { text: 'one', replyTo: 5 },
      { text: 'two', replyTo: 7 },
      { text: 'three' },
      { text: ' ', replyTo: 9 },
    ];
    for (const [index, draft] of drafts.entries()) {
      await open().saveDraft(lane, { draftId: `page ${index}`, ...draft });
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
    }
    expect(await open().takeDrafts(lane, 'next')).toEqual({ text: 'one\ntwo\nthree', replyTo: 7 });
    expect(await open().takeDrafts(lane, 'last')).toEqual({ text: 'one\ntwo\nthree', replyTo: 7 });
  });

  test('where one of them was to become a result, the joined one is; older ones do not say', async () => {
    const open = share();
    const drafts = [{ text: 'one', asResult: true }, { text: 'two' }, { text: ' ', asResult: true }];
    for (const [index, draft] of drafts.entries()) {
      await open().saveDraft(lane, { draftId: `page ${index}`, ...draft });
    }
    const { asResult } = await open().takeDrafts(lane, 'next');
    expect(asResult).toBe(true);
    await open().saveDraft(lane, { draftId: 'next', text: 'one' });
    expect(await open().takeDrafts(lane, 'last')).toEqual({ text: 'one' });
    await open().saveDraft(lane, { draftId: 'blank', text: ' ', asResult: true });
    expect(await open().takeDrafts(lane, 'very last')).toEqual({ text: 'one' });
  });

  test('neither comes nor goes with a change that leaves the lane as it is', async () => {
    const open = share();
    const change = (text: string) =>
      open().change(lane, (record) => ({ record, result: undefined }), { draftId: 'a', text });
    await change('sent meanwhile');
    expect(await open().takeDrafts(lane, 'a')).toEqual({ text: '' });
    await open().saveDraft(lane, { draftId: 'a', text: 'still there' });
    await change('');
    expect(await open().takeDrafts(lane, 'b')).toEqual({ text: 'still there' });
  });

  test('comes with the item that goes', async () => {
    const open = share();
    await send(open(), 'a', 'edit me');
    const without = (record: LaneRecord) => ({ record: { ...record, items: [] }, result: undefined });
    await open().change(lane, without, { draftId: 'a', text: 'edit me' });
    expect((await look(open())).items).toEqual([]);
    expect(await open().takeDrafts(lane, 'b')).toEqual({ text: 'edit me' });
  });
});

test('neither the item nor the draft changes when the item cannot be stored', async () => {
  const owner = newOwner();
  const store = openBrowserStore(owner);
  await store.saveDraft(lane, { draftId: 'a', text: 'Hello' });
  // A function cannot be cloned into IndexedDB, so the write fails.
  const bad = { ...item('Hello'), target: (() => undefined) as unknown as Record<string, string> };
  await store.change(lane, (record) => ({ record: { ...record, items: [bad] }, result: undefined }), {
    draftId: 'a',
    text: '',
  });
  expect(store.isLasting()).toBe(false);
  expect((await look(store)).items).toEqual([bad]);
  expect(await look(openBrowserStore(owner))).toEqual({ lane, floor: 0, items: [] });
});
