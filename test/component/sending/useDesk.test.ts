/** What stands in the composer is kept: over reloads, on its way, taken back, in two windows, without storage. */
// @module-tag race
import { afterEach, describe, expect, test, vi } from 'vitest';
import { textLimit } from '../../../src/portal/textLimit.ts';
import { newDialog, openWindow, stored } from './desk.ts';
import { openPortal } from './portal.ts';

const portal = await openPortal();
const method = 'tasks.task.chat.message.send';

afterEach(async () => {
  vi.restoreAllMocks();
  await portal.noFaults();
});

/** Whatever is sent waits. */
const busy = () => portal.faults({ method, fault: 'status', status: 429, executed: false });
const held = async (chatId: number) => (await portal.heldIn(chatId)).map(({ typed }) => typed);

/** The browser refuses to store from now on. */
const refuse = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Quota exceeded.', 'QuotaExceededError');
  });

describe('a draft', () => {
  test('is kept over a reload', async () => {
    const dialog = await newDialog(portal);
    const before = openWindow(portal, dialog);
    await before.whenLoaded();
    before.type('Half a thou');
    before.type('Half a thought');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Half a thought'], items: [] });
    before.close();
    const after = openWindow(portal, dialog);
    await after.until(({ draft }) => draft === 'Half a thought');
    after.type('');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: [], items: [] });
  });

  test('is kept with the message it answers', async () => {
    const dialog = await newDialog(portal);
    const before = openWindow(portal, dialog);
    await before.whenLoaded();
    before.reply(77);
    before.type('Yes');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Yes'], items: [] });
    before.close();
    const after = openWindow(portal, dialog);
    await after.until(({ draft, replyTo }) => draft === 'Yes' && replyTo === 77);
    after.reply(null);
    after.close();
    const last = openWindow(portal, dialog);
    await last.until(({ draft }) => draft === 'Yes');
    expect(last.desk().replyTo).toBeNull();
  });

  test('of each window that is gone becomes one, the oldest first', async () => {
    const dialog = await newDialog(portal);
    const windows = [openWindow(portal, dialog), openWindow(portal, dialog)] as const;
    for (const [at, text] of (['first', 'second'] as const).entries()) {
      await windows[at]?.whenLoaded();
      windows[at]?.type(text);
      await expect.poll(async () => (await stored(dialog)).drafts).toContain(text);
    }
    for (const { close } of windows) close();
    const next = openWindow(portal, dialog);
    await next.until(({ draft }) => draft === 'first\nsecond');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['first\nsecond'], items: [] });
  });

  test('typed before delivery was loaded stands behind what was kept, and is kept itself', async () => {
    const dialog = await newDialog(portal);
    const before = openWindow(portal, dialog);
    await before.whenLoaded();
    before.type('kept');
    await expect.poll(async () => (await stored(dialog)).drafts).toEqual(['kept']);
    before.close();
    const { type, desk, until } = openWindow(portal, dialog);
    type('typed in haste');
    expect(desk().draft).toBe('typed in haste');
    await until(({ draft }) => draft === 'kept\ntyped in haste');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['kept\ntyped in haste'], items: [] });
  });

  test('of another window is its own: one is sent, the other stays', async () => {
    const dialog = await newDialog(portal);
    const [left, right] = [openWindow(portal, dialog), openWindow(portal, dialog)];
    await Promise.all([left.whenLoaded(), right.whenLoaded()]);
    left.type('On the left');
    right.type('On the right');
    await expect
      .poll(async () => new Set((await stored(dialog)).drafts))
      .toEqual(new Set(['On the left', 'On the right']));
    left.send('On the left');
    await right.until(({ items }) => items.some(({ state }) => state === 'sent'));
    expect(left.desk().draft).toBe('');
    expect(right.desk().draft).toBe('On the right');
    expect(await stored(dialog)).toEqual({ drafts: ['On the right'], items: ['On the left'] });
  });
});

describe('sending', () => {
  test('empties the composer at once; the item and the end of its draft are one step', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, type, send, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    type('Hello');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Hello'], items: [] });
    const looks = new Set<string>();
    const watched = new AbortController();
    const watching = (async () => {
      while (!watched.signal.aborted) looks.add(JSON.stringify(await stored(dialog)));
    })();
    send('Hello');
    expect(desk().draft).toBe('');
    await until(({ items }) => items[0]?.state === 'sent');
    watched.abort();
    await watching;
    const before = JSON.stringify({ drafts: ['Hello'], items: [] });
    const after = JSON.stringify({ drafts: [], items: ['Hello'] });
    expect([...looks].filter((look) => look !== before && look !== after)).toEqual([]);
    expect(await held(dialog.task.chatId)).toEqual(['Hello']);
  });

  test('before delivery was loaded: it goes out, and what is typed behind it is kept', async () => {
    const dialog = await newDialog(portal);
    const { send, type, desk, until } = openWindow(portal, dialog);
    send('In haste');
    type('and on');
    await until(({ items }) => items[0]?.state === 'sent');
    expect(desk().draft).toBe('and on');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['and on'], items: ['In haste'] });
  });

  test('before delivery was loaded, and longer than the portal takes: it comes back whole', async () => {
    const dialog = await newDialog(portal);
    const { send, desk, until } = openWindow(portal, dialog);
    const links = 'www.x.y '.repeat(textLimit / 10).trim();
    expect(desk().countOf(links)).toBeLessThan(textLimit);
    send(links);
    await until(({ draft }) => draft === links);
    expect(desk().countOf(links)).toBeGreaterThan(textLimit);
    await expect.poll(() => stored(dialog)).toEqual({ drafts: [links], items: [] });
    expect(desk().items).toEqual([]);
  });
});

describe('as several messages', () => {
  test('all are stored in order before the files, and the draft is gone', async () => {
    const dialog = await newDialog(portal);
    await busy();
    const { send, type, whenLoaded } = openWindow(portal, dialog);
    await whenLoaded();
    type('one two');
    const files = [new File(['x'], 'note.txt')];
    send('one two', { parts: ['one', 'two'], files });
    await expect.poll(() => stored(dialog)).toEqual({ drafts: [], items: ['one', 'two', ''] });
  });

  test('one longer than the portal takes: none goes out, and the whole comes back', async () => {
    const dialog = await newDialog(portal);
    const { desk, trySend } = openWindow(portal, dialog);
    const parts = ['short', 'x'.repeat(textLimit + 1)];
    expect(await trySend(parts.join(' '), { parts })).toBe(false);
    expect(desk().draft).toBe(parts.join(' '));
    expect((await stored(dialog)).items).toEqual([]);
  });
});

describe('"Edit" of what waits', () => {
  test('puts its text before what stands in the composer, and it is never sent', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, whenWaiting, send, type, edit, until } = openWindow(portal, dialog);
    await whenLoaded();
    await busy();
    send('Wrong wrods');
    const key = await whenWaiting('Wrong wrods');
    type('Next thought');
    edit(key);
    // While it is being taken out.
    type('Next thought, longer');
    await until(({ draft }) => draft === 'Wrong wrods\nNext thought, longer');
    await until(({ items }) => items.length === 0);
    const text = 'Wrong wrods\nNext thought, longer';
    await expect.poll(() => stored(dialog)).toEqual({ drafts: [text], items: [] });
    await portal.noFaults();
    send('Right words');
    await until(({ items }) => items[0]?.state === 'sent');
    expect(await held(dialog.task.chatId)).toEqual(['Right words']);
  });

  test('of an answer: the composer answers again', async () => {
    const dialog = await newDialog(portal);
    const { message } = await portal.say(dialog.task.chatId, 2, 'Which one?');
    const window = openWindow(portal, dialog);
    await window.whenLoaded();
    await portal.faults({ method: 'im.message.add', fault: 'status', status: 429, executed: false });
    window.reply(message.id);
    window.type('This one');
    window.send('This one', { replyTo: message.id });
    expect(window.desk().replyTo).toBeNull();
    const key = await window.whenWaiting('This one');
    window.edit(key);
    await window.until(({ draft, replyTo }) => draft === 'This one' && replyTo === message.id);
    // It is stored so, too.
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['This one'], items: [] });
    window.close();
    await openWindow(portal, dialog).until(({ replyTo }) => replyTo === message.id);
  });

  test('of one that was to become a result: it still is, over a reload too, until that is given up', async () => {
    const dialog = await newDialog(portal);
    const window = openWindow(portal, dialog);
    await window.whenLoaded();
    await busy();
    window.send('Sgined off', { asResult: true });
    expect(window.desk().asResult).toBe(false);
    const key = await window.whenWaiting('Sgined off');
    window.type('plain');
    window.edit(key);
    await window.until(({ draft, asResult }) => draft === 'Sgined off\nplain' && asResult);
    window.type('Signed off');
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Signed off'], items: [] });
    window.close();
    const next = openWindow(portal, dialog);
    await next.until(({ draft, asResult }) => draft === 'Signed off' && asResult);
    // An answer to something takes nothing from it.
    next.reply(77);
    next.reply(null);
    expect(next.desk().asResult).toBe(true);
    next.setAsResult(false);
    // Stored: closed sooner, the next window would have both, and keep the wish.
    await expect
      .poll(() => Object.keys(localStorage).filter((key) => key.includes('last-words')))
      .toEqual([]);
    next.close();
    const last = openWindow(portal, dialog);
    await last.until(({ draft }) => draft === 'Signed off');
    expect(last.desk().asResult).toBe(false);
  });

  test('that cannot be stored: what it was to become comes back with it', async () => {
    const { trySend, desk } = openWindow(portal, await newDialog(portal));
    expect(await trySend('x'.repeat(textLimit + 1), { asResult: true })).toBe(false);
    expect(desk().asResult).toBe(true);
  });

  test('pressed twice, and in two windows: one composer has it, once', async () => {
    const dialog = await newDialog(portal);
    const [left, right] = [openWindow(portal, dialog), openWindow(portal, dialog)];
    await Promise.all([left.whenLoaded(), right.whenLoaded()]);
    await busy();
    left.send('Who takes me?');
    const key = await right.whenWaiting('Who takes me?');
    for (const { edit } of [left, right, left, right]) edit(key);
    await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Who takes me?'], items: [] });
    expect([left.desk().draft, right.desk().draft].toSorted()).toEqual(['', 'Who takes me?']);
  });

  test('while any window begins to send it: it is in the composer, or on its way, never both', async () => {
    const dialog = await newDialog(portal);
    const [left, right] = [openWindow(portal, dialog), openWindow(portal, dialog)];
    await Promise.all([left.whenLoaded(), right.whenLoaded()]);
    let expected = '';
    for (let round = 0; round < 12; round += 1) {
      const text = `Round ${round}.`;
      left.send(text);
      const find = () => right.desk().items.find((item) => item.text === text);
      const { key } = await vi.waitUntil(find, { interval: 1 });
      // From before the first reading to after the attempt.
      await new Promise((resolve) => {
        setTimeout(resolve, round);
      });
      right.edit(key);
      await vi.waitUntil(
        () => right.desk().items.every((item) => item.key !== key || item.state === 'sent'),
        { timeout: 15_000, interval: 5 },
      );
      const isHeld = (await held(dialog.task.chatId)).includes(text);
      if (!isHeld) expected = expected === '' ? text : `${text}\n${expected}`;
      await expect.poll(() => right.desk().draft).toBe(expected);
    }
  }, 60_000);

  test('"Delete": it is never sent, and the composer stays as it is', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, whenWaiting, send, type, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    await busy();
    send('Better not');
    const key = await whenWaiting('Better not');
    type('Something else');
    desk().remove(key);
    await until(({ items }) => items.length === 0);
    await portal.noFaults();
    send('Something else');
    await until(({ items }) => items[0]?.state === 'sent');
    expect(await held(dialog.task.chatId)).toEqual(['Something else']);
    expect(desk().draft).toBe('');
  });
});

describe('"Delete" of what waits, and "Undo"', () => {
  test('it comes back to its place, goes out when the person says so, and the composer stays as it is', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, whenWaiting, send, type, takeOut, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    await busy();
    send('First');
    send('Second');
    const key = await whenWaiting('First');
    type('Something else');
    const before = desk().items.find((item) => item.key === key);
    const out = await takeOut(key);
    await until(({ items }) => items.every((item) => item.key !== key));
    await expect.poll(async () => (await stored(dialog)).items).toEqual(['Second']);
    await portal.noFaults();
    expect(out?.item).toEqual(before);
    await out?.restore();
    expect((await stored(dialog)).items).toEqual(['First', 'Second']);
    expect(desk().draft).toBe('Something else');
    // It was tried before, and may not be sent unasked.
    await until(({ items }) => items[0]?.state === 'refused');
    desk().sendAgain(key);
    await until(({ items }) => items.length === 2 && items.every(({ state }) => state === 'sent'));
    expect((await held(dialog.task.chatId)).toSorted()).toEqual(['First', 'Second']);
  });

  test('in two windows: one of them has it to bring back, and it is there once', async () => {
    const dialog = await newDialog(portal);
    const [left, right] = [openWindow(portal, dialog), openWindow(portal, dialog)];
    await Promise.all([left.whenLoaded(), right.whenLoaded()]);
    await busy();
    left.send('Who takes me out?');
    const key = await right.whenWaiting('Who takes me out?');
    const outs = await Promise.all([left.takeOut(key), right.takeOut(key)]);
    expect(outs.filter((out) => out !== null)).toHaveLength(1);
    for (const out of outs) await out?.restore();
    expect((await stored(dialog)).items).toEqual(['Who takes me out?']);
    await portal.noFaults();
    await left.until(({ items }) => items[0]?.state === 'refused');
    left.desk().sendAgain(key);
    await left.until(({ items }) => items[0]?.state === 'sent');
    expect(await held(dialog.task.chatId)).toEqual(['Who takes me out?']);
  });

  test('before delivery was loaded there is nothing to delete', async () => {
    const { takeOut } = openWindow(portal, await newDialog(portal));
    expect(await takeOut('none')).toBeNull();
  });
});

describe('storage refused in the middle', () => {
  test('what stands in the composer stays, and is sent', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, type, send, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    type('One');
    await expect.poll(async () => (await stored(dialog)).drafts).toEqual(['One']);
    refuse();
    type('One, two');
    await until(({ isLasting }) => !isLasting);
    expect(desk().draft).toBe('One, two');
    send('One, two');
    type('three');
    await until(({ items }) => items[0]?.state === 'sent');
    expect(desk().draft).toBe('three');
    expect(await held(dialog.task.chatId)).toEqual(['One, two']);
  });

  test('between the draft and its item: it is sent all the same', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, type, send, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    type('Hello');
    await expect.poll(async () => (await stored(dialog)).drafts).toEqual(['Hello']);
    refuse();
    send('Hello');
    await until(({ items }) => items[0]?.state === 'sent');
    expect(desk()).toMatchObject({ draft: '', isLasting: false });
    expect(await held(dialog.task.chatId)).toEqual(['Hello']);
  });

  test('while a text is taken back: it stands in the composer', async () => {
    const dialog = await newDialog(portal);
    const { whenLoaded, whenWaiting, type, send, edit, desk, until } = openWindow(portal, dialog);
    await whenLoaded();
    await busy();
    send('Take me back');
    const key = await whenWaiting('Take me back');
    type('more');
    refuse();
    // Where nothing is left of a lane its record is deleted, and nothing put.
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });
    edit(key);
    await until(({ draft }) => draft === 'Take me back\nmore');
    expect(desk().items).toEqual([]);
  });
});
