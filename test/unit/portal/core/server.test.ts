/** Where the portal listens, its https twin, its files, and its end. */
import { once } from 'node:events';
import { Agent, request as httpsRequest } from 'node:https';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reset } from '../../../portal/context.ts';
import { fileAddresses } from '../../../portal/files/addresses.ts';
import { startPortal, type RunningPortal } from '../../../portal/server.ts';
import { hook } from './support.ts';
import { exchange, oneConnection } from './wire.ts';

const appUrl = 'http://127.0.0.1:5173/index.html';
let portal: RunningPortal;

beforeEach(async () => {
  portal = await startPortal({ port: 0, appUrl, log: () => {} });
});
afterEach(() => portal.close());

const portOf = (origin: string) => new URL(origin).port;

describe('listening', () => {
  test('on both loopback addresses, on one port, and not on the network', async () => {
    const port = portOf(portal.origin);
    const reached = async (host: string) =>
      (await exchange(`http://${host}:${port}/control/state`, { method: 'GET' })).status;
    expect(await reached('127.0.0.1')).toBe(200);
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const hasIpv6 = addresses.some(({ address }) => address === '::1');
    expect(await reached('[::1]')).toBe(hasIpv6 ? 200 : null);
    for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      expect(await reached(address)).toBeNull();
    }
  });

  test('a taken port is an error that says so', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startPortal({ port, appUrl })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
  });

  test('close ends a connection that is kept for later', async () => {
    const agent = oneConnection();
    const url = `${portal.origin}/control/state`;
    await exchange(url, { agent, method: 'GET' });
    await portal.close();
    expect((await exchange(url, { agent, method: 'GET' })).status).toBeNull();
    agent.destroy();
  });
});

describe('https', () => {
  const post = (url: string, body: string, agent?: Agent) =>
    new Promise<string>((resolve, reject) => {
      const isSecure = url.startsWith('https:');
      const { certificate: ca } = portal.context.tls;
      const headers = { 'content-type': 'application/json' };
      const settings = { method: 'POST', headers, ...(isSecure ? { ca } : {}), ...(agent ? { agent } : {}) };
      (isSecure ? httpsRequest : httpRequest)(url, settings, (response) => {
        response.setEncoding('utf8');
        response.once('data', resolve);
      })
        .once('error', reject)
        .end(body);
    });

  test('serves webhook clients that trust the certificate, and makes https addresses', async () => {
    const { tls } = portal.context;
    expect(readFileSync(tls.certificatePath, 'utf8')).toBe(tls.certificate);
    const call = (ca?: string) =>
      new Promise<string>((resolve, reject) => {
        const url = `${portal.httpsOrigin}${hook}/user.current.json`;
        httpsRequest(url, ca === undefined ? {} : { ca }, (response) => {
          response.setEncoding('utf8');
          response.once('data', resolve);
        })
          .once('error', reject)
          .end();
      });
    await expect(call()).rejects.toThrow(/self-signed/);
    expect(await call(tls.certificate)).toContain('"result":{"ID":"1"');
  });

  test('on the port of http, both at once', async () => {
    expect(portOf(portal.httpsOrigin)).toBe(portOf(portal.origin));
    const large = `{"MESSAGE":"${'ж'.repeat(200_000)}"}`;
    const [plain, secure] = await Promise.all(
      [portal.origin, portal.httpsOrigin].map((origin) => post(`${origin}${hook}/im.message.add`, large)),
    );
    for (const answer of [plain, secure]) expect(answer).toContain('PARAMS_ERROR');
  });

  test('faults reach it: a dropped connection, a closed one', async () => {
    const url = `${portal.httpsOrigin}${hook}/profile`;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await post(url, '{}', agent)).toContain('"result"');
    portal.context.faults.set([{ method: 'profile', fault: 'drop-after', times: 1 }]);
    await expect(post(url, '{}', agent)).rejects.toThrow('socket hang up');
    expect(portal.context.requests.at(-1)).toMatchObject({ status: 0, executed: true });
    portal.context.faults.set([{ method: 'none', fault: 'delay', connection: 'fresh' }]);
    expect(await post(url, '{}', agent)).toContain('"result"');
    agent.destroy();
  });

  test('close ends a connection that has not said a word, and one that waits', async () => {
    const silent = connect(Number(portOf(portal.origin)), '127.0.0.1');
    await once(silent, 'connect');
    const agent = new Agent({ keepAlive: true });
    await post(`${portal.httpsOrigin}${hook}/profile`, '{}', agent);
    const ended = once(silent, 'close');
    await portal.close();
    await ended;
    await expect(post(`${portal.httpsOrigin}${hook}/profile`, '{}', agent)).rejects.toThrow('ECONNREFUSED');
    agent.destroy();
  });

  test('close removes the certificate', async () => {
    const path = portal.context.tls.certificatePath;
    await portal.close();
    expect(existsSync(path)).toBe(false);
  });
});

describe('files', () => {
  const addressOf = (name: RegExp) => {
    const file = [...portal.context.world.files.values()].find((entry) => name.test(entry.name));
    if (!file) throw new Error('no such file');
    return { file, ...fileAddresses(portal.origin, file) };
  };

  test('a picture is a PNG that can be decoded, shown in place and downloaded', async () => {
    const { file, urlShow, urlDownload, urlPreview } = addressOf(/quiet\.png$/);
    const shown = await fetch(urlShow);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''Start%20page%2C%20quiet.png",
    );
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.length).toBe(file.size);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([320, 200]);
    const data = bytes.indexOf('IDAT');
    const pixels = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
    expect(pixels.length).toBe(200 * (1 + 320 * 3));
    expect((await fetch(urlDownload)).headers.get('content-disposition')).toMatch(/^attachment; /);
    expect((await fetch(urlPreview)).status).toBe(200);
  });

  test('a PDF whose table of contents is right', async () => {
    const text = await (await fetch(addressOf(/brief\.pdf$/).urlShow)).text();
    const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset, index) => text.startsWith(`${index + 1} 0 obj`, offset))).toEqual(
      offsets.map(() => true),
    );
  });

  test('a hostile name stays in its header', async () => {
    const { urlShow } = addressOf(/hostile/);
    const answer = await fetch(urlShow);
    expect(answer.status).toBe(200);
    expect(answer.headers.has('x-evil')).toBe(false);
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w.%-]+$/);
  });

  test('what could run in the portal is only downloaded', async () => {
    const { file, urlShow } = addressOf(/brief\.pdf$/);
    file.contentType = 'text/html';
    const answer = await fetch(urlShow);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('filesNeedCookie: 403 without the portal’s cookie, which its pages set', async () => {
    reset(portal.context, { switches: { filesNeedCookie: true } });
    const { urlShow } = addressOf(/quiet\.png$/);
    expect((await fetch(urlShow)).status).toBe(403);
    const cookie = (await fetch(portal.origin)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(urlShow, { headers: { cookie } })).status).toBe(200);
  });

  test('an unknown file is 404', async () => {
    expect((await fetch(`${portal.origin}/disk/showFile/999999/x`)).status).toBe(404);
  });
});
