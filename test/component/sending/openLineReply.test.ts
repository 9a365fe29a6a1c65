/** Replies in open lines, over the SDK against a local portal. */
// @module-tag race
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineEntity } from '../../../src/portal/methods/openLines.ts';
import { lineTarget, openLineReply } from '../../../src/sending/openLineReply.ts';
import { hurtfulText } from '../../unit/wire/hurtfulTexts.ts';
import { describeAttempts, refusalWith } from './attempts.ts';
import { anna, item, liam, openPortal, read, type Rule } from './portal.ts';

const portal = await openPortal();
const frame = portal.portalOf(anna);
const policy = openLineReply(frame, anna);
const method = 'imopenlines.crm.message.add';
const history = 'imopenlines.session.history.get';
const client = 21;
const bot = 31;

async function newLine(line: Parameters<typeof portal.newLine>[0] = {}) {
  const { chat } = await portal.newLine(line);
  return { chatId: chat.id, target: { entityType: 'deal', entityId: 7, chatId: chat.id } };
}

describeAttempts(portal, {
  method,
  fine: 'done',
  async attempt(from) {
    const { chatId, target } = await newLine();
    const outcome = await openLineReply(from, anna).attempt(item('Once', target));
    return { outcome, held: async () => (await portal.heldIn(chatId)).length };
  },
});

test('the id of what was written', async () => {
  const { chatId, target } = await newLine();
  const outcome = await policy.attempt(item('Good afternoon', target));
  expect(outcome).toEqual({ kind: 'done', traceId: (await portal.heldIn(chatId))[0]?.id });
});

test('as the bot of the chat: it is the author, and what one wrote oneself is not taken for it', async () => {
  const { chatId, target } = await newLine({ operatorId: bot });
  await frame.rest.call({ method: 'imopenlines.session.join', parameters: { CHAT_ID: chatId } });
  const [asBot, asMyself] = [item('Same words', { ...target, asUserId: bot }), item('Same words', target)];
  await policy.attempt(asBot);
  await policy.attempt(asMyself);
  expect((await portal.heldIn(chatId)).filter(({ authorId }) => authorId > 0)).toMatchObject([
    { authorId: bot },
    { authorId: anna },
  ]);
  const traces = read(await policy.read(asBot, 0)).filter(({ authorId }) => authorId > 0);
  expect(traces.map((trace) => policy.compare(asBot, trace))).toEqual(['mine', 'other']);
  expect(traces.map((trace) => policy.compare(asMyself, trace))).toEqual(['other', 'mine']);
  expect(policy.areAlike(asBot, asMyself)).toBe(false);
});

describe('refusals', () => {
  test.each<[string, Parameters<typeof portal.newLine>[0]]>([
    ['a closed session', { status: 60 }],
    ['a session that waits for the client', { status: 50 }],
    ['a new one', { status: 0 }],
    ['a chat of another element', { crm: [{ type: 'lead', id: 5 }] }],
  ])('%s', async (_why, line) => {
    const { chatId, target } = await newLine(line);
    const outcome = await policy.attempt(item('Never', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'CHAT_NOT_IN_CRM' } });
    expect(await portal.heldIn(chatId)).toEqual([]);
  });

  test('who is not in the chat', async () => {
    const { chatId, target } = await newLine({ operatorId: 7 });
    const outcome = await policy.attempt(item('Never', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'CANCELED' } });
    expect(await portal.heldIn(chatId)).toEqual([]);
  });

  test('who may not see the element', async () => {
    const { target } = await newLine();
    const outcome = await openLineReply(portal.portalOf(liam), liam).attempt(item('Never', target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'denied' } });
  });

  test.each(['', '0'])('nothing to say: "%s"', async (text) => {
    const { target } = await newLine();
    const outcome = await policy.attempt(item(text, target));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'ERROR_ARGUMENT' } });
  });

  test.each(['MESSAGE_ADD_ERROR', 'SOMETHING_NEW'])('%s: unclear', async (code) => {
    await portal.faults({ method, times: 1, ...refusalWith(code) });
    const { target } = await newLine();
    expect(await policy.attempt(item('Perhaps', target))).toMatchObject({
      kind: 'unclear',
      problem: { code },
    });
  });
});

describe('listed by several elements', () => {
  const sends = async () => (await portal.requestsTo(method)).length;

  test('active under another one than when it was written: it goes there, once', async () => {
    const { chatId } = await newLine();
    const entities: LineEntity[] = [
      { type: 'lead', id: 5 },
      { type: 'contact', id: 11 },
      { type: 'deal', id: 7 },
    ];
    const [entity = { type: 'lead', id: 5 }] = entities;
    const own = item(
      'Here after all',
      lineTarget({ chatId, entity, alsoUnder: entities, asUserId: undefined }),
    );
    expect(await policy.isReady?.(own)).toBe('ready');
    expect(await policy.attempt(own)).toMatchObject({ kind: 'done' });
    expect(await portal.heldIn(chatId)).toHaveLength(1);
    await portal.setSession(chatId, 60);
    const refused = { kind: 'refused', problem: { code: 'CHAT_NOT_IN_CRM' } };
    expect(await policy.isReady?.(own)).toMatchObject(refused);
    expect(await policy.attempt(own)).toMatchObject(refused);
    expect(await portal.heldIn(chatId)).toHaveLength(1);
  });

  test('a kind of element that this version does not know: refused, and nothing is asked of the portal', async () => {
    const { target } = await newLine();
    const before = await sends();
    const own = item('Never', { ...target, entityType: 'order' });
    expect(await policy.attempt(own)).toMatchObject({ kind: 'refused' });
    expect(await policy.isReady?.(own)).toMatchObject({ kind: 'refused' });
    expect(await sends()).toBe(before);
  });
});

describe('isReady', () => {
  const isReady = async (target: Parameters<typeof item>[1], of = policy) =>
    of.isReady?.(item('Soon', target));

  test('an active session', async () => {
    const { target } = await newLine();
    expect(await isReady(target)).toBe('ready');
  });

  test('closed while it waited: refused, as the portal would', async () => {
    const { chatId, target } = await newLine();
    await portal.setSession(chatId, 60);
    expect(await isReady(target)).toMatchObject({ kind: 'refused', problem: { code: 'CHAT_NOT_IN_CRM' } });
    await portal.setSession(chatId, 20);
    expect(await isReady(target)).toBe('ready');
  });

  test('who may not see the element any more: refused', async () => {
    const { target } = await newLine();
    const liams = openLineReply(portal.portalOf(liam), liam);
    expect(await isReady(target, liams)).toMatchObject({ kind: 'refused', problem: { kind: 'denied' } });
  });

  test.each<[string, Rule]>([
    ['the portal is silent', { fault: 'drop-before', connection: 'fresh' }],
    ['the server is in trouble', { fault: 'status', status: 500 }],
    ['too many requests', { fault: 'status', status: 503 }],
    ['nonsense', { fault: 'malformed', body: '{"result":"x","time":{}}' }],
  ])('%s: later, since nobody has said no', async (_why, rule) => {
    const { target } = await newLine();
    await portal.faults({ method: 'imopenlines.crm.chat.get', times: 1, ...rule });
    expect(await isReady(target)).toMatchObject({ kind: 'later' });
    expect(await isReady(target)).toBe('ready');
    await portal.noFaults();
  });
});

test('isReady without the permission: refused, since waiting would not help', async () => {
  const { target } = await newLine();
  const rule = refusalWith('insufficient_scope', 403);
  await portal.faults({ method: 'imopenlines.crm.chat.get', times: 1, ...rule });
  expect(await policy.isReady?.(item('Soon', target))).toMatchObject({
    kind: 'refused',
    problem: { kind: 'scope', scope: 'imopenlines' },
  });
});

describe('read', () => {
  test('a member reads the dialog, over several pages', async () => {
    const { chatId, target } = await newLine();
    const texts = Array.from({ length: 70 }, (_, at) => `Number ${at}`);
    await portal.write(...texts.map((typed) => ({ chatId, authorId: client, typed })));
    const traces = read(await policy.read(item('', target), 1));
    expect(traces.map(({ text }) => text)).toEqual(texts);
  });

  test('who is no member reads the session, and finds the reply in it', async () => {
    const { chatId, target } = await newLine({ operatorId: 7 });
    const david = openLineReply(portal.portalOf(7), 7);
    const { message } = await portal.say(chatId, 7, 'Good morning');
    const own = item('From the operator & co', target);
    const outcome = await david.attempt(own);
    const before = (await portal.requestsTo(history)).length;
    const traces = read(await policy.read(own, message.id)).filter(({ id }) => id > message.id);
    expect((await portal.requestsTo(history)).length).toBe(before + 1);
    expect(outcome).toEqual({ kind: 'done', traceId: traces.at(-1)?.id });
    // Written by somebody else, for this reader.
    expect(traces.map((trace) => policy.compare(own, trace))).toEqual(['other']);
    expect(traces.map((trace) => david.compare(own, trace))).toEqual(['mine']);
    expect(traces.at(-1)?.at).toBe(Date.parse((await portal.heldIn(chatId)).at(-1)?.date ?? ''));
  });

  test('who is no member, and the reply would stand before the last session: denied, not "not there"', async () => {
    const { chatId, target } = await newLine({ operatorId: 7 });
    const davids = portal.portalOf(7);
    await portal.say(chatId, 7, 'Good morning');
    const [before] = await portal.heldIn(chatId);
    const own = item('In the session that is closed by now', target, { baseline: before?.id ?? 0 });
    await openLineReply(davids, 7).attempt(own);
    for (const method of ['imopenlines.operator.finish', 'imopenlines.session.start']) {
      await davids.rest.call({ method, parameters: { CHAT_ID: chatId } });
    }
    await portal.write({ chatId, authorId: client, typed: 'One more question' });
    expect(await policy.read(own, own.baseline ?? 0)).toBe('denied');
    // David is in the chat again, and finds it.
    const likeness = read(await openLineReply(davids, 7).read(own, own.baseline ?? 0)).map((trace) =>
      openLineReply(davids, 7).compare(own, trace),
    );
    expect(likeness.filter((one) => one === 'mine')).toHaveLength(1);
    // What is newer than something in the last session is told whole.
    const last = read(await policy.read(own, Infinity));
    expect(last.map(({ text }) => text)).toContain('One more question');
    expect(read(await policy.read(own, last[0]?.id ?? 0))).toHaveLength(last.length);
  });

  test('who may read neither: denied', async () => {
    const { chatId, target } = await newLine();
    await portal.say(chatId, anna, 'Hello');
    expect(await openLineReply(portal.portalOf(liam), liam).read(item('', target), 0)).toBe('denied');
  });

  test.each<[string, Rule]>([
    ['failed', { fault: 'status', status: 500 }],
    ['unreachable', { fault: 'drop-before', connection: 'fresh' }],
  ])('the session cannot be read: %s, and not denied', async (expected, rule) => {
    const { target } = await newLine({ operatorId: 7 });
    await portal.faults({ method: history, times: 1, ...rule });
    expect(await policy.read(item('', target), 0)).toBe(expected);
  });

  test.each<[string, Rule]>([
    ['failed', { fault: 'status', status: 500 }],
    ['failed', { fault: 'status', status: 503 }],
    ['unreachable', { fault: 'drop-before', connection: 'fresh' }],
  ])('the dialog cannot be read: %s, and the session is not asked', async (expected, rule) => {
    const { target } = await newLine();
    const before = (await portal.requestsTo(history)).length;
    await portal.faults({ method: 'im.dialog.messages.get', times: 1, ...rule });
    expect(await policy.read(item('', target), 0)).toBe(expected);
    expect((await portal.requestsTo(history)).length).toBe(before);
  });
});

describe('compare', () => {
  test('PB 4.5: what the portal makes of texts that hurt is recognised', async () => {
    const { chatId, target } = await newLine();
    let newest = 0;
    const told: Array<[text: string, likeness: string[]]> = [];
    for (const text of fc.sample(hurtfulText, { numRuns: 25, seed: 9 })) {
      const own = item(text, target, { baseline: newest });
      const outcome = await policy.attempt(own);
      const newer = read(await policy.read(own, newest)).filter(({ id }) => id > newest);
      newest = newer.at(-1)?.id ?? newest;
      if (outcome.kind === 'done') told.push([text, newer.map((trace) => policy.compare(own, trace))]);
    }
    expect(told).toHaveLength((await portal.heldIn(chatId)).length);
    expect(told).toEqual(told.map(([text]) => [text, ['mine']]));
    expect(told.length).toBeGreaterThan(10);
  });

  test("the client's, a colleague's and one from the messenger are other; a changed one may be it", async () => {
    const { chatId, target } = await newLine();
    const own = item('Same words', target);
    const texts = [client, 7, anna].map((authorId) => ({ chatId, authorId, typed: own.text }));
    const written = await portal.write(...texts);
    await portal.say(chatId, anna, own.text, crypto.randomUUID());
    const likeness = async () => read(await policy.read(own, 0)).map((trace) => policy.compare(own, trace));
    expect(await likeness()).toEqual(['other', 'other', 'mine', 'other']);
    const change = { MESSAGE_ID: written[2]?.id ?? 0, MESSAGE: 'Changed' };
    await frame.rest.call({ method: 'im.message.update', parameters: change });
    expect(await likeness()).toEqual(['other', 'other', 'perhaps', 'other']);
  });
});

test('copies are told and never taken back, and what was left behind asks first', async () => {
  const { target } = await newLine();
  const own = item('Twice', target);
  for (const next of [own, own]) await policy.attempt(next);
  const [one, other] = read(await policy.read(own, 0));
  if (!one || !other) throw new Error('Both were to be written');
  expect(policy.areCopies(one, other)).toBe(true);
  expect(policy.areAlike(own, item('Twice ', target))).toBe(true);
  expect('takeBack' in policy).toBe(false);
  expect(policy.asksWhenLeft).toBe(true);
});
