/** Uploading against the local portal, and what a time limit of one's own does. */
import { expect, inject, test } from 'vitest';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { largestFile } from '../../../src/portal/largestFile.ts';
import { uploadFile } from '../../../src/portal/methods/files.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { createUpload } from '../../../src/portal/upload.ts';
import { classicRest } from './classicRest.ts';
import { failureOf, frameWith, wildOrigin } from './wild.ts';

const origin = inject('portalOrigin');
const tokens = inject('portalTokens');
const anna = classicRest(origin, tokens.admin);

/** Both ways to a portal. */
function waysOf(token: string, to = origin) {
  return { rest: classicRest(to, token), upload: createUpload(`${to}/rest`, shareTokens(frameWith(token))) };
}
const annas = waysOf(tokens.admin);

async function bytesOf(fileId: number): Promise<Uint8Array<ArrayBuffer>> {
  const result = await anna.call({
    method: 'im.v2.File.download',
    parameters: { dialogId: 'chat60', fileId },
  });
  const { downloadUrl } = result as { downloadUrl: string };
  return new Uint8Array(await (await fetch(downloadUrl)).arrayBuffer());
}

/** Every byte, and in Base64 every character. */
function allBytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8) * 13) & 0xff);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
}

test('every byte of a file and every character of its text arrive', async () => {
  const bytes = allBytes(3_000_001);
  const text = 'a+b=c & 100% [x]\n🙂 Ж';
  const name = 'Отчёт + план & "1" [a].bin';
  const { messageId, fileId } = await uploadFile(annas, {
    dialogId: 'chat60',
    name,
    content: new Blob([bytes]),
    text,
  });
  const { messages, files } = await getMessages(anna, 'chat60');
  expect(messages.at(-1)).toMatchObject({ id: messageId, authorId: 1, text, fileIds: [fileId], uuid: null });
  expect(files.find(({ id }) => id === fileId)).toMatchObject({ name, size: bytes.length });
  expect(await sha256(await bytesOf(fileId))).toBe(await sha256(bytes));
});

test.each([1, 2, 3])('%i bytes, with and without padding', async (length) => {
  const bytes = allBytes(length);
  const { fileId } = await uploadFile(annas, {
    dialogId: 'chat60',
    name: 'a.bin',
    content: new Blob([bytes]),
  });
  expect(await bytesOf(fileId)).toEqual(bytes);
});

test.each<[string, { dialogId?: string; name?: string; content?: Blob }, object]>([
  ['an empty file', { content: new Blob([]) }, { code: 'FILE_EMPTY', kind: 'refused', status: 400 }],
  ['no name', { name: '' }, { code: 'FILE_EMPTY', kind: 'refused', status: 400 }],
  ['an unknown chat', { dialogId: 'chat9999' }, { code: 'CHAT_NOT_FOUND', kind: 'refused', status: 400 }],
  ['a chat of others', { dialogId: 'chat63' }, { code: 'ACCESS_DENIED', kind: 'denied', status: 403 }],
])('%s: refused, and nothing was written', async (_what, change, expected) => {
  const marta = waysOf(tokens.member);
  const file = { dialogId: 'chat58', name: 'a.txt', content: new Blob(['x']), ...change };
  expect(await failureOf(uploadFile(marta, file))).toMatchObject({ ...expected, executed: 'no' });
});

test('a file over 100 MB leaves no request', async () => {
  const content = new Blob([new Uint8Array(largestFile + 1)]);
  const ways = waysOf('token', wildOrigin);
  const failure = await failureOf(uploadFile(ways, { dialogId: 'chat60', name: 'a.bin', content }));
  expect(failure).toMatchObject({ code: 'FILE_TOO_LARGE', executed: 'no', status: 0 });
});

test('no answer to an upload: it may have been written', async () => {
  const rest = classicRest(wildOrigin, 'token');
  const call = rest.call({ method: 'drop~upload', parameters: {} });
  expect(await failureOf(call)).toMatchObject({ kind: 'unreachable', executed: 'unknown' });
});
