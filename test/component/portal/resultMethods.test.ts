/** Results of tasks against the local portal, and against answers that are laid down. */
import { describe, expect, inject, test } from 'vitest';
import { sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import { addResultFromMessage, deleteResult, listResults } from '../../../src/portal/methods/taskResults.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { classicRest } from './classicRest.ts';
import { failureOf, frameWith, layDown, wildOrigin } from './wild.ts';

const tokens = inject('portalTokens');
const apiOf = (token: string) => createRestApi(inject('portalOrigin'), shareTokens(frameWith(token)));
const admin = apiOf(tokens.admin);
const member = apiOf(tokens.member);

/** Written by Anna (user 1); `member` is Marta (user 2). */
const say = (text: string, dialogId = 'chat65') =>
  sendDialogMessage(classicRest(inject('portalOrigin'), tokens.admin), {
    dialogId,
    text,
    templateId: crypto.randomUUID(),
  });

describe('over the wire', () => {
  test('a message of the chat becomes a result of the caller', async () => {
    const messageId = await say('The draft is [B]ready[/B]');
    expect(await listResults(member, 57, messageId)).toEqual([]);
    const result = await addResultFromMessage(member, messageId);
    expect(result).toMatchObject({
      authorId: 2,
      messageId,
      text: 'The draft is [B]ready[/B]',
      isOpen: true,
      mayRemove: true,
    });
    expect(Date.parse(result.createdAt ?? '')).toBeGreaterThan(0);
    expect(await listResults(member, 57, messageId)).toEqual([result]);
  });

  test('PB 2.2: each call makes another one; newest first, and one can be taken back', async () => {
    const messageId = await say('Promoted twice');
    const first = await addResultFromMessage(member, messageId);
    const second = await addResultFromMessage(admin, messageId);
    const ids = async () => (await listResults(member, 57, messageId)).map(({ id }) => id);
    expect(await ids()).toEqual([second.id, first.id]);
    await deleteResult(member, first.id);
    expect(await ids()).toEqual([second.id]);
  });

  test('without a message: all results of the task', async () => {
    const { id } = await addResultFromMessage(admin, await say('One of all'));
    expect((await listResults(admin, 57)).map((result) => result.id)).toContain(id);
    expect((await listResults(admin, 54)).map((result) => result.id)).not.toContain(id);
  });

  test.each<[string, () => Promise<number>]>([
    ['no such message', () => Promise.resolve(999_999)],
    ['not the chat of a task', () => say('In the office', 'chat49')],
    ['a task that may not be read', () => say('Secret', 'chat63')],
  ])('PB 2.2: %s: denied, and nothing was written', async (_why, message) => {
    const failure = await failureOf(addResultFromMessage(member, await message()));
    expect(failure).toMatchObject({ kind: 'denied', status: 403, executed: 'no' });
    expect((await listResults(admin, 55)).length).toBe(0);
  });

  test('reading and removing what is not ours', async () => {
    expect(await failureOf(listResults(member, 55))).toMatchObject({ kind: 'denied', status: 403 });
    const { id } = await addResultFromMessage(admin, await say('Mine'));
    expect((await listResults(member, 57)).find((result) => result.id === id)?.mayRemove).toBe(false);
    const failure = await failureOf(deleteResult(member, id));
    expect(failure).toMatchObject({ kind: 'denied', executed: 'no' });
    expect((await listResults(member, 57)).map((result) => result.id)).toContain(id);
  });

  test('without the scope: it is named', async () => {
    const narrow = apiOf(tokens.withoutTasks);
    const failure = await failureOf(listResults(narrow, 51));
    expect(failure).toMatchObject({ kind: 'scope', scope: 'tasks', executed: 'no' });
  });
});

describe('answers of other portals', () => {
  const wild = createRestApi(wildOrigin, shareTokens(frameWith('token')));
  const answer = (method: string, status: number, body: unknown) =>
    layDown(method, { status, body: JSON.stringify(body) });

  test('numbers as text, and fields left out', async () => {
    const items = [
      { id: '18', messageId: '335', authorId: '7', text: 'Done', status: 'closed', more: 1 },
      { id: 17, messageId: 0, text: null, rights: [] },
    ];
    await answer('tasks.task.result.list', 200, { result: { items } });
    expect(await listResults(wild, 51)).toEqual([
      {
        id: 18,
        messageId: 335,
        authorId: 7,
        text: 'Done',
        createdAt: null,
        isOpen: false,
        mayRemove: false,
      },
      { id: 17, messageId: null, authorId: null, text: '', createdAt: null, isOpen: true, mayRemove: false },
    ]);
  });

  test('a result without a readable id or message is no answer to rely on', async () => {
    for (const item of [{ messageId: 335 }, { id: 18, messageId: 'x' }]) {
      await answer('tasks.task.result.addfromchatmessage', 200, { result: { item } });
      const failure = await failureOf(addResultFromMessage(wild, 335));
      expect(failure).toMatchObject({ kind: 'malformed', executed: 'unknown' });
    }
  });

  test('PB 2.2: a fault in the middle of the work leaves it open whether a result was made', async () => {
    const code = 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION';
    await answer('tasks.task.result.addfromchatmessage', 400, { error: { code, message: '' } });
    const failure = await failureOf(addResultFromMessage(wild, 335));
    expect(failure).toMatchObject({ kind: 'validation', executed: 'unknown' });
  });
});
