/** Large requests against the local portal: how far they are, cancelled, broken off, with a token past its hour. */
import { describe, expect, test } from 'vitest';
import type { UploadProgress } from '../../../src/portal/upload.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const method = 'im.v2.File.upload';
/** More than the system takes over at once from one who sends to somebody who does not read. */
const large = 'A'.repeat(40_000_000);
const stall = { method, fault: 'stall', connection: 'fresh', times: 1 } as const;

interface Watching {
  signal?: AbortSignal;
  onBegin?: () => void;
}

/** @param more tokens that the portal's page gives when it is asked for one */
async function upload(content: string, { signal, onBegin }: Watching = {}, ...more: string[]) {
  const { chatId } = await portal.newTask();
  const told: UploadProgress[] = [];
  const parts = [
    { name: 'dialogId', value: `chat${chatId}` },
    { name: 'fields[name]', value: 'a.bin' },
    { name: 'fields[content]', value: new Blob([content]) },
  ];
  const answer = portal.portalOf(anna, ...more).upload(
    { method, parts },
    {
      timeLimit: 60_000,
      onProgress(progress) {
        if (told.length === 0) onBegin?.();
        told.push(progress);
      },
      ...(signal ? { signal } : {}),
    },
  );
  // Looked at by each test, some of them later.
  answer.catch(() => undefined);
  return { answer, told, held: async () => (await portal.heldIn(chatId)).length };
}

test('told from nothing to the last byte, and never backwards', async () => {
  await portal.noFaults();
  const { answer, told, held } = await upload(large);
  await answer;
  const sent = told.map((progress) => progress.sent);
  expect(sent[0]).toBe(0);
  expect(sent).toEqual([...sent].sort((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ sent: told[0]?.total, isHandedOver: true });
  expect(await held()).toBe(1);
});

describe('cancelled', () => {
  test('before it begins: no request', async () => {
    await portal.noFaults();
    const before = (await portal.requestsTo(method)).length;
    const { answer } = await upload('AAAA', { signal: AbortSignal.abort() });
    expect(await failureOf(answer)).toMatchObject({ code: 'ABORTED', executed: 'no' });
    expect((await portal.requestsTo(method)).length).toBe(before);
  });

  test('on its way: nothing was written, and nothing is later', async () => {
    await portal.faults({ ...stall, ms: 1_500 });
    const cancelling = new AbortController();
    const { answer, told, held } = await upload(large, { signal: cancelling.signal });
    await expect.poll(() => told.at(-1)?.sent).toBeGreaterThan(0);
    expect(told.at(-1)?.isHandedOver).toBe(false);
    cancelling.abort();
    expect(await failureOf(answer)).toMatchObject({ code: 'ABORTED', executed: 'no' });
    await portal.noFaults();
    await expect.poll(async () => (await portal.requestsTo(method)).at(-1)?.status).toBe(0);
    expect(await held()).toBe(0);
  });

  test('handed over: it goes on, and is there once', async () => {
    await portal.faults({ method, fault: 'delay', ms: 600, times: 1 });
    const cancelling = new AbortController();
    const { answer, told, held } = await upload('AAAA'.repeat(1_000), { signal: cancelling.signal });
    await expect.poll(() => told.at(-1)?.isHandedOver).toBe(true);
    cancelling.abort();
    expect(await answer).toMatchObject({ messageId: expect.any(Number) as unknown });
    expect(await held()).toBe(1);
  });

  test('as it begins: a short one, of which nothing was told yet, is not taken for unsent', async () => {
    await portal.faults({ method, fault: 'delay', ms: 600, times: 1 });
    const cancelling = new AbortController();
    const onBegin = () => cancelling.abort();
    const { answer, held } = await upload('AAAA', { signal: cancelling.signal, onBegin });
    await answer;
    expect(await held()).toBe(1);
  });
});

describe('broken off', () => {
  test('on its way: nothing was written for certain', async () => {
    await portal.faults({ ...stall, ms: 300, executed: false });
    const { answer, held } = await upload(large);
    expect(await failureOf(answer)).toMatchObject({ kind: 'unreachable', code: 'NETWORK', executed: 'no' });
    await portal.noFaults();
    expect(await held()).toBe(0);
  });

  test.each(['drop-before', 'drop-after'] as const)('%s, handed over: nobody knows', async (fault) => {
    await portal.faults({ method, fault, connection: 'fresh', times: 1 });
    const { answer } = await upload(large);
    expect(await failureOf(answer)).toMatchObject({ kind: 'unreachable', executed: 'unknown' });
    await portal.noFaults();
  });

  test('a short one, of which nothing was told: nobody knows', async () => {
    await portal.faults({ method, fault: 'drop-after', connection: 'fresh', times: 1 });
    const { answer, held } = await upload('AAAA');
    expect(await failureOf(answer)).toMatchObject({ executed: 'unknown' });
    expect(await held()).toBe(1);
  });
});

test('a token past its hour: one refresh, one repeat, one message', async () => {
  await portal.faults({ method, fault: 'status', status: 401, executed: false, times: 1 });
  const before = (await portal.requestsTo(method)).length;
  const { answer, held } = await upload('AAAA', {}, portal.tokensOf(anna)[1]);
  await answer;
  expect((await portal.requestsTo(method)).length).toBe(before + 2);
  expect(await held()).toBe(1);
});

test('too large for the web server before the portal: refused', async () => {
  await portal.faults({ method, fault: 'status', status: 413, executed: false, times: 1 });
  const { answer } = await upload('AAAA');
  expect(await failureOf(answer)).toMatchObject({ kind: 'refused', code: 'FILE_TOO_LARGE', executed: 'no' });
});

test('the token stands in no address', async () => {
  await portal.noFaults();
  await (
    await upload('AAAA')
  ).answer;
  const token = portal.tokensOf(anna)[0];
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(addresses.some((address) => address.includes(method))).toBe(true);
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);
});
