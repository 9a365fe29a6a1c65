/** Drafts and open messages in real IndexedDB, and what happens where the browser refuses it. */
import { createStore, set } from 'idb-keyval';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newKey, type Outgoing } from '../../../src/sending/outgoing.ts';
import { openDialogStore } from '../../../src/sending/store.ts';
import { chatWith, dialog, newOwner, pageOf } from './desk.ts';

const item = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  key: newKey(),
  text,
  state: 'queued',
  createdAt: 1_790_000_000_000,
  baseline: 0,
  ...more,
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what was stored', () => {
  test('is found by the next page', async () => {
    const owner = newOwner();
    const store = openDialogStore(owner, dialog);
    const problem = {
      kind: 'scope',
      code: 'INSUFFICIENTSCOPEEXCEPTION',
      portalText: 'No.',
      scope: 'tasks',
    } as const;
    const first = item('one', { state: 'refused', problem });
    const second = item('two', { state: 'sending', createdAt: first.createdAt + 1, baseline: 77 });
    await store.startSending(second);
    await store.startSending(first);
    await store.saveDraft('half a sent');
    expect(await openDialogStore(owner, dialog).load()).toEqual({
      draft: 'half a sent',
      items: [first, second],
    });
  });

  test('can be changed and taken out', async () => {
    const store = openDialogStore(newOwner(), dialog);
    const first = item('one');
    await store.startSending(first);
    await store.update({ ...first, state: 'refused' });
    expect((await store.load()).items).toEqual([{ ...first, state: 'refused' }]);
    await store.remove(first.key);
    expect(await store.load()).toEqual({ draft: '', items: [] });
  });

  test('a draft becomes a message: both change together', async () => {
    const store = openDialogStore(newOwner(), dialog);
    await store.saveDraft('Hello');
    const first = item('Hello');
    await store.startSending(first);
    expect(await store.load()).toEqual({ draft: '', items: [first] });
  });

  test('neither changes when the message cannot be stored', async () => {
    const owner = newOwner();
    const store = openDialogStore(owner, dialog);
    await store.saveDraft('Hello');
    // A function cannot be cloned into IndexedDB, so the second of the two writes fails.
    const bad = {
      ...item('Hello'),
      problem: (() => undefined) as unknown as NonNullable<Outgoing['problem']>,
    };
    await store.startSending(bad);
    expect(store.isLasting()).toBe(false);
    expect(await openDialogStore(owner, dialog).load()).toEqual({ draft: 'Hello', items: [] });
  });

  test('what cannot be read is passed over', async () => {
    const owner = newOwner();
    const store = openDialogStore(owner, dialog);
    const good = item('one');
    await store.startSending(good);
    const database = createStore('chat-desk', 'dialogs');
    const key = (name: string) => [owner.memberId, String(owner.userId), dialog, 'item', name];
    const bad = [null, 'text', {}, { ...good, state: 'teleported' }, { ...good, text: 7 }];
    for (const [index, value] of bad.entries()) await set(key(String(index)), value, database);
    await set([owner.memberId, String(owner.userId), dialog, 'draft', 'x'], { html: '<b>' }, database);
    expect(await store.load()).toEqual({ draft: '', items: [good] });
    expect(store.isLasting()).toBe(true);
  });
});

describe('two windows on one dialog', () => {
  test('a message sent in one leaves the draft of the other alone', async () => {
    const owner = newOwner();
    const [left, right] = [openDialogStore(owner, dialog), openDialogStore(owner, dialog)];
    await left.saveDraft('a long thought');
    await right.saveDraft('ok');
    await right.startSending(item('ok'));
    expect((await openDialogStore(owner, dialog).load()).draft).toBe('a long thought');
  });

  test('drafts that two of them left behind become one; a shorter state of the same is not repeated', async () => {
    const owner = newOwner();
    for (const text of ['first', 'second th', 'second thought', '  ', 'first']) {
      await openDialogStore(owner, dialog).saveDraft(text);
    }
    const next = openDialogStore(owner, dialog);
    expect((await next.load()).draft).toBe('second thought\nfirst');
    expect((await openDialogStore(owner, dialog).load()).draft).toBe('second thought\nfirst');
  });

  test('what one has removed is not written back by the other', async () => {
    const store = openDialogStore(newOwner(), dialog);
    const first = item('one');
    await store.startSending(first);
    await store.remove(first.key);
    expect(await store.update({ ...first, state: 'confirming' })).toBe(false);
    expect((await store.load()).items).toEqual([]);
  });

  test('a message can be taken over once', async () => {
    const store = openDialogStore(newOwner(), dialog);
    const first = item('one');
    await store.startSending(first);
    const [mine, theirs] = [item('one'), item('one')];
    const taken = await Promise.all([store.take(first.key, mine), store.take(first.key, theirs)]);
    expect(taken).toEqual([true, false]);
    expect((await store.load()).items).toEqual([mine]);
  });
});

describe('strangers do not see each other', () => {
  const owner = newOwner();
  const others: Array<[what: string, store: ReturnType<typeof openDialogStore>]> = [
    ['another portal', openDialogStore({ ...owner, memberId: `${owner.memberId}0` }, dialog)],
    ['another person', openDialogStore({ ...owner, userId: owner.userId * 10 + 1 }, dialog)],
    ['another dialog', openDialogStore(owner, `${dialog}1`)],
  ];
  test.each(others)('%s', async (_what, other) => {
    const mine = openDialogStore(owner, dialog);
    const first = item('mine');
    await mine.startSending(first);
    await mine.saveDraft('mine');
    expect(await other.load()).toEqual({ draft: '', items: [] });
    await other.saveDraft('theirs');
    await other.remove(first.key);
    expect(await mine.load()).toEqual({ draft: 'mine', items: [first] });
    await mine.remove(first.key);
  });
});

test('two frames of one person do not write over each other', async () => {
  const owner = newOwner();
  const [left, right] = [openDialogStore(owner, dialog), openDialogStore(owner, dialog)];
  await Promise.all([left.load(), right.load()]);
  const items = [item('left'), item('right', { createdAt: 1_790_000_000_001 })] as const;
  await Promise.all([left.startSending(items[0]), right.startSending(items[1])]);
  expect((await left.load()).items).toEqual(items);
});

describe('where the browser refuses storage', () => {
  // As measured in a third-party frame (BF 1C): the call throws, or its request fails.
  const refusals: Array<[how: string, refuse: () => IDBOpenDBRequest]> = [
    [
      'at once',
      () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    ],
    ['in its answer', () => failingRequest()],
  ];

  /** A database is never opened with a version older than its own. */
  function failingRequest(): IDBOpenDBRequest {
    return IDBFactory.prototype.open.call(versioned.factory, versioned.name, 1);
  }
  const versioned = { factory: indexedDB, name: 'chat-desk-version-2' };

  async function refuseBy(refuse: () => IDBOpenDBRequest): Promise<void> {
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(versioned.name, 2);
      request.addEventListener('error', () =>
        reject(new Error('The database for this test could not be made')),
      );
      request.addEventListener('success', () => {
        request.result.close();
        resolve(undefined);
      });
    });
    // On the instance, so that the prototype's own stays callable.
    vi.spyOn(indexedDB, 'open').mockImplementation(refuse);
  }

  test.each(refusals)('%s: nothing lasts, and nothing throws', async (_how, refuse) => {
    await refuseBy(refuse);
    const store = openDialogStore(newOwner(), dialog);
    expect(store.isLasting()).toBe(true);
    expect(await store.load()).toEqual({ draft: '', items: [] });
    expect(store.isLasting()).toBe(false);
    await store.saveDraft('Hello');
    await store.startSending(item('Hello'));
    await store.startSending(item('Hello'));
    await store.remove('x');
    expect(await store.load()).toEqual({ draft: '', items: [] });
  });

  test.each(refusals)('%s: from then on it is not tried again', async (_how, refuse) => {
    const owner = newOwner();
    await refuseBy(refuse);
    const store = openDialogStore(owner, dialog);
    await store.saveDraft('lost');
    vi.restoreAllMocks();
    await store.saveDraft('half of what was written');
    expect(await openDialogStore(owner, dialog).load()).toEqual({ draft: '', items: [] });
  });

  test.each(refusals)('%s: messages are sent all the same', async (_how, refuse) => {
    await refuseBy(refuse);
    const chat = chatWith();
    const page = pageOf(chat);
    await page.outbox.add('one');
    await page.outbox.add('two');
    await vi.waitFor(() => expect(page.history.at(-1)).toBe('nothing'));
    expect(chat.sent).toEqual(['one', 'two']);
    expect(page.store.isLasting()).toBe(false);
  });
});
