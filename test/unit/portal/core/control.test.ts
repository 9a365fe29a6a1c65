/** The control contract (design, section 6). */
import { describe, expect, test } from 'vitest';
import { asReadBack } from '../../../portal/text/incoming.ts';
import type { Message, PlacementRow, Session } from '../../../portal/world/types.ts';
import { hook, createBench } from './support.ts';
import { exchange } from './wire.ts';

const bench = createBench();

interface State {
  users: unknown[];
  tasks: Array<{ id: number; title: string }>;
  chats: Array<{ id: number }>;
  messages: Message[];
  sessions: Session[];
  placements: PlacementRow[];
  tokens: Array<{ access: string; expiresAt: number }>;
  apps: Array<Record<string, unknown>>;
  webhooks: Array<{ userId: number; address: string; scopes: string[] }>;
  switches: Record<string, unknown>;
}
const state = async (): Promise<State> => {
  const whole: State = JSON.parse((await bench.call('/control/state')).text);
  return whole;
};

describe('state', () => {
  test('tells which webhook to call, and it can be called', async () => {
    const { webhooks } = await state();
    expect(webhooks).toMatchObject([{ userId: 1, address: `${bench.portal.origin}${hook}/` }]);
    expect(webhooks[0]?.scopes).toContain('im');
    expect((await fetch(`${webhooks[0]?.address}test.echo`)).status).toBe(200);
  });

  test('holds what the contract names, tokens masked, files without bytes', async () => {
    const token = bench.token();
    const answer = await bench.call('/control/state');
    const whole: State = JSON.parse(answer.text);
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining([
        'users',
        'tasks',
        'chats',
        'messages',
        'results',
        'sessions',
        'placements',
        'tokens',
      ]),
    );
    const keys = ['id', 'chatId', 'authorId', 'text', 'typed', 'date', 'uuid', 'params'];
    expect(Object.keys(whole.messages[0] ?? {}).sort()).toEqual(keys.sort());
    expect(whole.tokens.at(-1)?.access).toBe(`${token.slice(0, 4)}…`);
    expect(answer.text).not.toContain(token);
    expect(answer.text).not.toContain('"body"');
    expect(whole.messages.map((message) => message.id)).toEqual(
      whole.messages.map((message) => message.id).toSorted((a, b) => a - b),
    );
  });
});

describe('requests', () => {
  test('each REST request and preflight, nothing else; DELETE empties it', async () => {
    await bench.call('/');
    await bench.call('/rest/test.echo.json', { method: 'OPTIONS' });
    await bench.post(`${hook}/test.echo.json`, {});
    await bench.call('/rest/api/nothing');
    const entries = (await bench.call('/control/requests')).json();
    const at: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
    const ms: unknown = expect.any(Number);
    expect(entries).toEqual([
      { at, version: 'v2', method: 'OPTIONS', batch: [], status: 200, executed: false, ms, userId: null },
      { at, version: 'v2', method: 'test.echo', batch: [], status: 200, executed: true, ms, userId: 1 },
      { at, version: 'v3', method: 'nothing', batch: [], status: 404, executed: false, ms, userId: null },
    ]);
    await bench.call('/control/requests', { method: 'DELETE' });
    expect((await bench.call('/control/requests')).json()).toEqual([]);
  });
});

describe('reset', () => {
  test('back to the seeded start: world, requests, faults, switches', async () => {
    const before = await state();
    await bench.post('/control/colleague-message', { chatId: 58, userId: 2, text: 'new' });
    await bench.post('/control/faults', [{ method: '*', fault: 'status' }]);
    await bench.post('/control/reset', { switches: { filesNeedCookie: true } });
    expect((await bench.call('/control/faults')).json()).toEqual([]);
    expect((await bench.call('/control/requests')).json()).toEqual([]);
    const after = await state();
    expect(after.messages.map((message) => message.typed)).toEqual(
      before.messages.map((message) => message.typed),
    );
    expect(after.switches.filesNeedCookie).toBe(true);
    await bench.call('/control/reset', { method: 'POST' });
    expect((await state()).switches.filesNeedCookie).toBe(false);
  });

  test('big adds task 59 with so many messages', async () => {
    await bench.post('/control/reset', { big: 5000 });
    const { tasks, messages } = await state();
    expect(tasks.find((task) => task.id === 59)).toMatchObject({ chatId: 67 });
    expect(messages.filter((message) => message.chatId === 67)).toHaveLength(5000);
  });

  test('the app can be pointed elsewhere', async () => {
    const app = {
      url: 'http://127.0.0.1:9/app/',
      installUrl: 'http://127.0.0.1:9/install.html',
      scopes: ['im'],
      opensBy: 'static',
      placements: [
        'TASK_VIEW_SIDEBAR',
        { placement: 'CRM_DEAL_DETAIL_TAB', handler: 'http://127.0.0.1:9/deal', title: 'Deals' },
      ],
    };
    expect((await bench.post('/control/reset', { app })).status).toBe(200);
    const { apps, placements } = await state();
    expect(apps).toMatchObject([
      {
        code: 'local.chatdesk',
        url: app.url,
        installUrl: app.installUrl,
        installed: false,
        scopes: ['im'],
        opensBy: 'static',
      },
    ]);
    expect(placements).toMatchObject([
      { id: 1, placement: 'TASK_VIEW_SIDEBAR', handler: app.url, title: 'Chat Desk' },
      { id: 2, placement: 'CRM_DEAL_DETAIL_TAB', handler: 'http://127.0.0.1:9/deal', title: 'Deals' },
    ]);
  });

  test('by default the app is installed and has one row', async () => {
    const { apps, placements } = await state();
    expect(apps).toMatchObject([
      { installed: true, installUrl: null, url: 'http://127.0.0.1:5173/index.html' },
    ]);
    expect(placements).toMatchObject([
      { placement: 'TASK_VIEW_TAB', handler: 'http://127.0.0.1:5173/index.html' },
    ]);
  });
});

describe('people who write', () => {
  test('a colleague: the text goes the way of all texts, and carries an id of the portal’s own clients', async () => {
    const typed = '  see https://x.example.com/y.  ';
    const answer = await bench.post('/control/colleague-message', { chatId: 58, userId: 2, text: typed });
    const { message }: { message: Message } = JSON.parse(answer.text);
    expect(message).toMatchObject({ chatId: 58, authorId: 2, typed, params: {} });
    expect(message.text).toBe(asReadBack(typed, { nameOf: () => undefined }));
    expect(message.text).not.toBe(typed);
    expect(message.uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect((await state()).messages.at(-1)).toEqual(message);
    const without = await bench.post('/control/colleague-message', {
      chatId: 58,
      userId: 2,
      text: 'x',
      uuid: null,
    });
    expect(without.json()).toMatchObject({ message: { uuid: null } });
  });

  test('a stranger to the task becomes its auditor by writing', async () => {
    await bench.post('/control/colleague-message', { chatId: 58, userId: 9, text: 'Hello' });
    const { world } = bench.portal.context;
    expect(world.tasks.get(51)?.auditorIds).toContain(9);
    expect(world.chats.get(58)?.memberIds).toContain(9);
  });

  test('a client: waiting sessions become active, closed ones begin anew', async () => {
    const statusOf = async (chatId: number) =>
      (await state()).sessions
        .filter((session) => session.chatId === chatId)
        .map((session) => session.status);
    const answer = await bench.post('/control/client-message', { chatId: 104, text: 'Спасибо' });
    expect(answer.json()).toMatchObject({
      message: { chatId: 104, authorId: 24, text: 'Спасибо', uuid: null },
    });
    expect(await statusOf(104)).toEqual([25]);
    await bench.post('/control/client-message', { chatId: 102, text: 'Hello again' });
    expect(await statusOf(102)).toEqual([60, 0]);
  });

  test('digits are a number: ids and durations', async () => {
    const told = await bench.post('/control/session', { chatId: '101', status: '60' });
    expect(told.json()).toMatchObject({ session: { chatId: 101, status: 60 } });
    const rules = await bench.post('/control/faults', [{ fault: 'delay', ms: '20', times: '1' }]);
    expect(rules.json()).toEqual([{ method: '*', fault: 'delay', ms: 20, times: 1 }]);
  });

  test('session moves the newest session of a chat', async () => {
    expect((await bench.post('/control/session', { chatId: 101, status: 60 })).json()).toMatchObject({
      session: { chatId: 101, status: 60 },
    });
  });

  test('session gives it to a colleague, who takes the place of the one before, or to nobody', async () => {
    const chatOf = async () => (await state()).chats.find(({ id }) => id === 106);
    const told = await bench.post('/control/session', { chatId: 106, operatorId: 7 });
    expect(told.json()).toMatchObject({ session: { operatorId: 7, status: 25 } });
    expect(await chatOf()).toMatchObject({ ownerId: 7, memberIds: [26, 31, 7] });
    await bench.post('/control/session', { chatId: 106, operatorId: null, status: 0 });
    expect(await chatOf()).toMatchObject({ ownerId: 0, memberIds: [26, 31] });
  });

  test('client-answers: after a message to the client, until text is null', async () => {
    const texts = () => bench.portal.context.world.messages.get(106)?.map(({ typed }) => typed) ?? [];
    await bench.post('/control/client-answers', { chatId: 106, text: 'Fine!', ms: 5 });
    await bench.post('/control/colleague-message', { chatId: 106, userId: 1, text: 'Is it?' });
    await expect.poll(() => texts().slice(-2)).toEqual(['Is it?', 'Fine!']);
    await bench.post('/control/client-answers', { chatId: 106, text: null });
    expect(bench.portal.context.world.clientAnswers.size).toBe(0);
  });

  test('expire-tokens', async () => {
    const auth = bench.token();
    await bench.call('/control/expire-tokens', { method: 'POST' });
    expect((await bench.post('/rest/test.echo', { auth })).json()).toMatchObject({ error: 'expired_token' });
    expect((await bench.post('/rest/test.echo', { auth: bench.token() })).status).toBe(200);
  });
});

describe('wrong input is told', () => {
  test.each([
    ['/control/faults', [{ method: '*', fault: 'explode' }], /0\.fault/],
    ['/control/faults', [{ method: '*', fault: 'status', status: 99 }], /0\.status/],
    ['/control/faults', [{ method: '*', fault: 'status', tmies: 1 }], /0\.tmies/],
    ['/control/faults', { method: '*', fault: 'status' }, /body/],
    ['/control/reset', { switches: { nothing: true } }, /switches\.nothing/],
    ['/control/reset', { big: -1 }, /big/],
    ['/control/reset', { app: { url: 'javascript:alert(1)' } }, /app\.url/],
    ['/control/reset', { switches: { signedInUserId: 777 } }, /no user 777/],
    ['/control/colleague-message', { chatId: 58, userId: 2 }, /text/],
    ['/control/colleague-message', { chatId: 1, userId: 2, text: 'x' }, /no chat 1/],
    ['/control/colleague-message', { chatId: 58, userId: 777, text: 'x' }, /no user 777/],
    ['/control/client-message', { chatId: 58, text: 'x' }, /no open line/],
    ['/control/reset', { switches: { signedInUserId: 21 } }, /user 21 is no colleague/],
    ['/control/reset', { switches: { signedInUserId: 10 } }, /user 10 is no colleague, or has left/],
    ['/control/colleague-message', { chatId: 58, userId: 10, text: 'x' }, /has left/],
    ['/control/colleague-message', { chatId: 58, userId: 21, text: 'x' }, /no colleague/],
    ['/control/colleague-message', { chatId: 58, userId: 2, text: ' \n' }, /nothing is left/],
    ['/control/colleague-message', { chatId: 58, userId: 2, text: '[BR]' }, /nothing is left/],
    ['/control/client-message', { chatId: 102, text: '[DISK=1]' }, /nothing is left/],
    ['/control/session', { chatId: '101a', status: 10 }, /chatId/],
    ['/control/session', { chatId: 58, status: 10 }, /no open line/],
    ['/control/session', { chatId: 106, operatorId: 31 }, /no colleague/],
    ['/control/client-answers', { chatId: 58, text: 'x' }, /no open line/],
    ['/control/client-answers', { chatId: 106, text: '[BR]' }, /nothing is left/],
    ['/control/delivery', { messageId: 1, state: 'failed' }, /no message 1/],
    ['/control/delivery', { messageId: 1, state: 'lost' }, /state/],
  ])('%s %j', async (path, body, told) => {
    const answer = await bench.post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error: expect.stringMatching(told) });
  });

  test('and then nothing has happened', async () => {
    const before = await state();
    await bench.post('/control/client-message', { chatId: 102, text: '[BR]' });
    expect(await state()).toEqual(before);
  });

  test('no JSON, no such call, wrong verb', async () => {
    const broken = await bench.call('/control/reset', { method: 'POST', body: '{' });
    expect([broken.status, broken.json()]).toEqual([400, { error: 'The body is not JSON' }]);
    expect((await bench.call('/control/nothing')).status).toBe(404);
    expect((await bench.call('/control/reset')).status).toBe(405);
  });
});

describe('who may use it', () => {
  const status = async (headers: Record<string, string>, method = 'GET') =>
    (await exchange(`${bench.portal.origin}/control/state`, { method, headers })).status;

  test('not a page of another origin', async () => {
    expect(await status({ origin: 'http://127.0.0.1:5173' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: bench.portal.origin })).toBe(200);
  });

  test('not under a name that was made to point here', async () => {
    const { port } = new URL(bench.portal.origin);
    expect(await status({ host: `portal.test:${port}` })).toBe(403);
    expect(await status({ host: `portal.test:${port}`, origin: `http://portal.test:${port}` })).toBe(403);
    expect(await status({ host: `127.0.0.1:${port}` })).toBe(200);
    expect(await status({ host: `[::1]:${port}` })).toBe(200);
  });

  test('a refused call changes nothing', async () => {
    const answer = await bench.post('/control/expire-tokens', {}, { origin: 'http://evil.example.com' });
    expect(answer.status).toBe(403);
    const auth = bench.token();
    expect((await bench.post('/rest/test.echo', { auth })).status).toBe(200);
  });
});
