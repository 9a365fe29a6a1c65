/** The older way of a file into a chat: folder, upload, commit (RF 3.10, PB 4.4; M = PB source key M). */
import { beforeEach, describe, expect, test } from 'vitest';
import { makePng } from '../../../portal/world/seed/fileBodies.ts';
import { appCode } from '../../../portal/world/seed/app.ts';
import { folderOf } from '../../../portal/world/folders.ts';
import { anna, at, keysAt, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const base64 = Buffer.from('Hello').toString('base64');
const last = (chatId = 58) => portal.world.messages.get(chatId)?.at(-1);
const folder = folderOf({ id: 58 });
const key = '3d9e1c52-7a41-4c0b-9f1e-5b6a7c8d9e0f';

const upload = (params: object = {}, userId = anna) =>
  portal.v2(
    'disk.folder.uploadfile',
    { id: folder, data: { NAME: 'report.txt' }, fileContent: ['report.txt', base64], ...params },
    userId,
  );
const commit = (params: object, userId = anna) =>
  portal.v2('im.disk.file.commit', { DIALOG_ID: 'chat58', ...params }, userId);
const uploaded = async () => Number(at((await upload({ generateUniqueName: true })).result, 'ID'));

beforeEach(() => {
  portal.world.apps.get(appCode)?.scopes.push('disk');
});

describe('im.disk.folder.get', () => {
  const get = (params: object, userId = anna) => portal.v2('im.disk.folder.get', params, userId);

  test('RF 3.10: by dialog or chat; M: also for a task reader who is no member', async () => {
    expect((await get({ DIALOG_ID: 'chat58' })).result).toEqual({ ID: folder });
    expect((await get({ CHAT_ID: 58 })).result).toEqual({ ID: folder });
    expect((await get({ DIALOG_ID: '2' })).result).toEqual({ ID: folderOf({ id: 50 }) });
    expect((await get({ DIALOG_ID: 'chat58' }, olga)).result).toEqual({ ID: folder });
  });

  test.each<[string, object, number, number, string]>([
    ['nothing', {}, anna, 400, 'CHAT_ID_EMPTY'],
    ['no dialog id', { DIALOG_ID: 'x' }, anna, 400, 'DIALOG_ID_EMPTY'],
    ['not readable', { DIALOG_ID: 'chat58' }, liam, 403, 'ACCESS_ERROR'],
    ['an unknown chat', { CHAT_ID: 9999 }, anna, 403, 'ACCESS_ERROR'],
  ])('RF 3.10: %s', async (_what, params, userId, status, error) => {
    expect(await get(params, userId)).toMatchObject({ status, error });
  });
});

describe('disk.folder.uploadfile', () => {
  test('RF 3.10: Base64: the file lies in the folder, and no message shows it', async () => {
    const before = last()?.id;
    const { result } = await upload({}, marta);
    expect(result).toMatchObject({
      ID: expect.any(Number),
      NAME: 'report.txt',
      PARENT_ID: String(folder),
      FILE_ID: expect.any(Number),
      SIZE: '5',
      CREATED_BY: '2',
    });
    expect(last()?.id).toBe(before);
    const link = String(at(result, 'DOWNLOAD_URL'));
    for (const _time of [1, 2]) expect(await (await fetch(link)).text()).toBe('Hello');
  });

  test('M: a name that is taken is refused, unless another one is asked for', async () => {
    await upload();
    const count = portal.world.files.size;
    expect(await upload()).toMatchObject({ status: 400, error: 'DISK_OBJ_22000' });
    expect(portal.world.files.size).toBe(count);
    expect(at((await upload({ generateUniqueName: true })).result, 'NAME')).toBe('report (1).txt');
  });

  test.each<[string, object, number, number, string]>([
    ['no folder', { id: undefined }, anna, 400, 'ERROR_ARGUMENT'],
    ['no name, before the folder', { id: 1, data: {} }, anna, 400, 'DISK_BASE_SERVICE_22001'],
    ['an unknown folder', { id: 58 }, anna, 400, 'ERROR_NOT_FOUND'],
    ['no access, before the content', { fileContent: ['a', ''] }, liam, 403, 'ACCESS_DENIED'],
    ['M: a task reader who is no member', {}, olga, 403, 'ACCESS_DENIED'],
    ['an empty file', { fileContent: ['report.txt', ''] }, anna, 400, 'ERROR_COULD_NOT_SAVE_FILE'],
  ])('docs: %s', async (_what, params, userId, status, error) => {
    const count = portal.world.files.size;
    expect(await upload(params, userId)).toMatchObject({ status, error });
    expect(portal.world.files.size).toBe(count);
  });

  test('the scope disk', async () => {
    const app = portal.world.apps.get(appCode);
    if (app) app.scopes = app.scopes.filter((scope) => scope !== 'disk');
    expect(await upload()).toMatchObject({ status: 403, error: 'insufficient_scope' });
    expect((await portal.v2('im.disk.folder.get', { CHAT_ID: 58 })).status).toBe(200);
  });
});

describe('disk.folder.uploadfile with an address', () => {
  const askAddress = async (params: object = {}, userId = anna) =>
    String(at((await upload({ fileContent: undefined, ...params }, userId)).result, 'uploadUrl'));
  const form = (field: string, name: string, body: BlobPart = 'Hello') => {
    const data = new FormData();
    data.append(field, new Blob([body]), name);
    return data;
  };
  const post = async (url: string, body: FormData) => {
    const response = await fetch(url, { method: 'POST', body });
    const json: unknown = await response.json();
    return {
      status: response.status,
      headers: response.headers,
      result: at(json, 'result'),
      error: at(json, 'error'),
    };
  };

  test('RF 3.10: field and address; the form gives the name, from any page (PB 1.2)', async () => {
    const { result } = await upload({ fileContent: undefined, data: undefined });
    expect(keysAt(result)).toEqual(['field', 'uploadUrl']);
    expect(at(result, 'field')).toBe('file');
    const url = String(at(result, 'uploadUrl'));
    expect(url).toMatch(
      new RegExp(String.raw`^${portal.running.origin}/rest/upload\.json\?auth=.+&token=disk%7C`),
    );
    const sent = await post(url, form('file', 'Снимок экрана.png', new Uint8Array(makePng(30, 20))));
    expect(sent).toMatchObject({
      status: 200,
      result: { NAME: 'Снимок экрана.png', PARENT_ID: String(folder) },
    });
    expect(sent.headers.get('access-control-allow-origin')).toBe('*');
    expect(portal.world.files.get(Number(at(sent.result, 'ID')))).toMatchObject({
      chatId: 58,
      image: { width: 30, height: 20 },
    });
  });

  test('M: nothing is checked before the form comes', async () => {
    const url = await askAddress({ id: 1 });
    expect(await post(url, form('file', 'a.txt'))).toMatchObject({ status: 400, error: 'ERROR_NOT_FOUND' });
    expect(await post(await askAddress({}, liam), form('file', 'a.txt'))).toMatchObject({
      status: 403,
      error: 'ACCESS_DENIED',
    });
  });

  test('M: the name is unique only where the address was asked for so; an address serves again', async () => {
    const plain = await askAddress();
    await post(plain, form('file', 'a.txt'));
    expect(await post(plain, form('file', 'a.txt'))).toMatchObject({ status: 400, error: 'DISK_OBJ_22000' });
    const unique = await askAddress({ generateUniqueName: 1 });
    expect((await post(unique, form('file', 'a.txt'))).result).toMatchObject({ NAME: 'a (1).txt' });
  });

  test('M: another field, another token', async () => {
    const url = await askAddress();
    const missing = { status: 400, error: 'DISK_BASE_SERVICE_22001' };
    expect(await post(url, form('upload', 'a.txt'))).toMatchObject(missing);
    const wrong = url.replace(/token=.*/, 'token=disk%7Cx%7Cy');
    expect(await post(wrong, form('file', 'a.txt'))).toMatchObject({ status: 403, error: 'ACCESS_DENIED' });
  });

  test('PB 1.3: the token in the address expires like any', async () => {
    const url = await askAddress();
    for (const token of portal.world.tokens) token.expiresAt = 0;
    expect(await post(url, form('file', 'a.txt'))).toMatchObject({ status: 401, error: 'expired_token' });
  });

  test('M, getSpecialUrl: a webhook is given an address of its own', async () => {
    const { result } = await portal.hook('disk.folder.uploadfile', { id: folder });
    const url = String(at(result, 'uploadUrl'));
    expect(url).toContain('/rest/1/chatdeskwebhook1/upload?token=');
    expect((await post(url, form('file', 'a.txt'))).status).toBe(200);
  });

  test('PB 1.5: neither in a batch', async () => {
    const batch = await portal.v2('batch', { cmd: { a: 'upload?token=x' } });
    expect(batch.result).toMatchObject({ result_error: { a: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } } });
  });
});

describe('im.disk.file.commit', () => {
  test('PB 4.4: UPLOAD_ID: the message shows the very file', async () => {
    const id = await uploaded();
    const { result } = await commit({ UPLOAD_ID: id, MESSAGE: ' Look: www.x.y ' });
    expect(result).toMatchObject({
      FILES: { [`upload${id}`]: { id, chatId: 58, name: 'report.txt', size: 5, status: 'done' } },
      DISK_ID: [String(id)],
      FILE_MODELS: { [`upload${id}`]: { id, createdBy: '1', parentId: folder } },
      MESSAGE_ID: last()?.id,
    });
    expect(last()).toMatchObject({
      authorId: anna,
      text: 'Look: [URL=http://www.x.y]www.x.y[/URL]',
      params: { FILE_ID: [id] },
      uuid: null,
    });
  });

  test.each(['FILE_ID', 'DISK_ID'])('PB 4.4: %s: a copy in the chat’s folder', async (name) => {
    const id = await uploaded();
    const { result } = await commit({ [name]: [id], DIALOG_ID: 'chat60' });
    const copy = Number(listAt(result, 'DISK_ID')[0]);
    expect(copy).not.toBe(id);
    expect(keysAt(result, 'FILES')).toEqual([`disk${id}`]);
    expect(portal.world.files.get(copy)).toMatchObject({ chatId: 60, name: 'report.txt' });
    expect(last(60)?.params).toEqual({ FILE_ID: [copy] });
  });

  test('several files in one message; M: what is not there comes back as 0', async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    const { result } = await commit({
      CHAT_ID: 58,
      DIALOG_ID: undefined,
      UPLOAD_ID: [first, 999_999, second],
    });
    expect(result).toMatchObject({
      DISK_ID: [String(first), String(second)],
      FILES: { upload999999: { id: 0 } },
    });
    expect(last()?.params).toEqual({ FILE_ID: [first, second] });
  });

  test('M: TEMPLATE_ID is the key of the message, as in im.message.add', async () => {
    const id = await uploaded();
    const { result } = await commit({ UPLOAD_ID: id, TEMPLATE_ID: key });
    await expect.poll(() => last()?.uuid).toBe(key);
    const again = await commit({ UPLOAD_ID: id, TEMPLATE_ID: key });
    expect(at(again.result, 'MESSAGE_ID')).toBe(at(result, 'MESSAGE_ID'));
    expect(last()?.id).toBe(at(result, 'MESSAGE_ID'));
  });

  test('M: repeated while the first is under way it fails, and deletes the file of the first', async () => {
    const late = [{ method: 'im.disk.file.commit', fault: 'uuid-late', ms: 600_000, times: 1 }] as const;
    portal.running.context.faults.set(late);
    const id = await uploaded();
    await commit({ UPLOAD_ID: id, TEMPLATE_ID: key });
    const before = last()?.id;
    expect(await commit({ UPLOAD_ID: id, TEMPLATE_ID: key })).toMatchObject({
      status: 400,
      error: 'SAVE_ERROR',
    });
    expect(last()).toMatchObject({ id: before, params: { FILE_ID: [id] } });
    expect(portal.world.files.has(id)).toBe(false);
  });

  test.each<[string, object, number, string]>([
    ['no dialog id', { DIALOG_ID: 'x' }, anna, 'DIALOG_ID_EMPTY'],
    ['no chat', { DIALOG_ID: undefined }, anna, 'CHAT_ID_EMPTY'],
    ['400 and not 403: no member, before the files', {}, liam, 'ACCESS_ERROR'],
    ['a task reader who is no member', { UPLOAD_ID: 301 }, olga, 'ACCESS_ERROR'],
    ['no files', {}, anna, 'FILES_ERROR'],
    ['an empty list', { UPLOAD_ID: [] }, anna, 'FILES_ERROR'],
    ['none of them there', { UPLOAD_ID: [999_999] }, anna, 'SAVE_ERROR'],
  ])('PB 4.4: %s', async (_what, params, userId, error) => {
    const before = last()?.id;
    expect(await commit(params, userId)).toMatchObject({ status: 400, error });
    expect(last()?.id).toBe(before);
  });
});
