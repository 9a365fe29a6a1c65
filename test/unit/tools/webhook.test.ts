// The webhook's address: what is understood, what is said about the rest, and that the secret stays inside.
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import {
  callPortal,
  checkWebhook,
  maskSecret,
  parseWebhook,
  WebhookProblem,
  type Webhook,
} from '../../tools/webhook.ts';

const secret = 'q1w2e3r4t5y6u7i8';

describe('parseWebhook', () => {
  test.each([
    [`https://example.bitrix24.com/rest/1/${secret}/`, 'https://example.bitrix24.com', '1'],
    [`https://example.bitrix24.com/rest/1/${secret}`, 'https://example.bitrix24.com', '1'],
    [`  https://example.bitrix24.com/rest/12/${secret}/profile.json `, 'https://example.bitrix24.com', '12'],
    [`https://example.bitrix24.com/rest/api/12/${secret}/`, 'https://example.bitrix24.com', '12'],
    [`http://localhost:8324/rest/1/${secret}/?a=b`, 'http://localhost:8324', '1'],
  ])('%s', (address, origin, userId) => {
    expect(parseWebhook(address)).toEqual({ origin, userId, secret });
  });

  test.each([
    '',
    'example.bitrix24.com',
    `ftp://example.bitrix24.com/rest/1/${secret}/`,
    `https://example.bitrix24.com/rest/${secret}/1/`,
    `https://example.bitrix24.com/rest/0/${secret}/`,
    'https://example.bitrix24.com/rest/1/short/',
    `https://example.bitrix24.com/${secret}/`,
  ])('%j is refused, with an example, without repeating it', (address) => {
    const read = () => parseWebhook(address);
    expect(read).toThrow(WebhookProblem);
    expect(read).toThrow('https://example.bitrix24.com/rest/1/secret/');
    expect(read).not.toThrow(secret);
  });
});

test('maskSecret', () => {
  const webhook = { origin: 'https://x.example', userId: '1', secret };
  const text = JSON.stringify({ url: `https://x.example/rest/1/${secret}/download/?a=${secret}` });
  expect(maskSecret(text, webhook)).toBe('{"url":"https://x.example/rest/1/***/download/?a=***"}');
});

describe('callPortal', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function portalThat(answers: RequestListener): Promise<Webhook> {
    const started = createServer(answers);
    server = started;
    await new Promise<void>((resolve) => {
      started.listen(0, '127.0.0.1', resolve);
    });
    const address = started.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    return { origin: `http://127.0.0.1:${port}`, userId: '1', secret };
  }
  const call = (webhook: Webhook, path = 'profile') =>
    callPortal(webhook, path, new TextEncoder().encode('a=1'), 'application/x-www-form-urlencoded');

  test.each([
    ['profile?id=2', `/rest/1/${secret}/profile?id=2`],
    ['api/tasks.task.get', `/rest/api/1/${secret}/tasks.task.get`],
  ])('%s goes to its address, body and type as they are', async (path, address) => {
    let seen: unknown;
    const webhook = await portalThat((request, response) => {
      request.setEncoding('utf8').once('data', (body) => {
        seen = [request.method, request.url, request.headers['content-type'], body];
        response.end('{}');
      });
    });
    await call(webhook, path);
    expect(seen).toEqual(['POST', address, 'application/x-www-form-urlencoded', 'a=1']);
  });

  test('an answer comes back with its status, masked', async () => {
    const webhook = await portalThat((request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end(`No ${request.url}`);
    });
    expect(await call(webhook)).toEqual({
      status: 404,
      contentType: 'text/html',
      text: 'No /rest/1/***/profile',
    });
  });

  test.each<[string, RequestListener, string]>([
    ['hangs up', (request) => request.destroy(), 'UND_ERR_SOCKET'],
    [
      'redirects',
      (request, response) =>
        response.writeHead(302, { location: `https://elsewhere.example${request.url}` }).end(),
      'redirects',
    ],
    [
      'breaks off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
      },
      'UND_ERR_SOCKET',
    ],
  ])('a portal that %s: a reason, no secret, nothing followed', async (_name, answers, reason) => {
    const webhook = await portalThat(answers);
    const failure: unknown = await call(webhook).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WebhookProblem);
    expect(String(failure)).toContain(reason);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(secret);
    expect((failure as Error).cause).toBeUndefined();
  });

  test('nobody there', async () => {
    await expect(call({ origin: 'http://127.0.0.1:1', userId: '1', secret })).rejects.toThrow(
      /no answer: \w+/,
    );
  });

  test('checkWebhook names the person', async () => {
    const webhook = await portalThat((_request, response) => {
      response.end('{"result":{"ID":"1","NAME":"Anna","LAST_NAME":"Keller"}}');
    });
    expect(await checkWebhook(webhook)).toBe(`${webhook.origin} as Anna Keller (user 1)`);
  });

  test.each([
    [401, '{"error":"INVALID_CREDENTIALS"}', 'does not know this webhook'],
    [200, '<html>Welcome</html>', 'not as Bitrix24 does'],
    [404, 'Not Found', 'answered 404, not as Bitrix24 does'],
    [403, '{"error":"ACCESS_DENIED"}', 'answered 403, ACCESS_DENIED'],
  ])('checkWebhook: %i %s', async (status, text, said) => {
    const webhook = await portalThat((_request, response) => response.writeHead(status).end(text));
    await expect(checkWebhook(webhook)).rejects.toThrow(said);
  });
});
