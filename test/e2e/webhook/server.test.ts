/** `npm run dev:portal` from the outside: who may use it, what it gives away, what it says in the terminal. */
import { request as rawRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPortal, type RunningPortal } from '../../portal/server.ts';
import { webhookSecret } from '../../portal/world/seed/app.ts';
import { root } from '../../tools/install.mjs';
import { startDevPortal, type DevPortal } from './devPortal.ts';

let portal: RunningPortal;
let dev: DevPortal;

beforeAll(async () => {
  portal = await startPortal({ port: 0, appUrl: 'http://127.0.0.1:5173/', log: () => {} });
});
afterEach(() => dev.stop());
afterAll(() => portal.close());

const webhook = () => `${portal.origin}/rest/1/${webhookSecret}/`;
const executed = () => portal.context.requests.length;

interface Answer {
  status: number;
  text: string;
}

/** Node's own client, because fetch sets `Host` and `Origin` itself. */
function send(path: string, headers: Record<string, string>, method = 'POST'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ port: dev.port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('by webhook', () => {
  test('says who the portal takes it for; only its own page may call the portal', async () => {
    dev = await startDevPortal({ B24_WEBHOOK: webhook() });
    await dev.ready();
    const own = { host: `127.0.0.1:${dev.port}`, origin: dev.origin };
    const before = executed();
    for (const [headers, method] of [
      [{ host: own.host }],
      [{ ...own, origin: 'https://evil.example' }],
      [{ ...own, origin: 'null' }],
      [{ ...own, origin: `http://127.0.0.1:${dev.port + 1}` }],
      [{ host: `evil.example:${dev.port}`, origin: `http://evil.example:${dev.port}` }],
      [own, 'GET'],
      [{ ...own, 'access-control-request-method': 'POST' }, 'OPTIONS'],
    ] as const) {
      expect(await send('/rest/profile', headers, method)).not.toMatchObject({ status: 200 });
    }
    for (const path of ['/rest/', '/rest/1/x/profile', '/rest/%2e%2e/profile', '/rest/api/../../profile']) {
      expect(await send(path, own)).toMatchObject({ status: 404 });
    }
    expect(executed()).toBe(before);
    expect(dev.output()).toContain(`Portal: ${portal.origin} as Anna Keller (user 1)\nApp: ${dev.origin}\n`);
    const { status, text } = await send('/rest/profile', own);
    expect([status, JSON.parse(text)]).toMatchObject([200, { result: { ID: '1' } }]);
    expect(await send('/rest/api/no.such.method', own)).toMatchObject({
      status: 404,
      text: expect.stringContaining('METHODNOTFOUNDEXCEPTION'),
    });
  });

  test('the files with settings are not served', async () => {
    dev = await startDevPortal({ B24_WEBHOOK: webhook() });
    await dev.ready();
    const own = { host: `127.0.0.1:${dev.port}`, accept: '*/*' };
    // The example's name follows the same pattern as `.env.local`, and it is there on every machine.
    for (const path of ['/.env.example', `/@fs${root}.env.example`]) {
      for (const query of ['', '?raw', '?url', '?import&raw', '?inline', '?x.svg?raw']) {
        const { text } = await send(path + query, own, 'GET');
        expect(text).not.toContain('Settings of');
      }
    }
  });

  test.each<[string, () => string, string]>([
    ['missing', () => '', 'B24_WEBHOOK is not set'],
    ['wrong', () => `${portal.origin}/rest/7/${webhookSecret}/`, 'does not know this webhook'],
  ])('%s: says what to put where, and ends', async (_name, address, said) => {
    dev = await startDevPortal({ B24_WEBHOOK: address() });
    expect(await dev.ended).toBe(1);
    expect(dev.output()).toContain(said);
    expect(dev.output()).toContain('.env.local');
    expect(dev.output()).not.toContain(webhookSecret);
  });
});

describe('through a tunnel', () => {
  const tunnel = { host: 'desk.example.com', 'content-type': 'application/x-www-form-urlencoded' };

  test('the portal’s form POST is answered, hot reload comes back by wss, the webhook is out of reach', async () => {
    dev = await startDevPortal({ APP_PUBLIC_URL: 'https://desk.example.com', B24_WEBHOOK: webhook() });
    await dev.ready();
    expect(dev.output()).toMatch(/handler path: +https:\/\/desk\.example\.com\/index\.html/);
    for (const page of ['index.html', 'install.html']) {
      const { status, text } = await send(`/${page}?DOMAIN=x&PROTOCOL=1`, tunnel);
      expect([status, text]).toEqual([200, expect.stringContaining('<div id="root">')]);
    }
    expect(await send('/index.html', { host: 'evil.example' })).toMatchObject({ status: 403 });
    const client = await send('/@vite/client', { ...tunnel, accept: '*/*' }, 'GET');
    for (const part of ['"wss"', '"desk.example.com"', '443']) expect(client.text).toContain(part);
    const before = executed();
    await send('/rest/profile', { ...tunnel, origin: 'https://desk.example.com' });
    await send('/rest/profile', { host: `127.0.0.1:${dev.port}`, origin: dev.origin });
    expect(executed()).toBe(before);
    expect(dev.output()).not.toContain(webhookSecret);
  });

  test('an address that cannot be one is refused', async () => {
    dev = await startDevPortal({ APP_PUBLIC_URL: 'http://desk.example.com' });
    expect(await dev.ended).toBe(1);
    expect(dev.output()).toContain('APP_PUBLIC_URL must be the https address');
  });
});
