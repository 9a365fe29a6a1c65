/** Results of tasks against the local portal, and against answers that are laid down. */
import { describe, expect, inject, test } from 'vitest';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import {
  addResultFromMessage,
  deleteResult,
  listResults,
  listResultsOfMessage,
  updateResult,
} from '../../../src/portal/methods/taskResults.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { refusalWith } from '../sending/attempts.ts';
import { openPortal } from '../sending/portal.ts';
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

/** "The cover in three colours" of task 60. */
async function messageWithFiles(): Promise<number> {
  const rest = classicRest(inject('portalOrigin'), tokens.admin);
  for (let before: number | undefined; ;) {
    const { messages } = await getMessages(rest, 'chat68', before);
    const found = messages.find(({ fileIds }) => fileIds.length === 3);
    if (found) return found.id;
    before = messages[0]?.id;
  }
}

describe('over the wire', () => {
  test('a message of the chat becomes a result of the caller', async () => {
    const messageId = await say('The draft is [B]ready[/B]');
    expect(await listResultsOfMessage(member, 57, messageId)).toEqual([]);
    const result = await addResultFromMessage(member, messageId);
    expect(result).toMatchObject({
      authorId: 2,
      messageId,
      text: 'The draft is [B]ready[/B]',
      fileIds: [],
      updatedAt: null,
      isOpen: true,
      mayEdit: true,
      mayRemove: true,
    });
    expect(Date.parse(result.createdAt ?? '')).toBeGreaterThan(0);
    expect(await listResultsOfMessage(member, 57, messageId)).toEqual([result]);
  });

  test('PB 2.2: each call makes another one; newest first, and one can be taken back', async () => {
    const messageId = await say('Promoted twice');
    const first = await addResultFromMessage(member, messageId);
    const second = await addResultFromMessage(admin, messageId);
    const ids = async () => (await listResultsOfMessage(member, 57, messageId)).map(({ id }) => id);
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

  test('all of them come, page by page, with the names of their authors', async () => {
    const messageId = await say('Promoted often', 'chat60');
    const made: number[] = [];
    for (let count = 0; count < 52; count += 1) {
      made.unshift((await addResultFromMessage(admin, messageId)).id);
    }
    const listed = await listResults(admin, 52);
    expect(listed.map(({ id }) => id)).toEqual(made);
    expect(new Set(listed.map(({ authorName }) => authorName))).toEqual(new Set(['Anna Keller']));
  });

  test('a text is changed by who made the result, not even by an admin', async () => {
    const messageId = await say('First draft');
    const { id } = await addResultFromMessage(member, messageId);
    const changed = await updateResult(member, id, 'Second [B]draft[/B]');
    expect(changed).toMatchObject({ id, text: 'Second [B]draft[/B]', messageId });
    expect(changed.updatedAt).not.toBeNull();
    const failure = await failureOf(updateResult(admin, id, 'Not yours'));
    expect(failure).toMatchObject({ kind: 'denied', status: 403, executed: 'no' });
    expect(await listResultsOfMessage(member, 57, messageId)).toEqual([changed]);
  });

  test('RF 2.5: what was made from a message with files names them', async () => {
    const withFiles = (await listResults(admin, 60)).filter(({ fileIds }) => fileIds.length > 0);
    expect(withFiles).toEqual([]);
    const { id } = await addResultFromMessage(admin, await messageWithFiles());
    expect((await listResults(admin, 60)).find((result) => result.id === id)?.fileIds.length).toBe(3);
  });

  test('without the scope: it is named', async () => {
    const narrow = apiOf(tokens.withoutTasks);
    const failure = await failureOf(listResults(narrow, 51));
    expect(failure).toMatchObject({ kind: 'scope', scope: 'tasks', executed: 'no' });
  });
});

test.each(['UNKNOWNDTOPROPERTYEXCEPTION', 'INVALIDSELECTEXCEPTION'])(
  'PB 1.6: %s: the names of the authors are done without',
  async (code) => {
    const portal = await openPortal();
    await portal.faults({ method: 'tasks.task.result.list', times: 1, ...refusalWith(code) });
    const listed = await listResults(portal.portalOf(1).restApi, 60);
    expect(listed.map(({ id, authorName }) => [id, authorName])).toEqual(
      [15, 14, 13, 12, 11].map((id) => [id, null]),
    );
  },
);

describe('answers of other portals', () => {
  const wild = createRestApi(wildOrigin, shareTokens(frameWith('token')));
  const unsaid = {
    authorName: null,
    fileIds: [],
    createdAt: null,
    updatedAt: null,
    isOpen: true,
    mayEdit: false,
    mayRemove: false,
  };
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
        ...unsaid,
        isOpen: false,
      },
      { id: 17, messageId: null, authorId: null, text: '', ...unsaid },
    ]);
  });

  test('a portal that gives the first page for ever is not read for ever', async () => {
    const first = Array.from({ length: 50 }, (_, index) => ({ id: 100 - index, text: '' }));
    await answer('tasks.task.result.list', 200, { result: { items: first } });
    expect((await listResults(wild, 51)).length).toBe(50);
  });

  test('rights that the portal names in part, and an author without a name', async () => {
    const item = { id: 18, text: 'Done', rights: { remove: true }, author: { name: ' ' }, fileIds: null };
    await answer('tasks.task.result.list', 200, { result: { items: [item] } });
    expect(await listResults(wild, 51)).toMatchObject([
      { mayEdit: false, mayRemove: true, authorName: null, fileIds: [] },
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
