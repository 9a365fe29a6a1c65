/** `im.message.add` (PB 4.1, 4.2, RF 3.2 to 3.5). */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { anna, liam, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const add = (params: object, userId = anna) =>
  portal.v2('im.message.add', { DIALOG_ID: 'chat58', MESSAGE: 'x', ...params }, userId);
const last = (chatId = 58) => portal.world.messages.get(chatId)?.at(-1);
const count = () => [...portal.world.messages.values()].flat().length;

describe('what is written', () => {
  test('RF 3.2: as the caller; the answer is the bare id', async () => {
    const { result } = await add({ MESSAGE: 'a &lt; b' }, marta);
    expect(result).toBe(last()?.id);
    expect(last()).toMatchObject({ authorId: marta, text: 'a < b', uuid: null, params: {} });
  });

  test('PB 4: keys in any case; RF 3.1: digits are a person', async () => {
    await portal.v2('im.message.add', { dialog_id: 2, message: 'Hello' });
    expect(last(50)).toMatchObject({ authorId: anna, text: 'Hello' });
  });

  test('the first message to a person makes the dialog', async () => {
    await add({ DIALOG_ID: '3', MESSAGE: 'Hello' });
    const chat = [...portal.world.chats.values()].at(-1);
    expect(chat).toMatchObject({ kind: 'private', memberIds: [anna, 3] });
    expect(last(chat?.id)).toMatchObject({ text: 'Hello' });
  });

  test('PB NOT FOUND 9: whoever reads the task chat may write in it', async () => {
    expect((await add({}, olga)).status).toBe(200);
    portal.world.switches.taskReadersMayReadChat = false;
    portal.world.chats.get(58)?.memberIds.splice(-1);
    expect(await add({}, olga)).toMatchObject({ status: 400, error: 'CANCELED' });
  });

  test('PB 4.1: SYSTEM=Y is written by the system, under the name of the application', async () => {
    await add({ SYSTEM: 'Y', MESSAGE: 'Ready' });
    expect(last()).toMatchObject({ authorId: 0, text: '[b]Chat Desk[/b]\nReady', typed: 'Ready' });
    await portal.hook('im.message.add', { DIALOG_ID: 'chat58', MESSAGE: 'Ready', SYSTEM: 'Y' });
    expect(last()).toMatchObject({ authorId: 0, text: 'Ready' });
  });

  test('PB 4.2: an attachment reads back in UPPER-case keys, without what is unknown', async () => {
    const blocks = [
      { MESSAGE: 'text' },
      { LINK: { NAME: 'A', LINK: 'https://x.y' } },
      { LINK: [{ NAME: 'B', LINK: 'javascript:a()' }] },
      { GRID: [{ NAME: 'C', VALUE: '1', DISPLAY: 'CARD' }] },
      { DELIMITER: { COLOR: '#fff' } },
      { POEM: 'x' },
    ];
    await add({ MESSAGE: '', ATTACH: blocks });
    expect(last()?.params).toEqual({
      ATTACH: [
        {
          ID: '1',
          DESCRIPTION: '',
          COLOR: 'transparent',
          BLOCKS: [
            { MESSAGE: 'text' },
            { LINK: [{ NAME: 'A', LINK: 'https://x.y' }] },
            { GRID: [{ NAME: 'C', VALUE: '1', DISPLAY: 'LINE' }] },
            { DELIMITER: { SIZE: 200, COLOR: '#fff' } },
          ],
        },
      ],
    });
  });

  test('PB 4.2: the whole form, and as JSON text', async () => {
    await add({ ATTACH: JSON.stringify({ ID: 7, COLOR: '#29619b', BLOCKS: [{ MESSAGE: 'm' }] }) });
    expect(last()?.params['ATTACH']).toMatchObject([
      { ID: '7', COLOR: '#29619b', BLOCKS: [{ MESSAGE: 'm' }] },
    ]);
  });

  test('PB 4.2: fewer than 60,000 characters of JSON', async () => {
    await add({ ATTACH: [{ MESSAGE: 'a' }] });
    const around = JSON.stringify(last()?.params['ATTACH']).length - '[a]'.length;
    const attach = (length: number) => add({ ATTACH: [{ MESSAGE: 'a'.repeat(length - around) }] });
    expect((await attach(59_999)).status).toBe(200);
    expect(await attach(60_000)).toMatchObject({ status: 400, error: 'ATTACH_OVERSIZE' });
  });

  test('RF 3.5: keyboard and menu', async () => {
    await add({
      KEYBOARD: { BUTTONS: [{ TEXT: 'Open', LINK: '/crm/' }, { TYPE: 'NEWLINE' }] },
      MENU: JSON.stringify([{ TEXT: 'More', LINK: 'https://x.y' }]),
    });
    expect(last()?.params).toMatchObject({
      KEYBOARD: [{ TEXT: 'Open' }, { TYPE: 'NEWLINE' }],
      MENU: [{ TEXT: 'More' }],
    });
  });

  test('PB 4.1: a reply names its message', async () => {
    const replyId = last()?.id ?? 0;
    await add({ REPLY_ID: replyId });
    expect(last()?.params).toEqual({ REPLY_ID: replyId });
  });
});

describe('PB 4.1: the checks in their order', () => {
  const badAttach = [{ POEM: 'x' }];
  const hugeAttach = [{ MESSAGE: 'a'.repeat(60_000) }];

  test.each<[string, object, number, string]>([
    ['1: no text and no attachment', { MESSAGE: undefined }, 400, 'MESSAGE_EMPTY'],
    ['1: a blank text, before the dialog', { MESSAGE: ' \n', DIALOG_ID: 'x' }, 400, 'MESSAGE_EMPTY'],
    ['1: a text that is none', { MESSAGE: 5 }, 400, 'MESSAGE_EMPTY'],
    ['2: garbage is a person', { DIALOG_ID: 'x', ATTACH: badAttach }, 400, 'USER_ID_EMPTY'],
    ['2: nobody', { DIALOG_ID: 0 }, 400, 'USER_ID_EMPTY'],
    ['2: an unknown person', { DIALOG_ID: 999 }, 400, 'USER_NOT_FOUND'],
    ['3: chat 0', { DIALOG_ID: 'chat0' }, 400, 'CHAT_ID_EMPTY'],
    ['4: no dialog', { DIALOG_ID: undefined, ATTACH: badAttach }, 400, 'PARAMS_ERROR'],
    ['5: no valid block, before the keyboard', { ATTACH: badAttach, KEYBOARD: [{}] }, 400, 'ATTACH_ERROR'],
    ['5: not JSON', { ATTACH: '{' }, 400, 'ATTACH_ERROR'],
    ['5: 60,000 characters', { ATTACH: hugeAttach }, 400, 'ATTACH_OVERSIZE'],
    ['6: no valid button, before the menu', { KEYBOARD: [{}], MENU: [{}] }, 400, 'KEYBOARD_ERROR'],
    ['7: no valid item, before the reply', { MENU: [{}], REPLY_ID: 999_999 }, 400, 'MENU_ERROR'],
    ['8: an unknown message', { REPLY_ID: 999_999 }, 403, 'REPLY_ACCESS_ERROR'],
    ['9: an unknown chat', { DIALOG_ID: 'chat9999' }, 400, 'CHAT_ID'],
    ['9: nothing left of the text', { MESSAGE: '[BR]' }, 400, 'EMPTY_MESSAGE'],
  ])('%s', async (_what, params, status, error) => {
    const before = count();
    expect(await add(params)).toMatchObject({ status, error });
    expect(count()).toBe(before);
  });

  test('8: a message of another chat', async () => {
    const answer = await add({ DIALOG_ID: 'chat60', REPLY_ID: last(58)?.id });
    expect(answer).toMatchObject({ status: 403, error: 'REPLY_FROM_OTHER_CHAT_ERROR' });
  });

  test('9: not allowed in the chat', async () => {
    expect(await add({}, liam)).toMatchObject({ status: 400, error: 'CANCELED' });
  });
});

describe('PB 4.1: TEMPLATE_ID', () => {
  const key = '3d9e1c52-7a41-4c0b-9f1e-5b6a7c8d9e0f';
  const duplicated = { status: 400, error: 'MESSAGE_DUPLICATED_BY_UUID' };
  const heldBack = [{ method: 'im.message.add', fault: 'uuid-late', ms: 600_000, times: 1 }] as const;

  afterEach(() => {
    vi.useRealTimers();
  });

  test('phase 1: the id of the first message, whatever is sent with the key', async () => {
    const { result } = await add({ TEMPLATE_ID: key });
    await expect.poll(() => last()?.uuid).toBe(key);
    const before = count();
    expect((await add({ TEMPLATE_ID: key, MESSAGE: 'other' })).result).toBe(result);
    expect(count()).toBe(before);
  });

  test('phase 2: the job has not run: refused, and uuid reads back as null', async () => {
    portal.running.context.faults.set(heldBack);
    const { result } = await add({ TEMPLATE_ID: key });
    expect(await add({ TEMPLATE_ID: key })).toMatchObject(duplicated);
    const page = await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', LAST_ID: 0, LIMIT: 1 });
    expect(page.result).toMatchObject({ messages: [{ id: result, uuid: null }] });
  });

  test('phase 2: a refused message leaves its key too', async () => {
    expect(await add({ TEMPLATE_ID: key }, liam)).toMatchObject({ error: 'CANCELED' });
    expect(await add({ TEMPLATE_ID: key })).toMatchObject(duplicated);
  });

  test('what is refused before the send leaves none', async () => {
    await add({ TEMPLATE_ID: key, ATTACH: '{' });
    expect((await add({ TEMPLATE_ID: key })).status).toBe(200);
  });

  test('phase 3: after an hour it is sent again', async () => {
    const clock = (ms: number) => vi.setSystemTime(Date.now() + ms);
    vi.useFakeTimers({ toFake: ['Date'] });
    portal.running.context.faults.set(heldBack);
    const { result: first } = await add({ TEMPLATE_ID: key });
    clock(3_599_000);
    expect(await add({ TEMPLATE_ID: key })).toMatchObject(duplicated);
    clock(2_000);
    const { result: second } = await add({ TEMPLATE_ID: key });
    expect(second).not.toBe(first);
    expect(second).toBe(last()?.id);
  });

  test('after 31 days the key is forgotten', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { result: first } = await add({ TEMPLATE_ID: key });
    await expect.poll(() => last()?.uuid).toBe(key);
    vi.setSystemTime(Date.now() + 31 * 86_400_000);
    expect((await add({ TEMPLATE_ID: key })).result).not.toBe(first);
  });

  test.each([
    ['in capitals', key.toUpperCase()],
    ['version 7', '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['any text', 'message-1'],
  ])('%s it is ignored without a word', async (_what, templateId) => {
    const { result: first } = await add({ TEMPLATE_ID: templateId });
    const { result: second } = await add({ TEMPLATE_ID: templateId });
    expect(second).not.toBe(first);
    expect(last()?.uuid).toBeNull();
  });

  test('a system message has no key', async () => {
    await add({ TEMPLATE_ID: key, SYSTEM: 'Y' });
    await add({ TEMPLATE_ID: key, SYSTEM: 'Y' });
    expect((await add({ TEMPLATE_ID: key })).status).toBe(200);
  });
});
