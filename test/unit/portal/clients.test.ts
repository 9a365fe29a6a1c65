/**
 * The local portal against clients that we did not write: Bitrix24's SDK as a webhook client, and the `curl` calls of
 * the documentation. The latter are sent as the very bytes that curl 7.88 puts on the wire, over a bare socket, so
 * that the tests do the same where curl is not installed.
 */
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reset } from '../../portal/context.ts';
import { startPortal, type RunningPortal } from '../../portal/server.ts';
import { webhookSecret } from '../../portal/world/seed/app.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal({ port: 0, appUrl: 'http://127.0.0.1:5173/', log: () => {} });
});
beforeEach(() => reset(portal.context));
afterAll(() => portal.close());

const newest = () => portal.context.world.messages.get(58)?.at(-1);

describe("the SDK's B24Hook over https", () => {
  const script = fileURLToPath(new URL('clientHook.mjs', import.meta.url));
  const run = async (origin: string) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: portal.context.tls.certificatePath };
    const url = `${origin}/rest/1/${webhookSecret}/`;
    const { stdout } = await promisify(execFile)(process.execPath, [script, url], { env });
    const answers: unknown = JSON.parse(stdout);
    return answers;
  };

  test('calls, errors, batches and lists of both versions', async () => {
    const answers = await run(portal.httpsOrigin);
    const sent = newest();
    expect(sent).toMatchObject({ authorId: 1, text: 'From the SDK' });
    expect(answers).toMatchObject({
      v2: { result: { ID: '1' } },
      v2Error: { code: 'DIALOG_ID_EMPTY' },
      v3: { result: { item: { id: 51, chatId: 58 } } },
      v3Send: { result: { result: true } },
      v2Batch: { task: { task: { chatId: 58 } }, messages: { messages: [{ id: sent?.id }] } },
      v3Batch: [{ item: { id: 51 } }, { items: [{ id: 52 }] }],
    });
    const tasks = [...portal.context.world.tasks.keys()];
    expect(answers).toMatchObject({
      v2List: tasks.map((id) => ({ id: String(id) })),
      v3List: tasks.map((id) => ({ id })),
    });
  }, 30_000);

  test('BF 1E: it insists on https', async () => {
    await expect(run(portal.origin)).rejects.toThrow('JSSDK_HOOK_URL_NOT_HTTPS');
  }, 30_000);

  test('BF 1E: so its address is that of http with one letter more', () => {
    expect(portal.httpsOrigin).toBe(portal.origin.replace('http:', 'https:'));
  });
});

describe('documented curl calls', () => {
  const hook = `/rest/1/${webhookSecret}`;
  const hookV3 = `/rest/api/1/${webhookSecret}`;
  const asJson = ['Content-Type: application/json', 'Accept: application/json'];

  test("curl -X POST -H 'Content-Type: application/json' -d '{…}' …/im.dialog.messages.get", async () => {
    const answer = await curl(`${hook}/im.dialog.messages.get`, '{"DIALOG_ID":"chat58","LIMIT":20}', asJson);
    expect(answer).toMatchObject({ status: 200, body: { result: { chat_id: 58 } } });
  });

  test("curl -d 'DIALOG_ID=…&MESSAGE=…' …/im.message.add.json", async () => {
    const form = 'DIALOG_ID=chat58&MESSAGE=Hello+%26+welcome&ATTACH%5BBLOCKS%5D%5B0%5D%5BMESSAGE%5D=b';
    const answer = await curl(`${hook}/im.message.add.json`, form);
    expect(answer).toMatchObject({ status: 200, body: { result: newest()?.id } });
    expect(newest()).toMatchObject({
      text: 'Hello & welcome',
      params: { ATTACH: [{ BLOCKS: [{ MESSAGE: 'b' }] }] },
    });
  });

  test('curl …/user.get?FILTER[ID]=2', async () => {
    const answer = await curl(`${hook}/user.get?FILTER%5BID%5D=2`);
    expect(answer).toMatchObject({ status: 200, body: { result: [{ ID: '2', NAME: 'Marta' }], total: 1 } });
  });

  test('curl …/batch with a reference to an earlier command (RF 8.5)', async () => {
    const commands = {
      halt: 0,
      cmd: { a: 'user.current', b: 'user.get?FILTER[ID]=$result[a][ID]', c: 'no.such' },
    };
    const { body } = await curl(`${hook}/batch`, JSON.stringify(commands), asJson);
    expect(body).toMatchObject({
      result: {
        result: { a: { ID: '1' }, b: [{ ID: '1' }] },
        result_error: { c: { error: 'ERROR_METHOD_NOT_FOUND' } },
        result_total: { b: 1 },
        result_next: [],
      },
    });
  });

  test('curl …/rest/api/…/tasks.task.chat.message.send', async () => {
    const body = '{"fields":{"taskId":51,"text":"Task chat message"}}';
    const answer = await curl(`${hookV3}/tasks.task.chat.message.send`, body, asJson);
    expect(answer).toMatchObject({ status: 200, body: { result: { result: true } } });
    expect(newest()).toMatchObject({ text: 'Task chat message' });
  });

  test('without the JSON header REST 3.0 refuses (RF 1.1)', async () => {
    const answer = await curl(`${hookV3}/tasks.task.get`, '{"id":51}');
    const code = 'BITRIX_REST_V3_EXCEPTION_INVALIDJSONEXCEPTION';
    expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
  });

  test('curl …/rest/api/…/tasks.task.get?id=51: the URL is not read (RF 1.1)', async () => {
    const answer = await curl(`${hookV3}/tasks.task.get?id=51`);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION',
          validation: [{ message: 'Required field "id" is missing.', field: 'id' }],
        },
      },
    });
  });

  test('curl …/rest/api/…/tasks.task.list: without parameters by GET (RF 1.1)', async () => {
    const answer = await curl(`${hookV3}/tasks.task.list`);
    expect(answer).toMatchObject({
      status: 200,
      body: { result: { items: [51, 52, 53, 54, 55, 56, 57, 60, 61].map((id) => ({ id })) } },
    });
  });

  test('curl …/rest/api/documentation by GET', async () => {
    const answer = await curl(`${hookV3}/documentation`);
    expect(answer).toMatchObject({ status: 200, body: { openapi: '3.0.0' } });
  });

  test('a wrong webhook', async () => {
    expect(await curl('/rest/1/wrong/profile')).toMatchObject({ status: 401 });
  });
});

const formType = 'Content-Type: application/x-www-form-urlencoded';

/** What `curl [-H header]… [-d data] url` sends, byte for byte. */
function curl(
  path: string,
  data?: string,
  headers: readonly string[] = [],
): Promise<{ status: number; body: unknown }> {
  const { hostname, port } = new URL(portal.origin);
  const isNamed = (name: string) => headers.some((header) => header.startsWith(name));
  const head = [
    `${data === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'User-Agent: curl/7.88.1',
    ...(isNamed('Accept:') ? [] : ['Accept: */*']),
    ...headers,
    ...(data === undefined ? [] : [`Content-Length: ${Buffer.byteLength(data)}`]),
    ...(data === undefined || isNamed('Content-Type:') ? [] : [formType]),
  ];
  return exchange(hostname, Number(port), `${head.join('\r\n')}\r\n\r\n${data ?? ''}`);
}

function exchange(host: string, port: number, request: string): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(request));
    let answer = Buffer.alloc(0);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`No whole answer: ${answer.toString()}`)));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf('\r\n\r\n');
      const length = /^content-length: (\d+)\r?$/im.exec(answer.subarray(0, end).toString())?.[1];
      if (end === -1 || length === undefined || answer.length < end + 4 + Number(length)) return;
      const status = Number(answer.toString('latin1').split(' ')[1]);
      const body: unknown = JSON.parse(answer.subarray(end + 4).toString());
      resolve({ status, body });
      socket.destroy();
    });
  });
}
