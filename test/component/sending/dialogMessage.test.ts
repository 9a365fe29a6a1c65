/** Messages to dialogs with a key of their own, over the SDK against a local portal. */
// @module-tag race
import { describe, expect, onTestFinished, test } from 'vitest';
import { deleteMessage } from '../../../src/portal/methods/messages.ts';
import { dialogMessage } from '../../../src/sending/dialogMessage.ts';
import { describeAttempts, hideFor, refusalWith } from './attempts.ts';
import { anna, item, openPortal, read } from './portal.ts';

const portal = await openPortal();
const frame = portal.portalOf(anna);
const policy = dialogMessage(frame, anna);
const method = 'im.message.add';
const marta = 2;

async function newDialog() {
  const { chatId } = await portal.newTask();
  return { chatId, target: { dialogId: `chat${chatId}` } };
}

describeAttempts(portal, {
  method,
  fine: 'done',
  async attempt(from) {
    const { chatId, target } = await newDialog();
    const outcome = await dialogMessage(from, anna).attempt(item('Once', target));
    return { outcome, held: async () => (await portal.heldIn(chatId)).length };
  },
});

describe('the key', () => {
  test('PB 4.1: a repeat gives the same id, and there is one message', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Once', target);
    const first = await policy.attempt(own);
    const [message] = await portal.heldIn(chatId);
    expect(first).toEqual({ kind: 'done', traceId: message?.id });
    expect(await policy.attempt({ ...own, attempts: 2 })).toEqual(first);
    expect(await portal.heldIn(chatId)).toHaveLength(1);
  });

  test('written, and the answer lost: a repeat gives the id', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Once', target);
    await portal.faults({ method, fault: 'drop-after', connection: 'fresh', times: 1 });
    expect(await policy.attempt(own)).toMatchObject({ kind: 'unclear', problem: { kind: 'unreachable' } });
    const outcome = await policy.attempt({ ...own, attempts: 2 });
    const held = await portal.heldIn(chatId);
    expect(held).toHaveLength(1);
    expect(outcome).toEqual({ kind: 'done', traceId: held[0]?.id });
  });

  test('written, the answer lost, and the session over while nobody looks: still unclear', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Once', target);
    const lost = { kind: 'unreachable', code: 'NETWORK', portalText: '' };
    await portal.faults({ method, fault: 'status', status: 401, executed: false, times: 1 });
    hideFor(onTestFinished);
    expect(await policy.attempt({ ...own, attempts: 2, problem: lost })).toMatchObject({ kind: 'unclear' });
    expect(await portal.heldIn(chatId)).toEqual([]);
  });

  test('never written: a repeat writes it', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Once', target);
    await portal.faults({ method, fault: 'drop-before', connection: 'fresh', times: 1 });
    expect(await policy.attempt(own)).toMatchObject({ kind: 'unclear' });
    expect(await policy.attempt({ ...own, attempts: 2 })).toMatchObject({ kind: 'done' });
    expect(await portal.heldIn(chatId)).toHaveLength(1);
  });

  test('PB 4.1: until the portal has noted the id a repeat says known, and the message has no uuid', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Noted late', target);
    await portal.faults({ method, fault: 'uuid-late', ms: 1_000, times: 1 });
    const first = await policy.attempt(own);
    const likeness = async () => read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace));
    expect(await likeness()).toEqual(['perhaps']);
    expect(await policy.attempt({ ...own, attempts: 2 })).toMatchObject({
      kind: 'known',
      problem: { code: 'MESSAGE_DUPLICATED_BY_UUID' },
    });
    await expect.poll(likeness, { timeout: 5_000 }).toEqual(['mine']);
    expect(await policy.attempt({ ...own, attempts: 3 })).toEqual(first);
    expect(await portal.heldIn(chatId)).toHaveLength(1);
  });

  test('PB 4.1: while the first one is still under way a repeat says known', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Written late', target);
    await portal.faults({ method, fault: 'late-commit', connection: 'fresh', ms: 200, times: 1 });
    expect(await policy.attempt(own)).toMatchObject({ kind: 'unclear' });
    const held = async () => (await portal.heldIn(chatId)).length;
    await expect.poll(held).toBe(1);
    expect((await policy.attempt({ ...own, attempts: 2 })).kind).toMatch(/^(known|done)$/);
    expect(await held()).toBe(1);
  });

  test('PB 4.1: a refused send leaves its key: a repeat says known, and nothing of what was written', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Never', target);
    expect(await policy.attempt({ ...own, target: { dialogId: 'chat9999' } })).toMatchObject({
      kind: 'refused',
    });
    expect(await policy.attempt(own)).toMatchObject({ kind: 'known' });
    expect(await portal.heldIn(chatId)).toEqual([]);
  });

  test('PB 4.1: PARAMS_ERROR may stand for a send that has come to nothing: known', async () => {
    await portal.faults({ method, times: 1, ...refusalWith('PARAMS_ERROR') });
    const { target } = await newDialog();
    expect(await policy.attempt(item('Perhaps', target))).toMatchObject({ kind: 'known' });
  });
});

describe('refusals', () => {
  const real: ReadonlyArray<[code: string, text: string, dialogId: string | null]> = [
    ['MESSAGE_EMPTY', ' \r\n', null],
    ['EMPTY_MESSAGE', '[DISK=5]', null],
    ['USER_ID_EMPTY', 'x', 'x'],
    ['USER_NOT_FOUND', 'x', '999'],
    ['CHAT_ID_EMPTY', 'x', 'chat0'],
    ['CHAT_ID', 'x', 'chat9999'],
    ['CANCELED', 'x', 'chat105'],
  ];

  test.each(real)('%s by the portal: refused', async (code, text, dialogId) => {
    const target = dialogId === null ? (await newDialog()).target : { dialogId };
    expect(await policy.attempt(item(text, target))).toMatchObject({ kind: 'refused', problem: { code } });
  });

  test.each(real)(
    '%s on a repeat: unclear, since an earlier attempt may have written it',
    async (code, text, to) => {
      const target = to === null ? (await newDialog()).target : { dialogId: to };
      expect(await policy.attempt(item(text, target, { attempts: 2 }))).toMatchObject({
        kind: 'unclear',
        problem: { code },
      });
    },
  );

  const laidDown = [
    'ACCESS_ERROR',
    'ATTACH_ERROR',
    'ATTACH_OVERSIZE',
    'KEYBOARD_ERROR',
    'MENU_ERROR',
    'REPLY_ACCESS_ERROR',
    'REPLY_FROM_OTHER_CHAT_ERROR',
    'ERROR_NO_ACCESS',
    'ERROR_FROM_OTHER_MODULE',
    'insufficient_scope',
    'ERROR_METHOD_NOT_FOUND',
  ];

  test.each(laidDown)('%s: refused, and on a repeat unclear', async (code) => {
    await portal.faults({ method, times: 2, ...refusalWith(code, code === 'ACCESS_ERROR' ? 403 : 400) });
    const { target } = await newDialog();
    const own = item('Never', target);
    expect(await policy.attempt(own)).toMatchObject({
      kind: 'refused',
      problem: { code, portalText: 'No.' },
    });
    expect(await policy.attempt({ ...own, attempts: 2 })).toMatchObject({ kind: 'unclear' });
  });

  test.each(['CHAT_ACCESS_OR_SO', 'SOMETHING_NEW'])('%s is no code we know: unclear', async (code) => {
    await portal.faults({ method, times: 1, ...refusalWith(code) });
    const { target } = await newDialog();
    expect(await policy.attempt(item('Perhaps', target))).toMatchObject({ kind: 'unclear' });
  });

  test('too many requests on a repeat: later', async () => {
    await portal.faults({ method, times: 1, fault: 'status', status: 503, executed: false });
    const { target } = await newDialog();
    expect(await policy.attempt(item('Soon', target, { attempts: 2 }))).toMatchObject({ kind: 'later' });
  });
});

describe('read and compare', () => {
  test('one with its key is it; the same words by somebody else or under another key are not', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Same words', target);
    await policy.attempt(own);
    await portal.say(chatId, anna, own.text, crypto.randomUUID());
    await portal.say(chatId, marta, own.text);
    await portal.say(chatId, anna, 'Other words');
    const likeness = async () => read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace));
    // To be sure that the job of the key has run.
    await expect.poll(async () => (await likeness())[0]).toBe('mine');
    expect(await likeness()).toEqual(['mine', 'other', 'other', 'other']);
  });

  test('an own one without a key and with the same text may be it', async () => {
    const { chatId, target } = await newDialog();
    const own = item('Same words', target);
    await portal.say(chatId, anna, own.text);
    await portal.say(chatId, anna, 'Other words');
    expect(read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace))).toEqual([
      'perhaps',
      'other',
    ]);
  });

  test('one that was deleted since is it still, by its key', async () => {
    const { target } = await newDialog();
    const own = item('Soon gone', target);
    const outcome = await policy.attempt(own);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    await expect.poll(async () => read(await policy.read(own, 0))[0]?.uuid).toBe(own.key);
    await deleteMessage(frame.rest, outcome.traceId);
    const [trace] = read(await policy.read(own, 0));
    expect(trace).toMatchObject({ id: outcome.traceId, isDeleted: true });
    expect(trace && policy.compare(own, trace)).toBe('mine');
  });

  test('a dialog with a person', async () => {
    const own = item('To Marta', { dialogId: '2' });
    const outcome = await policy.attempt(own);
    const traces = read(await policy.read(own, 0));
    expect(outcome).toEqual({ kind: 'done', traceId: traces.at(-1)?.id });
  });

  test('denied, failed and unreachable are told apart', async () => {
    const own = item('', { dialogId: 'chat105' });
    const liams = dialogMessage(portal.portalOf(9), 9);
    expect(await liams.read(own, 0)).toBe('denied');
    const reading = 'im.dialog.messages.get';
    await portal.faults(
      { method: reading, fault: 'status', status: 500, times: 1 },
      { method: reading, fault: 'drop-before', connection: 'fresh', times: 1 },
    );
    expect(await policy.read(own, 0)).toBe('failed');
    expect(await policy.read(own, 0)).toBe('unreachable');
  });
});

test('no two items are alike, and no two traces are copies: the portal makes one of a key only', async () => {
  const { target } = await newDialog();
  const [one, other] = [item('Same', target), item('Same', target)];
  for (const next of [one, other]) await policy.attempt(next);
  const [first, second] = read(await policy.read(one, 0));
  if (!first || !second) throw new Error('Both were to be written');
  expect(policy.areAlike(one, other)).toBe(false);
  expect(policy.areCopies(first, second)).toBe(false);
  expect('takeBack' in policy).toBe(false);
});
