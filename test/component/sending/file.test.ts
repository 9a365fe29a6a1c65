/** Files to dialogs, over the SDK against a local portal; their bytes in the real database. */
// @module-tag race
import { describe, expect, test } from 'vitest';
import { newKey } from '../../../src/delivery/item.ts';
import { file } from '../../../src/sending/file.ts';
import { openFileStore } from '../../../src/sending/fileStore.ts';
import { describeAttempts, refusalWith } from './attempts.ts';
import { anna, item, openPortal, read, type Rule } from './portal.ts';

const portal = await openPortal();
const frame = portal.portalOf(anna);
const files = openFileStore(`files-${newKey()}`);
const policy = file(frame, anna, files);
const method = 'im.v2.File.upload';
const marta = 2;

/** A file that is kept, for a chat of its own or for this one. */
async function newFile(name: string, content: string, to?: number) {
  const chatId = to ?? (await portal.newTask()).chatId;
  const fileId = newKey();
  const blob = new Blob([content]);
  await files.keep(fileId, blob);
  return { chatId, target: { dialogId: `chat${chatId}`, fileId, name, size: blob.size } };
}

describeAttempts(portal, {
  method,
  fine: 'done',
  async attempt(from) {
    const { chatId, target } = await newFile('report.pdf', '%PDF-');
    const outcome = await file(from, anna, files).attempt(item('', target));
    return { outcome, held: async () => (await portal.heldIn(chatId)).length };
  },
});

test('the file and its text make one message, whose id is given', async () => {
  const { chatId, target } = await newFile('Отчёт "1".pdf', 'ü'.repeat(50_000));
  const outcome = await policy.attempt(item(' Here you are & www.x.y ', target));
  const [message, ...more] = await portal.heldIn(chatId);
  expect(outcome).toEqual({ kind: 'done', traceId: message?.id });
  expect(message?.typed).toBe('Here you are & www.x.y');
  expect(more).toEqual([]);
  const held = (await portal.state()).files.filter((one) => one.chatId === chatId);
  expect(held).toMatchObject([{ name: 'Отчёт "1".pdf', size: 100_000, authorId: anna }]);
});

describe('refusals', () => {
  test('its bytes are gone: refused, and nothing is asked of the portal', async () => {
    const { chatId, target } = await newFile('report.pdf', 'x');
    await files.remove(target.fileId);
    const before = (await portal.requestsTo(method)).length;
    const outcome = await policy.attempt(item('', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'FILE_GONE' } });
    expect((await portal.requestsTo(method)).length).toBe(before);
    expect(await portal.heldIn(chatId)).toEqual([]);
  });

  test.each<[string, string, (target: { dialogId: string }) => { dialogId: string }]>([
    ['FILE_EMPTY', '', (target) => target],
    ['CHAT_NOT_FOUND', 'x', (target) => ({ ...target, dialogId: 'chat9999' })],
    ['ACCESS_DENIED', 'x', (target) => ({ ...target, dialogId: 'chat105' })],
  ])('%s by the portal', async (code, content, change) => {
    const { target } = await newFile('a.txt', content);
    const outcome = await policy.attempt(item('', { ...target, ...change(target) }));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code } });
  });

  test.each(['FILE_TOO_LARGE', 'FILE_INVALID_CONTENT', 'FOLDER_ERROR', 'FILE_FOLDER_ERROR'])(
    '%s: refused',
    async (code) => {
      await portal.faults({ method, times: 1, ...refusalWith(code) });
      const { target } = await newFile('a.txt', 'x');
      expect(await policy.attempt(item('', target))).toMatchObject({ kind: 'refused', problem: { code } });
    },
  );

  test.each(['UPLOAD_FAILED', 'SEND_FAILED', 'SOMETHING_NEW'])('%s: unclear', async (code) => {
    await portal.faults({ method, times: 1, ...refusalWith(code) });
    const { target } = await newFile('a.txt', 'x');
    expect(await policy.attempt(item('', target))).toMatchObject({ kind: 'unclear', problem: { code } });
  });

  test('a file that could not be sent is still kept', async () => {
    await portal.faults({ method, times: 1, ...refusalWith('UPLOAD_FAILED') });
    const { target } = await newFile('a.txt', 'still here');
    await policy.attempt(item('', target));
    expect(await (await files.get(target.fileId))?.text()).toBe('still here');
  });
});

describe('read', () => {
  test.each<[string, Rule]>([
    ['failed', { fault: 'status', status: 500 }],
    ['unreachable', { fault: 'drop-before', connection: 'fresh' }],
  ])('%s', async (expected, rule) => {
    const { target } = await newFile('a.txt', 'x');
    await portal.faults({ method: 'im.dialog.messages.get', times: 1, ...rule });
    expect(await policy.read(item('', target), 0)).toBe(expected);
  });

  test('denied', async () => {
    const martas = file(portal.portalOf(marta), marta, files);
    const { target } = await newFile('a.txt', 'x', 63);
    expect(await martas.read(item('', target), 0)).toBe('denied');
  });
});

describe('compare', () => {
  test.each(['report.pdf', 'no ending', '.hidden', 'a.b.c.TXT', 'report (1).pdf', '1+1 = 2 & more.png'])(
    'PB: a name that is taken is numbered by the portal, and still recognised: %s',
    async (name) => {
      const { chatId, target } = await newFile(name, 'first');
      const own = item('', target);
      for (const next of [own, own, own]) await policy.attempt(next);
      const names = (await portal.state()).files.filter((one) => one.chatId === chatId);
      expect(new Set(names.map((one) => one.name)).size).toBe(3);
      const traces = read(await policy.read(own, 0));
      expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['mine', 'mine', 'mine']);
    },
  );

  test('other bytes, another ending, another name, another person, another client: other', async () => {
    const { chatId, target } = await newFile('report.pdf', 'first');
    const own = item('', target);
    for (const [name, content] of [
      ['report.pdf', 'longer than the first'],
      ['report.txt', 'first'],
      ['draft.pdf', 'first'],
    ] as const) {
      await policy.attempt(item('', (await newFile(name, content, chatId)).target));
    }
    await file(portal.portalOf(marta), marta, files).attempt(item('', target));
    await portal.say(chatId, anna, 'Words alone');
    const traces = read(await policy.read(own, 0));
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(traces.map(() => 'other'));
    expect(traces).toHaveLength(5);
  });

  test('another text beside a file of the same name and size: other, as the portal has rewritten it: mine', async () => {
    const { target } = await newFile('report.pdf', 'first');
    const own = item('As agreed: www.x.example, &quot;signed&quot;', target);
    for (const next of [item('', target), item('Another one', target), own]) await policy.attempt(next);
    const traces = read(await policy.read(own, 0));
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['other', 'other', 'mine']);
    expect(policy.areAlike(own, item('Another one', target))).toBe(false);
  });

  test('with its text changed it is it still; deleted it may be', async () => {
    const { chatId, target } = await newFile('report.pdf', 'first');
    const own = item('As it was', target);
    await policy.attempt(own);
    const [message] = await portal.heldIn(chatId);
    const id = message?.id ?? 0;
    const likeness = async () => read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace));
    const change = { MESSAGE_ID: id, MESSAGE: 'As it is' };
    await frame.rest.call({ method: 'im.message.update', parameters: change });
    expect(await likeness()).toEqual(['mine']);
    await frame.rest.call({ method: 'im.message.delete', parameters: { MESSAGE_ID: id } });
    expect(await likeness()).toEqual(['perhaps']);
  });

  test('alike and copies go by name and size where nothing else is said', async () => {
    const { chatId, target } = await newFile('report.pdf', 'first');
    const own = item('', target);
    const longer = item('', (await newFile('report.pdf', 'longer', chatId)).target);
    expect(policy.areAlike(own, item('', { ...target, name: 'report (1).pdf' }))).toBe(true);
    expect(policy.areAlike(own, longer)).toBe(false);
    expect(policy.areAlike(own, item('', { ...target, name: 'draft.pdf' }))).toBe(false);
    for (const next of [own, own, longer]) await policy.attempt(next);
    const [one, copy, other] = read(await policy.read(own, 0));
    if (!one || !copy || !other) throw new Error('Three were sent');
    expect(policy.areCopies(one, copy)).toBe(true);
    expect(policy.areCopies(one, other)).toBe(false);
  });
});

test('an extra copy can be taken back', async () => {
  const { chatId, target } = await newFile('report.pdf', 'first');
  const own = item('', target);
  for (const next of [own, own]) await policy.attempt(next);
  const copy = (await portal.heldIn(chatId)).at(-1)?.id ?? 0;
  expect(await policy.takeBack?.(own, copy)).toBe('gone');
  expect(await portal.heldIn(chatId)).toHaveLength(1);
});

test('discard removes the bytes', async () => {
  const { target } = await newFile('report.pdf', 'first');
  policy.discard?.(item('', target));
  await expect.poll(() => files.get(target.fileId)).toBeNull();
});
