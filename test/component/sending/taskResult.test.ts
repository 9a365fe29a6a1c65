/** Messages that become results of their task, over the shim against a local portal. */
// @module-tag race
import { describe, expect, test } from 'vitest';
import { taskResult } from '../../../src/sending/taskResult.ts';
import { describeAttempts, refusalWith } from './attempts.ts';
import { anna, item, liam, openPortal, read, type Rule } from './portal.ts';

const portal = await openPortal();
const policy = taskResult(portal.portalOf(anna), anna);
const method = 'tasks.task.result.addfromchatmessage';
const marta = 2;
const martas = taskResult(portal.portalOf(marta), marta);

/** A message of Marta's in the chat of a new task. */
async function newMessage(text = 'The draft is ready') {
  const { taskId, chatId } = await portal.newTask();
  const { message } = await portal.say(chatId, marta, text);
  return { chatId, target: { taskId, messageId: message.id } };
}

const resultsOf = async (messageId: number) =>
  (await portal.state()).results.filter((result) => result.messageId === messageId);

describeAttempts(portal, {
  method,
  fine: 'done',
  async attempt(from) {
    const { target } = await newMessage();
    const outcome = await taskResult(from, anna).attempt(item('', target));
    return { outcome, held: async () => (await resultsOf(target.messageId)).length };
  },
});

describe('refusals', () => {
  test.each<[string, () => Promise<number>]>([
    ['no such message', () => Promise.resolve(999_999)],
    ['a message of another kind of chat', async () => (await portal.say(49, marta, 'Hi')).message.id],
  ])('%s', async (_why, messageId) => {
    const outcome = await policy.attempt(item('', { taskId: 51, messageId: await messageId() }));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'denied' } });
  });

  test('who may not read the task', async () => {
    const { target } = await newMessage();
    const outcome = await taskResult(portal.portalOf(liam), liam).attempt(item('', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'denied' } });
    expect(await resultsOf(target.messageId)).toEqual([]);
  });

  test.each(['VALIDATION_DTOVALIDATIONEXCEPTION', 'UNKNOWNDTOPROPERTYEXCEPTION', 'METHODNOTFOUNDEXCEPTION'])(
    '%s: refused',
    async (code) => {
      await portal.faults({ method, times: 1, ...refusalWith(code) });
      const { target } = await newMessage();
      expect(await policy.attempt(item('', target))).toMatchObject({ kind: 'refused' });
    },
  );

  test('PB 2.2: REQUESTVALIDATION may come from the middle of the work: unclear', async () => {
    await portal.faults({ method, times: 1, ...refusalWith('VALIDATION_REQUESTVALIDATIONEXCEPTION') });
    const { target } = await newMessage();
    expect(await policy.attempt(item('', target))).toMatchObject({ kind: 'unclear' });
  });
});

describe('read', () => {
  test('the results of this message alone, ascending, with the time they were made', async () => {
    const { chatId, target } = await newMessage();
    const { message } = await portal.say(chatId, marta, 'Another');
    for (const by of [martas, policy]) await by.attempt(item('', target));
    await policy.attempt(item('', { ...target, messageId: message.id }));
    const traces = read(await policy.read(item('', target), 0));
    expect(traces.map(({ authorId, messageId }) => [authorId, messageId])).toEqual([
      [marta, target.messageId],
      [anna, target.messageId],
    ]);
    expect(traces.map(({ id }) => id)).toEqual(traces.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(traces.every(({ at }) => Math.abs(at - Date.now()) < 60_000)).toBe(true);
  });

  test('none', async () => {
    const { target } = await newMessage();
    expect(await policy.read(item('', target), 0)).toEqual([]);
  });

  test('who may not read the task: denied', async () => {
    const { target } = await newMessage();
    const liams = taskResult(portal.portalOf(liam), liam);
    expect(await liams.read(item('', target), 0)).toBe('denied');
  });

  test.each<[string, Rule]>([
    ['failed', { fault: 'status', status: 500 }],
    ['failed', { fault: 'status', status: 503 }],
    ['failed', { fault: 'malformed', body: '{"result":{"items":[{"id":"x"}]}}' }],
    ['unreachable', { fault: 'drop-before', connection: 'fresh' }],
  ])('%s', async (expected, rule) => {
    const { target } = await newMessage();
    await portal.faults({ method: 'tasks.task.result.list', times: 1, ...rule });
    expect(await policy.read(item('', target), 0)).toBe(expected);
    await portal.noFaults();
  });
});

describe('compare', () => {
  test("one's own of this message is it, somebody else's may make it needless", async () => {
    const { target } = await newMessage();
    for (const by of [martas, policy]) await by.attempt(item('', target));
    const own = item('', target);
    const traces = read(await policy.read(own, 0));
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['perhaps', 'mine']);
    const other = item('', { ...target, messageId: target.messageId + 1 });
    expect(traces.map((trace) => policy.compare(other, trace))).toEqual(['other', 'other']);
    expect(policy.areAlike(own, item('', target))).toBe(true);
    expect(policy.areAlike(own, other)).toBe(false);
  });

  test('two of one message are copies, of two messages they are not', async () => {
    const { chatId, target } = await newMessage('Same');
    const { message } = await portal.say(chatId, marta, 'Same');
    const another = { ...target, messageId: message.id };
    for (const to of [target, target, another]) await policy.attempt(item('', to));
    const [one, copy] = read(await policy.read(item('', target), 0));
    const [other] = read(await policy.read(item('', another), 0));
    if (!one || !copy || !other) throw new Error('Three were to be made');
    expect(policy.areCopies(one, copy)).toBe(true);
    expect(policy.areCopies(one, other)).toBe(false);
  });
});

describe('takeBack', () => {
  const deletion = 'tasks.task.result.delete';
  // Admins are told it is done whatever is there (PB 2.2), so Marta.
  async function made(by = martas) {
    const { target } = await newMessage();
    const outcome = await by.attempt(item('', target));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const held = async () => (await resultsOf(target.messageId)).length;
    return { takeBack: () => martas.takeBack?.(item('', target), outcome.traceId), held };
  }

  test.each<[string, string, number, Rule[]]>([
    ['gone', 'gone', 0, []],
    ['the answer was lost, then it is refused', 'gone', 0, [{ fault: 'drop-after', connection: 'fresh' }]],
    ['the call was lost', 'gone', 0, [{ fault: 'drop-before', connection: 'fresh' }]],
    ['no answer twice', 'unclear', 1, [{ fault: 'drop-before', connection: 'fresh', times: 2 }]],
    ['trouble twice', 'unclear', 1, [{ fault: 'status', status: 500, executed: false, times: 2 }]],
  ])('%s: %s', async (_why, expected, left, rules) => {
    const { takeBack, held } = await made();
    await portal.faults(...rules.map((rule) => ({ method: deletion, times: 1, ...rule })));
    expect(await takeBack()).toBe(expected);
    expect(await held()).toBe(left);
    await portal.noFaults();
  });

  test("somebody else's stays", async () => {
    const { takeBack, held } = await made(policy);
    expect(await takeBack()).toBe('stays');
    expect(await held()).toBe(1);
  });
});
