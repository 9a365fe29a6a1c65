/** `im.v2.File.upload` and `im.v2.File.download` (RF 3.10). */
import { describe, expect, test } from 'vitest';
import { decodeBase64, longestBase64 } from '../../../portal/methods/im/base64.ts';
import { makePng } from '../../../portal/world/seed/fileBodies.ts';
import { anna, at, liam, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();
const content = Buffer.from('Hello').toString('base64');
const upload = (params: object, userId = anna) =>
  portal.v2(
    'im.v2.File.upload',
    { dialogId: 'chat58', fields: { name: 'report.txt', content }, ...params },
    userId,
  );
const download = (params: object, userId = anna) => portal.v2('im.v2.File.download', params, userId);
const last = (chatId = 58) => portal.world.messages.get(chatId)?.at(-1);

describe('im.v2.File.upload', () => {
  test('file and message in one call, without a uuid', async () => {
    const fields = { name: 'report.txt', content, message: 'Look: www.x.y' };
    const { status, result } = await upload({ fields }, marta);
    expect(status).toBe(200);
    const fileId = at(result, 'file', 'id');
    expect(result).toMatchObject({
      messageId: last()?.id,
      chatId: 58,
      dialogId: 'chat58',
      file: { name: 'report.txt', extension: 'txt', size: 5, type: 'file', image: false, authorId: marta },
    });
    expect(last()).toMatchObject({
      authorId: marta,
      // PB 4.5
      text: 'Look: [URL=http://www.x.y]www.x.y[/URL]',
      uuid: null,
      params: { FILE_ID: [fileId] },
    });
    const page = await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', LAST_ID: 0, LIMIT: 1 });
    expect(page.result).toMatchObject({ files: [{ id: fileId, urlDownload: expect.any(String) }] });
  });

  test('without a text the message is its file, and not a deleted one', async () => {
    await upload({});
    const page = await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', LAST_ID: 0, LIMIT: 1 });
    expect(page.result).toMatchObject({
      messages: [{ text: '', params: { FILE_ID: [expect.any(Number)] } }],
    });
    expect(at(page.result, 'messages', '0', 'params')).not.toHaveProperty('IS_DELETED');
  });

  test('a name that is taken gets a number', async () => {
    await upload({});
    expect(at((await upload({})).result, 'file', 'name')).toBe('report (1).txt');
    expect(at((await upload({})).result, 'file', 'name')).toBe('report (2).txt');
    expect(at((await upload({ dialogId: 'chat60' })).result, 'file', 'name')).toBe('report.txt');
  });

  test('a picture has its size', async () => {
    const fields = { name: 'a.png', content: Buffer.from(makePng(30, 20)).toString('base64') };
    const { result } = await upload({ fields });
    expect(result).toMatchObject({ file: { type: 'image', image: { width: 30, height: 20 } } });
  });

  test('to a person', async () => {
    expect((await upload({ dialogId: '2' })).result).toMatchObject({ chatId: 50, dialogId: '2' });
  });

  test.each<[string, object, number, number, string]>([
    [
      'an unknown chat, before the fields',
      { dialogId: 'chat9999', fields: undefined },
      anna,
      400,
      'CHAT_NOT_FOUND',
    ],
    ['no dialog', { dialogId: undefined }, anna, 400, 'CHAT_NOT_FOUND'],
    ['no fields, before the access', { fields: undefined }, liam, 400, '100'],
    ['no access, before the content', { fields: { name: '' } }, liam, 403, 'ACCESS_DENIED'],
    ['no name', { fields: { content } }, anna, 400, 'FILE_EMPTY'],
    ['no content', { fields: { name: 'a.txt', content: '' } }, anna, 400, 'FILE_EMPTY'],
    [
      'no Base64',
      { fields: { name: 'a.txt', content: 'data:;base64,AAAA' } },
      anna,
      400,
      'FILE_INVALID_CONTENT',
    ],
  ])('refused: %s', async (_what, params, userId, status, error) => {
    const before = [portal.world.files.size, last()?.id];
    expect(await upload(params, userId)).toMatchObject({ status, error });
    expect([portal.world.files.size, last()?.id]).toEqual(before);
  });

  test('100 MB', () => {
    expect(longestBase64).toBe(139_810_133);
  });
});

test('a portal that lacks im.v2.File says what it says of any unknown name', async () => {
  portal.world.switches.imV2Files = false;
  const unknown = { status: 404, error: 'ERROR_METHOD_NOT_FOUND' };
  expect(await upload({})).toMatchObject(unknown);
  expect(await download({ fileId: 301 })).toMatchObject(unknown);
  const { result } = await portal.v2('method.get', { name: 'im.v2.File.upload' });
  expect(result).toEqual({ isExisting: false, isAvailable: false });
  const batch = await portal.v2('batch', { cmd: { a: 'im.v2.File.upload?dialogId=chat58' } });
  expect(batch.result).toMatchObject({ result_error: { a: { error: 'ERROR_METHOD_NOT_FOUND' } } });
});

describe('Base64 as strict PHP reads it', () => {
  test.each([
    ['whole', '+/8=', [251, 255]],
    ['without padding', '+/8', [251, 255]],
    ['with line breaks', '+/\r\n8=', [251, 255]],
    ['too short', 'A', null],
    ['padded wrongly', 'AA=', null],
    ['padding inside', 'AA==AAAA', null],
    ['the alphabet for addresses', '-_8=', null],
  ])('%s', (_what, text, bytes) => {
    const decoded = decodeBase64(text);
    expect(decoded && [...decoded]).toEqual(bytes);
  });
});

describe('im.v2.File.download', () => {
  const linkTo = async (fileId: unknown) => {
    const { result } = await download({ dialogId: 'chat58', fileId });
    return String(at(result, 'downloadUrl'));
  };

  test('a link that works once, and without the portal\u2019s cookie', async () => {
    portal.world.switches.filesNeedCookie = true;
    const fileId = at((await upload({})).result, 'file', 'id');
    const link = await linkTo(fileId);
    expect(link).toMatch(new RegExp(`^${portal.running.origin}/rest/download\\.json\\?token=im%7C`));
    const answer = await fetch(link);
    expect(await answer.text()).toBe('Hello');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*report\.txt/);
    expect((await fetch(link)).status).toBe(403);
  });

  test.each<[string, object, number, number, string]>([
    ['no file', {}, anna, 400, '100'],
    ['an unknown file', { fileId: 99_999 }, liam, 400, 'FILE_NOT_FOUND'],
  ])('refused: %s', async (_what, params, userId, status, error) => {
    expect(await download(params, userId)).toMatchObject({ status, error });
  });

  test('refused: a file of a chat that may not be read', async () => {
    const fileId = at((await upload({})).result, 'file', 'id');
    expect(await download({ fileId }, liam)).toMatchObject({ status: 403, error: 'ACCESS_DENIED' });
  });
});
