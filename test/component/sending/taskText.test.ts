/** Texts to the chats of tasks, over the shim and the SDK against a local portal. */
// @module-tag race
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import { sendable } from '../../../src/portal/wireText.ts';
import { taskText } from '../../../src/sending/taskText.ts';
import { hurtfulText } from '../../unit/wire/hurtfulTexts.ts';
import { describeAttempts, refusalWith } from './attempts.ts';
import { anna, item, openPortal, read, type Rule } from './portal.ts';

const portal = await openPortal();
const frame = portal.portalOf(anna);
const policy = taskText(frame, anna);
const method = 'tasks.task.chat.message.send';
const reading = 'im.dialog.messages.get';
const marta = 2;

describeAttempts(portal, {
  method,
  fine: 'answered',
  async attempt(from) {
    const target = await portal.newTask();
    const outcome = await taskText(from, anna).attempt(item('Once', target));
    return { outcome, held: async () => (await portal.heldIn(target.chatId)).length };
  },
});

describe('refusals', () => {
  test('a task that may not be read', async () => {
    const target = await portal.newTask({ responsibleId: 1 });
    const outcome = await taskText(portal.portalOf(marta), marta).attempt(item('Never', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'denied' } });
    expect(await portal.heldIn(target.chatId)).toEqual([]);
  });

  test('an empty text', async () => {
    const outcome = await policy.attempt(item(' \r\n', await portal.newTask()));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'validation' } });
  });

  test.each<[string, number]>([
    ['ACCESSDENIEDEXCEPTION', 403],
    ['VALIDATION_DTOVALIDATIONEXCEPTION', 400],
    ['VALIDATION_REQUESTVALIDATIONEXCEPTION', 400],
    ['UNKNOWNDTOPROPERTYEXCEPTION', 400],
    ['INSUFFICIENTSCOPEEXCEPTION', 403],
    ['METHODNOTFOUNDEXCEPTION', 404],
    ['INVALIDJSONEXCEPTION', 400],
  ])('%s: refused', async (code, status) => {
    await portal.faults({ method, times: 1, ...refusalWith(code, status) });
    const outcome = await policy.attempt(item('Never', await portal.newTask()));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { portalText: 'No.' } });
  });

  test('what is missing of the permissions is named', async () => {
    await portal.faults({ method, times: 1, ...refusalWith('INSUFFICIENTSCOPEEXCEPTION', 403) });
    const outcome = await policy.attempt(item('Never', await portal.newTask()));
    expect(outcome).toMatchObject({ problem: { kind: 'scope', scope: 'tasks' } });
  });

  test.each(['ENTITYNOTFOUNDEXCEPTION', 'SOMETHINGNEWEXCEPTION'])(
    '%s is no code of a check before: unclear',
    async (code) => {
      await portal.faults({ method, times: 1, ...refusalWith(code) });
      const outcome = await policy.attempt(item('Perhaps', await portal.newTask()));
      expect(outcome).toMatchObject({ kind: 'unclear' });
    },
  );

  test('PB 2.1: yes for a text of which nothing is left proves nothing', async () => {
    const target = await portal.newTask();
    expect(await policy.attempt(item('[DISK=5]', target))).toEqual({ kind: 'answered' });
    expect(await policy.read(item('[DISK=5]', target), 0)).toEqual([]);
  });
});

describe('read', () => {
  test('all that is newer, over several pages, ascending and without a gap', async () => {
    const target = await portal.newTask();
    const texts = Array.from({ length: 173 }, (_, at) => `Number ${at}`);
    const written = await portal.write(
      ...texts.map((typed) => ({ chatId: target.chatId, authorId: marta, typed })),
    );
    const ids = written.map(({ id }) => id);
    const since = ids[20] ?? 0;
    const traces = read(await policy.read(item('', target), since));
    const newer = traces.filter(({ id }) => id > since);
    expect(newer.map(({ id }) => id)).toEqual(ids.slice(21));
    expect(newer.map(({ text }) => text)).toEqual(texts.slice(21));
    expect(traces).toEqual(traces.toSorted((one, other) => one.id - other.id));
    expect(traces.every(({ at }) => Math.abs(at - Date.now()) < 600_000)).toBe(true);
  });

  test('since Infinity: the newest page is enough', async () => {
    const target = await portal.newTask();
    await portal.write(
      ...Array.from({ length: 60 }, () => ({ chatId: target.chatId, authorId: marta, typed: 'x' })),
    );
    const before = (await portal.requestsTo(reading)).length;
    expect(read(await policy.read(item('', target), Infinity))).toHaveLength(50);
    expect((await portal.requestsTo(reading)).length).toBe(before + 1);
  });

  test('too much to tell: as far back as is worth while, without a gap', async () => {
    const target = await portal.newTask();
    await portal.write(
      ...Array.from({ length: 1_060 }, () => ({ chatId: target.chatId, authorId: marta, typed: 'x' })),
    );
    const ids = read(await policy.read(item('', target), 0)).map(({ id }) => id);
    expect(ids).toHaveLength(1_000);
    expect((ids.at(-1) ?? 0) - (ids[0] ?? 0)).toBe(999);
  });

  test('a page that fails in the middle: failed, and never half of it', async () => {
    const target = await portal.newTask();
    await portal.write(
      ...Array.from({ length: 120 }, () => ({ chatId: target.chatId, authorId: marta, typed: 'x' })),
    );
    await portal.faults(
      { method: reading, fault: 'delay', ms: 1, times: 1 },
      { method: reading, fault: 'status', status: 500, times: 1 },
    );
    expect(await policy.read(item('', target), 0)).toBe('failed');
  });

  test('a chat that may not be read: denied', async () => {
    const target = await portal.newTask({ responsibleId: 1 });
    expect(await taskText(portal.portalOf(marta), marta).read(item('', target), 0)).toBe('denied');
  });

  test.each<[string, string, Rule]>([
    ['500', 'failed', { fault: 'status', status: 500 }],
    ['502 with HTML', 'failed', { fault: 'status', status: 502 }],
    ['403 of a firewall', 'failed', { fault: 'status', status: 403, body: '<html></html>' }],
    ['too many requests', 'failed', { fault: 'status', status: 503 }],
    ['nonsense', 'failed', { fault: 'malformed', body: '{"result":[],"time":{}}' }],
    ['half an answer', 'failed', { fault: 'malformed' }],
    ['no answer', 'unreachable', { fault: 'drop-before', connection: 'fresh' }],
    ['no readable answer', 'unreachable', { fault: 'status', status: 503, cors: false }],
  ])('%s: %s', async (_why, expected, rule) => {
    await portal.faults({ method: reading, times: 1, ...rule });
    expect(await policy.read(item('', await portal.newTask()), 0)).toBe(expected);
    await portal.noFaults();
  });
});

describe('compare', () => {
  test('PB 4.5: what the portal makes of texts that hurt is recognised', async () => {
    const target = await portal.newTask();
    const long = [`${'ж🙂'.repeat(9_995)}end`, 'a & b '.repeat(4_000), 'x'.repeat(20_010)];
    const texts = [...fc.sample(hurtfulText, { numRuns: 40, seed: 4 }), ...long];
    const told: Array<[text: string, likeness: string[]]> = [];
    let newest = 0;
    for (const text of texts) {
      const own = item(text, target, { baseline: newest });
      await policy.attempt(own);
      const newer = read(await policy.read(own, newest)).filter(({ id }) => id > newest);
      told.push([text, newer.map((trace) => policy.compare(own, trace))]);
      newest = newer.at(-1)?.id ?? newest;
    }
    // Of some nothing is left, and the portal writes nothing.
    const typed = (await portal.heldIn(target.chatId)).map((message) => message.typed);
    expect(typed.length).toBeGreaterThan(texts.length / 2);
    expect(told).toEqual(texts.map((text) => [text, typed.includes(sendable(text)) ? ['mine'] : []]));
  });

  test("somebody else's, another client's and another text are other", async () => {
    const target = await portal.newTask();
    const own = item('Same words', target);
    await portal.say(target.chatId, marta, own.text);
    await portal.say(target.chatId, anna, own.text, crypto.randomUUID());
    await portal.say(target.chatId, anna, 'Other words');
    const traces = read(await policy.read(own, 0));
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['other', 'other', 'other']);
  });

  test('what was edited or deleted since may be it', async () => {
    const target = await portal.newTask();
    const own = item('As it was', target);
    const edited = await portal.say(target.chatId, anna, own.text);
    const deleted = await portal.say(target.chatId, anna, own.text);
    const change = { MESSAGE_ID: edited.message.id, MESSAGE: 'As it is now' };
    await frame.rest.call({ method: 'im.message.update', parameters: change });
    const removal = { MESSAGE_ID: deleted.message.id };
    await frame.rest.call({ method: 'im.message.delete', parameters: removal });
    const traces = read(await policy.read(own, 0));
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['perhaps', 'perhaps']);
  });
});

describe('areAlike, areCopies', () => {
  const target = { taskId: 1, chatId: 1 };
  const alike = (one: string, other: string) => policy.areAlike(item(one, target), item(other, target));

  test.each<[string, string]>([
    ['Hello', ' Hello\r\n'],
    ['a\nb', 'a[br]b'],
    ['see www.x.y', 'see [URL]www.x.y[/URL]'],
    ['a &amp; b', 'a & b'],
    [`${'x'.repeat(20_000)}one`, `${'x'.repeat(20_000)}two`],
  ])('%#: either could be taken for the other', (one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one)).toBe(true);
  });

  test('other words are not alike', () => {
    expect(alike('Hello', 'Hello!')).toBe(false);
    expect(alike('x'.repeat(500), 'x'.repeat(501))).toBe(false);
  });

  test('the portal makes the same of the same bytes', async () => {
    const to = await portal.newTask();
    const own = item('www.x.y & [user=3][/user]', to);
    for (const next of [own, own, item('Another', to)]) await policy.attempt(next);
    const [one, copy, other] = read(await policy.read(own, 0));
    if (!one || !copy || !other) throw new Error('Three were written');
    expect(policy.areCopies(one, copy)).toBe(true);
    expect(policy.areCopies(one, other)).toBe(false);
  });
});

describe('takeBack', () => {
  const deletion = 'im.message.delete';
  async function written(userId = anna) {
    const target = await portal.newTask();
    const { message } = await portal.say(target.chatId, userId, 'Twice');
    const takeBack = () => policy.takeBack?.(item('Twice', target), message.id);
    return { takeBack, held: async () => (await portal.heldIn(target.chatId)).length };
  }

  test('gone', async () => {
    const { takeBack, held } = await written();
    expect(await takeBack()).toBe('gone');
    expect(await held()).toBe(0);
  });

  test('it stays where the portal refuses', async () => {
    const { takeBack, held } = await written(marta);
    expect(await takeBack()).toBe('stays');
    expect(await held()).toBe(1);
  });

  test('the answer was lost, then it is refused: it is gone', async () => {
    const { takeBack, held } = await written();
    await portal.faults({ method: deletion, fault: 'drop-after', connection: 'fresh', times: 1 });
    expect(await takeBack()).toBe('gone');
    expect(await held()).toBe(0);
  });

  test('the call was lost: a second one', async () => {
    const { takeBack, held } = await written();
    await portal.faults({ method: deletion, fault: 'drop-before', connection: 'fresh', times: 1 });
    expect(await takeBack()).toBe('gone');
    expect(await held()).toBe(0);
  });

  test.each<[string, Rule]>([
    ['no answer twice', { fault: 'drop-before', connection: 'fresh', times: 2 }],
    ['a server in trouble', { fault: 'status', status: 500, executed: false, times: 2 }],
    ['too many requests', { fault: 'status', status: 503, executed: false, times: 2 }],
  ])('%s: unclear, and it can be tried again', async (_why, rule) => {
    const { takeBack, held } = await written();
    await portal.faults({ method: deletion, ...rule });
    expect(await takeBack()).toBe('unclear');
    expect(await held()).toBe(1);
    expect(await takeBack()).toBe('gone');
    await portal.noFaults();
  });

  test('the call was lost and then nobody is signed in: it is there still', async () => {
    const { chatId, taskId } = await portal.newTask();
    const { message } = await portal.say(chatId, anna, 'Twice');
    await portal.faults(
      { method: deletion, fault: 'drop-before', connection: 'fresh', times: 1 },
      { method: deletion, fault: 'status', status: 401, executed: false },
    );
    const signedOut = taskText(portal.portalOf(anna, null), anna);
    const fate = await signedOut.takeBack?.(item('Twice', { chatId, taskId }), message.id);
    await portal.noFaults();
    expect(await portal.heldIn(chatId)).toHaveLength(1);
    expect(fate).toBe('unclear');
  });

  test('nobody is signed in just now: unclear, and it can be tried again', async () => {
    const { takeBack } = await written();
    await portal.faults({ method: deletion, fault: 'status', status: 401, executed: false, times: 2 });
    expect(await takeBack()).toBe('unclear');
    await portal.noFaults();
  });

  test('another client of the person writes the same words with a key of its own: not what is taken back', async () => {
    const { chatId, taskId } = await portal.newTask();
    const own = item('Same', { chatId, taskId });
    await policy.attempt(own);
    const templateId = crypto.randomUUID();
    await sendDialogMessage(frame.rest, { dialogId: `chat${chatId}`, text: 'Same', templateId });
    const likeness = async () => read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace));
    await expect.poll(likeness).toEqual(['mine', 'other']);
  });
});
