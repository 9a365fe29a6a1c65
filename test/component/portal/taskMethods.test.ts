/** The REST 3.0 methods of task chats against the local portal. */
import { expect, inject, test } from 'vitest';
import { sendTaskChatMessage } from '../../../src/portal/methods/taskChat.ts';
import { createTaskChat } from '../../../src/portal/methods/tasks.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { allTextOf, failureOf, frameWith } from './wild.ts';

const origin = inject('portalOrigin');
const tokens = inject('portalTokens');

function apiOf(...given: Array<string | null>) {
  const frame = frameWith(...given);
  return { frame, restApi: createRestApi(origin, shareTokens(frame)) };
}

async function newestTexts(chatId: number): Promise<string[]> {
  const body = new URLSearchParams({ DIALOG_ID: `chat${chatId}`, LAST_ID: '0', auth: tokens.admin });
  const answer = await fetch(`${origin}/rest/im.dialog.messages.get`, { method: 'POST', body });
  const { result } = (await answer.json()) as { result: { messages: Array<{ text: string }> } };
  return result.messages.map(({ text }) => text);
}

test('a message is written once', async () => {
  const text = 'Bring the 2nd draft, please 🙂';
  await sendTaskChatMessage(apiOf(tokens.member).restApi, 51, text);
  expect((await newestTexts(58)).filter((found) => found === text)).toEqual([text]);
});

test('a task that may not be read: denied, and nothing was written', async () => {
  const { restApi, frame } = apiOf(tokens.member);
  const failure = await failureOf(sendTaskChatMessage(restApi, 55, 'Not for me'));
  expect(failure).toMatchObject({ kind: 'denied', status: 403, executed: 'no' });
  expect(failure.portalText).not.toBe('');
  expect(frame.asked).toBe(0);
  expect(await newestTexts(63)).not.toContain('Not for me');
});

test('a blank text: a field error, and nothing was written', async () => {
  const failure = await failureOf(sendTaskChatMessage(apiOf(tokens.member).restApi, 51, '   '));
  expect(failure).toMatchObject({ kind: 'validation', executed: 'no' });
  expect(failure.fields.map(({ field }) => field)).toContain('message.text');
});

test('without the scope: it is named', async () => {
  const failure = await failureOf(sendTaskChatMessage(apiOf(tokens.withoutTasks).restApi, 51, 'Hello'));
  expect(failure).toMatchObject({ kind: 'scope', scope: 'tasks', status: 403, executed: 'no' });
});

test('an expired token: one refresh, one message', async () => {
  const { restApi, frame } = apiOf(tokens.expired, tokens.member);
  await sendTaskChatMessage(restApi, 51, 'After the hour');
  expect(frame.asked).toBe(1);
  expect((await newestTexts(58)).filter((found) => found === 'After the hour')).toHaveLength(1);
});

test('an expired token and a silent page: nothing was written', async () => {
  const { restApi } = apiOf(tokens.expired, null);
  const failure = await failureOf(sendTaskChatMessage(restApi, 51, 'Never'));
  expect(failure).toMatchObject({ kind: 'auth', executed: 'no' });
  expect(allTextOf(failure)).not.toContain(tokens.expired);
  expect(await newestTexts(58)).not.toContain('Never');
});

test('the missing chat of a task is made', async () => {
  const { restApi } = apiOf(tokens.admin);
  const chatId = await createTaskChat(restApi, 53);
  expect(chatId).toBeGreaterThan(0);
  expect(await createTaskChat(restApi, 53)).toBe(chatId);
});

test('no chat is made for a task that may not be read', async () => {
  const failure = await failureOf(createTaskChat(apiOf(tokens.member).restApi, 55));
  expect(failure).toMatchObject({ kind: 'denied', status: 403 });
});

test('a task that is not there, asked by an admin', async () => {
  const failure = await failureOf(createTaskChat(apiOf(tokens.admin).restApi, 9_999));
  expect(failure).toMatchObject({ kind: 'notFound', status: 400 });
});
