/** From Send to "the chat shows it": order, storage, claims, and what is said when nothing is certain. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDialogStore } from '../../../src/sending/store.ts';
import {
  answered,
  chatWith,
  dialog,
  lost,
  message,
  pageOf,
  pass,
  quiet,
  refused,
  stopClock,
  unclear,
} from './desk.ts';

beforeEach(stopClock);

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'onLine');
});

const unwritten = { writes: false, outcome: unclear };

describe('a message that arrives', () => {
  test('goes through its states and leaves a claim behind', async () => {
    const page = pageOf(chatWith());
    const adding = page.outbox.add('Hello');
    const key = page.keyOf('Hello');
    await adding;
    await pass(1);
    expect(page.history).toEqual(['Hello: queued', 'Hello: sending', 'Hello: confirming', 'nothing']);
    const [[id, claimedBy] = []] = page.outbox.getState().claims;
    expect(claimedBy).toBe(key);
    expect(id).toBeGreaterThan(0);
    expect(await page.stored()).toEqual([]);
  });

  test('is stored, and the draft taken, before the first byte leaves', async () => {
    const chat = chatWith();
    const page = pageOf(chat);
    await page.store.saveDraft('Hello');
    const found: unknown[] = [];
    const send = chat.send;
    chat.send = async (text) => {
      found.push(await openDialogStore(page.owner, dialog).load());
      return send(text);
    };
    await page.outbox.add('Hello');
    await pass(1);
    expect(found).toEqual([
      { draft: '', items: [expect.objectContaining({ text: 'Hello', state: 'sending' })] },
    ]);
  });

  test('is recognised as what the portal made of it', async () => {
    const chat = chatWith({ writes: false, outcome: answered });
    const page = pageOf(chat);
    await page.outbox.add(' See www.x.y[br]&amp; [user=3]Lena[/user] ');
    chat.messages.push(message('See [URL=http://www.x.y]www.x.y[/URL]\n& [USER=3]Елена[/USER]'));
    await pass(1);
    expect(page.items()).toEqual([]);
  });

  test('can be seen by the live refresh before its attempt has ended', async () => {
    const chat = chatWith();
    const page = pageOf(chat);
    const send = chat.send;
    chat.send = async (text) => {
      const outcome = await send(text);
      page.outbox.settle(chat.messages);
      return outcome;
    };
    await page.outbox.add('Hello');
    await pass(80_000);
    expect(page.history.at(-1)).toBe('nothing');
    expect(page.claims()).toHaveLength(1);
    expect(chat.sent).toEqual(['Hello']);
  });
});

describe('several messages', () => {
  test('go one after the other, in the order they were written', async () => {
    const chat = chatWith();
    const page = pageOf(chat);
    await Promise.all(['one', 'two', 'three'].map((text) => page.outbox.add(text)));
    await pass(1);
    expect(chat.sent).toEqual(['one', 'two', 'three']);
    expect(page.items()).toEqual([]);
    expect(page.history).not.toContainEqual(expect.stringMatching(/sending.*sending/));
  });

  test('with equal texts: each claims a message of its own, and the second waits for the first', async () => {
    const chat = chatWith({ writes: false, outcome: answered });
    const page = pageOf(chat);
    await page.outbox.add('ok');
    await page.outbox.add('ok');
    await pass(1_000);
    expect(page.states()).toEqual(['confirming', 'queued']);
    // The portal wrote it late.
    chat.messages.push(message('ok'));
    await pass(5_000);
    expect(chat.sent).toEqual(['ok', 'ok']);
    expect(page.items()).toEqual([]);
    expect(page.claims()).toEqual(chat.messages.map(({ id }) => id));
  });

  test('one that was answered and is not seen yet does not hold up another text', async () => {
    const chat = chatWith({ writes: false, outcome: answered });
    const page = pageOf(chat);
    await page.outbox.add('one');
    await page.outbox.add('two');
    await pass(1);
    expect(chat.sent).toEqual(['one', 'two']);
    expect(page.states()).toEqual(['confirming']);
  });

  test('one in doubt keeps its place before the next', async () => {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('one');
    await page.outbox.add('two');
    await pass(60_000);
    expect(chat.sent).toEqual(['one']);
    chat.messages.push(message('one'));
    await pass(20_000);
    expect(chat.sent).toEqual(['one', 'two']);
    expect(page.items()).toEqual([]);
  });

  test('an equal text waits for one that stays unclear, until that is taken out', async () => {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('ok');
    await pass(76_000);
    await page.outbox.add('ok');
    await pass(1_000);
    expect(page.states()).toEqual(['stillUnclear', 'queued']);
    page.outbox.remove(page.items()[0]?.key ?? '');
    await pass(1);
    expect(chat.sent).toEqual(['ok', 'ok']);
    expect(page.items()).toEqual([]);
  });
});

describe('a refused message', () => {
  test('keeps text and reason, in the store too, and holds nothing up', async () => {
    const chat = chatWith({ writes: false, outcome: refused });
    const page = pageOf(chat);
    await page.outbox.add('one');
    await page.outbox.add('two');
    await pass(1);
    const kept = {
      text: 'one',
      state: 'refused',
      problem: { code: 'ACCESSDENIEDEXCEPTION', portalText: 'Access denied.' },
    };
    expect(page.items()).toMatchObject([kept]);
    expect(await page.stored()).toMatchObject([kept]);
    expect(chat.sent).toEqual(['one', 'two']);
  });

  test('is not looked for in the chat, and an equal message is not taken for it', async () => {
    const chat = chatWith({ writes: false, outcome: refused });
    const page = pageOf(chat);
    await page.outbox.add('one');
    await pass(1);
    expect(chat.readAt).toEqual([]);
    page.outbox.settle([message('one')]);
    expect(page.states()).toEqual(['refused']);
  });

  test('goes out again when the person says so, without its reason', async () => {
    const chat = chatWith({ writes: false, outcome: refused });
    const page = pageOf(chat);
    await page.outbox.add('one');
    await pass(1);
    await page.outbox.sendAgain(page.keyOf('one'));
    await pass(1);
    expect(chat.sent).toEqual(['one', 'one']);
    expect(page.items()).toEqual([]);
  });
});

describe('an attempt that ended unclear', () => {
  test('whose message was written: found, and never sent again', async () => {
    const chat = chatWith({ writes: true, outcome: unclear });
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(80_000);
    expect(page.items()).toEqual([]);
    expect(chat.sent).toEqual(['Hello']);
  });

  test('whose message was not written: looked for on the schedule, then the person is asked', async () => {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(1);
    const [first = 0] = chat.readAt;
    expect(page.items()).toMatchObject([{ state: 'confirming', problem: lost }]);
    await pass(74_000);
    expect(page.states()).toEqual(['confirming']);
    await pass(2_000);
    expect(chat.readAt.map((at) => at - first)).toEqual([0, 500, 2_000, 5_000, 15_000, 40_000, 75_000]);
    expect(page.items()).toMatchObject([{ text: 'Hello', state: 'stillUnclear', problem: lost }]);
    expect(await page.stored()).toMatchObject([{ text: 'Hello', state: 'stillUnclear', problem: lost }]);
    expect(chat.sent).toEqual(['Hello']);
  });

  test('is settled by a refresh long after', async () => {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(76_000);
    page.outbox.settle([message('Hello')]);
    await quiet();
    expect(page.items()).toEqual([]);
    expect(await page.stored()).toEqual([]);
  });
});

test('an answer without a message is no success: it ends as unclear, without a reason to show', async () => {
  const chat = chatWith({ writes: false, outcome: answered });
  const page = pageOf(chat);
  await page.outbox.add('Hello');
  await pass(76_000);
  expect(page.items()).toMatchObject([{ text: 'Hello', state: 'stillUnclear' }]);
  expect(page.items()[0]?.problem).toBeUndefined();
  expect(chat.sent).toEqual(['Hello']);
});

describe('a chat that cannot be read for the moment', () => {
  test('says nothing about the message: the search goes on beyond its time', async () => {
    const chat = chatWith(unwritten);
    chat.reading = 'failed';
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(200_000);
    expect(page.states()).toEqual(['confirming']);
    chat.reading = null;
    await pass(16_000);
    expect(page.states()).toEqual(['stillUnclear']);
    expect(chat.sent).toEqual(['Hello']);
  });
});

describe('a chat this person may write to but not read', () => {
  test('an answered message is accepted, and forgotten by the store', async () => {
    const chat = chatWith();
    chat.reading = 'denied';
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(1);
    expect(page.states()).toEqual(['accepted']);
    expect(await page.stored()).toEqual([]);
    await pass(80_000);
    expect(page.states()).toEqual(['accepted']);
  });

  test('one in doubt stays in doubt', async () => {
    const chat = chatWith(unwritten);
    chat.reading = 'denied';
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(1);
    expect(page.items()).toMatchObject([{ state: 'stillUnclear', problem: lost }]);
  });

  test('the same text can be written twice', async () => {
    const chat = chatWith();
    chat.reading = 'denied';
    const page = pageOf(chat);
    await page.outbox.add('ok');
    await pass(1);
    await page.outbox.add('ok');
    await pass(1);
    expect(chat.sent).toEqual(['ok', 'ok']);
    expect(page.states()).toEqual(['accepted', 'accepted']);
  });
});

describe('the person decides', () => {
  async function inDoubt() {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('Hello');
    await pass(76_000);
    expect(page.states()).toEqual(['stillUnclear']);
    return { chat, page, key: page.keyOf('Hello') };
  }

  test('send again: read first, and not sent when it is there', async () => {
    const { chat, page, key } = await inDoubt();
    chat.messages.push(message('Hello'));
    await page.outbox.sendAgain(key);
    await pass(1);
    expect(chat.sent).toEqual(['Hello']);
    expect(page.items()).toEqual([]);
  });

  test('send again: read first, and sent once when it is not there', async () => {
    const { chat, page, key } = await inDoubt();
    const readings = chat.readAt.length;
    const sentAtReading: number[] = [];
    page.outbox.subscribe(() => {
      if (chat.readAt.length === readings + 1) sentAtReading.push(chat.sent.length);
    });
    await page.outbox.sendAgain(key);
    await pass(1);
    expect(sentAtReading[0]).toBe(1);
    expect(chat.sent).toEqual(['Hello', 'Hello']);
    expect(page.items()).toEqual([]);
  });

  test('send again while the chat cannot be read: nothing leaves', async () => {
    const { chat, page, key } = await inDoubt();
    chat.reading = 'failed';
    await page.outbox.sendAgain(key);
    await pass(1);
    expect(chat.sent).toEqual(['Hello']);
    expect(page.items()).toMatchObject([{ state: 'stillUnclear', problem: lost }]);
  });

  test('check again: found, or still unclear', async () => {
    const { chat, page, key } = await inDoubt();
    void page.outbox.checkAgain(key);
    expect(page.states()).toEqual(['confirming']);
    await pass(10);
    expect(page.items()).toMatchObject([{ state: 'stillUnclear', problem: lost }]);
    chat.messages.push(message('Hello'));
    void page.outbox.checkAgain(key);
    await pass(1);
    expect(page.items()).toEqual([]);
    expect(chat.sent).toEqual(['Hello']);
  });

  test('delete: gone from the screen and from the store', async () => {
    const { page, key } = await inDoubt();
    page.outbox.remove(key);
    await quiet();
    expect(page.items()).toEqual([]);
    expect(await page.stored()).toEqual([]);
  });

  test('what is taken out before it left does not leave', async () => {
    const chat = chatWith();
    const page = pageOf(chat);
    page.outbox.subscribe(() => {
      if (page.states()[0] === 'sending') queueMicrotask(() => page.outbox.remove(page.keyOf('Hello')));
    });
    await page.outbox.add('Hello');
    await pass(80_000);
    expect(chat.sent).toEqual([]);
    expect(await page.stored()).toEqual([]);
  });
});

describe('what is no proof', () => {
  const rows: Array<[what: string, more: Parameters<typeof message>[1]]> = [
    ["somebody else's message", { authorId: 2 }],
    ['a message of the system', { authorId: 0 }],
    ["one written in the portal's own messenger", { uuid: '0c42d8f1-6f0b-4f7e-9d55-0d5f5d2f7a10' }],
    ['a deleted one', { isDeleted: true }],
    ['one that was there before', { id: 5 }],
  ];
  test.each(rows)('%s', async (_what, more) => {
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    page.outbox.settle([message('earlier', { id: 10 })]);
    await page.outbox.add('Hello');
    await pass(1);
    page.outbox.settle([message('Hello', more)]);
    expect(page.states()).toEqual(['confirming']);
  });

  test('a message that came while it was waiting', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    const chat = chatWith(unwritten);
    const page = pageOf(chat);
    await page.outbox.add('ok');
    const meanwhile = message('ok');
    page.outbox.settle([meanwhile]);
    Reflect.deleteProperty(navigator, 'onLine');
    page.outbox.resume();
    await pass(1);
    page.outbox.settle([meanwhile]);
    expect(page.states()).toEqual(['confirming']);
  });

  test('a message that another one has claimed', async () => {
    const chat = chatWith(unwritten, unwritten);
    const page = pageOf(chat);
    await page.outbox.add('one');
    await pass(76_000);
    const found = message('one');
    page.outbox.settle([found]);
    await page.outbox.add('one');
    await pass(1);
    page.outbox.settle([found]);
    expect(page.states()).toEqual(['confirming']);
  });
});

describe('a reload', () => {
  /** A page that goes away while its send is under way; the portal never gets to see it, or answers too late. */
  async function pageThatDied(text: string) {
    const chat = chatWith();
    chat.send = (sent) => {
      chat.sent.push(sent);
      return new Promise(() => undefined);
    };
    const page = pageOf(chat);
    await page.outbox.add(text);
    await quiet();
    expect(page.states()).toEqual(['sending']);
    return { chat, page };
  }

  test('never sends again by itself', async () => {
    const { page } = await pageThatDied('Hello');
    const after = chatWith();
    const next = pageOf(after, page.owner);
    next.outbox.restore(await page.stored());
    expect(next.items()).toMatchObject([
      { text: 'Hello', state: 'confirming', problem: { code: 'RELOADED' } },
    ]);
    await pass(200_000);
    expect(after.sent).toEqual([]);
    expect(next.items()).toMatchObject([{ text: 'Hello', state: 'stillUnclear' }]);
  });

  test('finds what had arrived', async () => {
    const { page } = await pageThatDied('Hello');
    const after = chatWith();
    after.messages.push(message('Hello'));
    const next = pageOf(after, page.owner);
    next.outbox.restore(await page.stored());
    await pass(1);
    expect(next.items()).toEqual([]);
    expect(after.sent).toEqual([]);
    expect(await page.stored()).toEqual([]);
  });

  test('does not send what had only been waiting', async () => {
    const { page } = await pageThatDied('one');
    await page.outbox.add('two');
    const after = chatWith();
    const next = pageOf(after, page.owner);
    next.outbox.restore(await page.stored());
    await pass(200_000);
    expect(after.sent).toEqual([]);
    expect(next.items()).toMatchObject([
      { text: 'one', state: 'stillUnclear' },
      { text: 'two', state: 'stillUnclear' },
    ]);
  });

  test('leaves decided ones as they were', async () => {
    const chat = chatWith({ writes: false, outcome: refused }, unwritten);
    const page = pageOf(chat);
    await page.outbox.add('one');
    await page.outbox.add('two');
    await pass(76_000);
    const after = chatWith();
    const next = pageOf(after, page.owner);
    next.outbox.restore(await page.stored());
    await pass(1);
    expect(next.items()).toEqual(page.items());
    expect(after.readAt).toEqual([]);
  });

  test('with two equal texts and one message in the chat: one has arrived, the other is in doubt', async () => {
    const { page } = await pageThatDied('ok');
    await page.outbox.add('ok');
    const after = chatWith();
    after.messages.push(message('ok'));
    const next = pageOf(after, page.owner);
    next.outbox.restore(await page.stored());
    await pass(200_000);
    expect(next.states()).toEqual(['stillUnclear']);
    expect(next.claims()).toEqual(after.messages.map(({ id }) => id));
  });

  test('comes before what was written since, and only once', async () => {
    const { page } = await pageThatDied('earlier');
    const next = pageOf(chatWith(), page.owner);
    const left = await page.stored();
    void next.outbox.add('later');
    next.outbox.restore(left);
    next.outbox.restore(left);
    expect(next.items().map(({ text }) => text)).toEqual(['earlier', 'later']);
  });
});

test('offline, a message waits; the connection brings it on its way', async () => {
  // The browser under test is online; the property says otherwise for the length of this test.
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  const chat = chatWith();
  const page = pageOf(chat);
  await page.outbox.add('Hello');
  await pass(80_000);
  expect(page.states()).toEqual(['queued']);
  expect(await page.stored()).toMatchObject([{ text: 'Hello', state: 'queued' }]);
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
  page.outbox.resume();
  await pass(1);
  expect(chat.sent).toEqual(['Hello']);
});

test('who no longer listens is told nothing', async () => {
  const page = pageOf(chatWith());
  const listener = vi.fn<() => void>();
  page.outbox.subscribe(listener)();
  await page.outbox.add('Hello');
  expect(listener).not.toHaveBeenCalled();
});
