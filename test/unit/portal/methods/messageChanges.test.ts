/** `im.message.update` and `im.message.delete` (PB 4.4, RF 3.3). */
import { beforeEach, describe, expect, test } from 'vitest';
import { addMessage, findMessage } from '../../../portal/world/messages.ts';
import { addTask } from '../../../portal/world/tasks.ts';
import { anna, at, liam, listAt, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();
const update = (params: object, userId = marta) => portal.v2('im.message.update', params, userId);
const remove = (params: object, userId = marta) => portal.v2('im.message.delete', params, userId);
const say = (chatId: number, authorId: number, typed = 'First', params = {}) =>
  addMessage(portal.world, { chatId, authorId, typed, params }).id;
const known = (id: number) => findMessage(portal.world, id);
const isDeleted = (id: number) => known(id)?.params['IS_DELETED'] === 'Y';

const cannotEdit = { status: 403, error: 'CANT_EDIT_MESSAGE' };
const noId = { status: 400, error: 'MESSAGE_ID_ERROR' };

let own: number;
beforeEach(() => {
  own = say(58, marta);
});

describe('im.message.delete', () => {
  test('PB 4.3: the message stays, marked, in the words of the portal and without its content', async () => {
    const id = say(58, marta, 'See [URL]https://x.y[/URL]', { FILE_ID: [301], LIKE: [1] });
    expect(await remove({ MESSAGE_ID: id })).toMatchObject({ status: 200, result: true });
    const page = await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', LAST_ID: 0, LIMIT: 1 });
    expect(listAt(page.result, 'messages')).toMatchObject([
      { id, author_id: marta, text: 'This message was deleted', params: { IS_DELETED: 'Y' } },
    ]);
    expect(at(listAt(page.result, 'messages')[0], 'params')).toEqual({ IS_DELETED: 'Y' });
    expect(listAt(page.result, 'files')).toEqual([]);
  });

  test('the words are in the language of the portal', async () => {
    portal.world.switches.language = 'ru';
    await remove({ MESSAGE_ID: own });
    expect(known(own)?.text).toMatch(/удалено/);
  });

  test('M, im_messenger.php Delete: nobody has read it, and it is marked all the same', async () => {
    const task = addTask(portal.world, { title: 'Unread', creatorId: marta, responsibleId: 3 });
    const id = say(task.chatId ?? 0, marta);
    await remove({ MESSAGE_ID: id });
    expect(isDeleted(id)).toBe(true);
  });

  test('M, MessageEventHandler: a result made from it forgets the message', async () => {
    const added = await portal.v3(
      'tasks.task.result.addfromchatmessage',
      { fields: { messageId: own } },
      marta,
    );
    await remove({ MESSAGE_ID: own });
    expect(portal.world.results.get(Number(at(added.result, 'item', 'id')))).toMatchObject({
      text: 'First',
      messageId: null,
    });
  });

  test.each([
    ['none', {}],
    ['0', { MESSAGE_ID: 0 }],
    ['no number', { MESSAGE_ID: 'x' }],
  ])('PB 4.4: an id that is %s', async (_what, params) => {
    expect(await remove(params)).toMatchObject(noId);
  });

  test('M: ID is understood as well, in any case', async () => {
    await remove({ id: String(own) });
    expect(isDeleted(own)).toBe(true);
  });

  test('RF 3.3: the author alone, not even an admin', async () => {
    expect(await remove({ MESSAGE_ID: own }, anna)).toMatchObject(cannotEdit);
    expect(await remove({ MESSAGE_ID: own }, liam)).toMatchObject(cannotEdit);
    expect(await remove({ MESSAGE_ID: 999_999 })).toMatchObject(cannotEdit);
    expect(isDeleted(own)).toBe(false);
  });

  test('RF 3.3: in a group chat its admin too, in a private one nobody else', async () => {
    const inGroup = say(49, marta);
    expect(await remove({ MESSAGE_ID: inGroup }, liam)).toMatchObject(cannotEdit);
    expect((await remove({ MESSAGE_ID: inGroup }, anna)).status).toBe(200);
    expect(await remove({ MESSAGE_ID: say(50, marta) }, anna)).toMatchObject(cannotEdit);
  });

  test('M, CheckPossibilityUpdateMessage: an admin clears up after those who have left', async () => {
    const id = say(58, 10);
    expect(await remove({ MESSAGE_ID: id })).toMatchObject(cannotEdit);
    expect((await remove({ MESSAGE_ID: id }, anna)).status).toBe(200);
  });

  test('M: a second time there is nothing to delete', async () => {
    await remove({ MESSAGE_ID: own });
    expect(await remove({ MESSAGE_ID: own })).toMatchObject(cannotEdit);
  });

  test('M: no time limit', async () => {
    const message = known(own);
    if (message) message.date = '2020-01-01T10:00:00+03:00';
    expect((await remove({ MESSAGE_ID: own })).status).toBe(200);
  });

  test.each([
    ['telegrambot', 101, false, true],
    ['whatsappbytwilio', 102, false, false],
    ['livechat', 103, true, true],
    ['vkgroup', 104, true, true],
  ])('M, imconnector Library: own messages over %s', async (_connector, chatId, deletable, changeable) => {
    const changed = await update({ MESSAGE_ID: say(chatId, marta), MESSAGE: 'Second' });
    expect(changed).toMatchObject(changeable ? { status: 200 } : cannotEdit);
    const deleted = await remove({ MESSAGE_ID: say(chatId, marta) });
    expect(deleted).toMatchObject(deletable ? { status: 200 } : cannotEdit);
  });
});

describe('im.message.update', () => {
  test('RF 3.3: a new text, rewritten as any (PB 4.5), and marked as edited', async () => {
    expect((await update({ MESSAGE_ID: own, MESSAGE: ' a &lt; b ', IS_EDITED: 'N' })).result).toBe(true);
    expect(known(own)).toMatchObject({ typed: ' a &lt; b ', text: 'a < b', params: { IS_EDITED: 'Y' } });
  });

  test.each(['', '  ', '[BR]\n[br]'])('RF 3.3: the text %j deletes', async (text) => {
    expect((await update({ MESSAGE_ID: own, MESSAGE: text })).result).toBe(true);
    expect(known(own)?.params).toEqual({ IS_DELETED: 'Y' });
  });

  test('RF 3.3: without a text nothing changes; M: and nobody asks whose message it is', async () => {
    expect((await update({ MESSAGE_ID: own })).result).toBe(true);
    expect((await update({ MESSAGE_ID: 999_999 }, liam)).result).toBe(true);
    expect(known(own)).toMatchObject({ text: 'First', params: {} });
  });

  test('RF 3.3: ATTACH with and without the mark, N removes it', async () => {
    await update({ MESSAGE_ID: own, ATTACH: [{ MESSAGE: 'm' }], IS_EDITED: 'N' });
    expect(known(own)?.params).toMatchObject({ ATTACH: [{ BLOCKS: [{ MESSAGE: 'm' }] }] });
    expect(known(own)?.params).not.toHaveProperty('IS_EDITED');
    await update({ MESSAGE_ID: own, ATTACH: 'N' });
    expect(known(own)?.params).toEqual({ IS_EDITED: 'Y' });
  });

  test('RF 3.3: keyboard and menu', async () => {
    const buttons = [{ TEXT: 'Open', LINK: '/crm/' }];
    await update({ MESSAGE_ID: own, KEYBOARD: buttons, MENU: buttons });
    expect(known(own)?.params).toEqual({ KEYBOARD: buttons, MENU: buttons });
    await update({ MESSAGE_ID: own, KEYBOARD: 'N', MENU: '' });
    expect(known(own)?.params).toEqual({});
  });

  test.each<[string, object, object]>([
    ['no id, before all', { MESSAGE_ID: 0, ATTACH: '{' }, noId],
    ['ATTACH', { ATTACH: [{ POEM: 'x' }], KEYBOARD: [{}] }, { status: 400, error: 'ATTACH_ERROR' }],
    ['its size', { ATTACH: [{ MESSAGE: 'a'.repeat(60_000) }] }, { status: 400, error: 'ATTACH_OVERSIZE' }],
    ['KEYBOARD', { KEYBOARD: [{}], MENU: [{}] }, { status: 400, error: 'KEYBOARD_ERROR' }],
    ['MENU, sic', { MENU: [{}] }, { status: 400, error: 'menu_ERROR' }],
  ])('RF 3.3: the checks in their order: %s', async (_what, params, refusal) => {
    expect(await update({ MESSAGE_ID: own, MESSAGE: 'Second', ...params })).toMatchObject(refusal);
    expect(known(own)?.text).toBe('First');
  });

  test.each(['MESSAGE', 'ATTACH', 'KEYBOARD', 'MENU'])(
    'RF 3.3: %s is changed by the author alone',
    async (part) => {
      const params = { MESSAGE_ID: own, [part]: part === 'MESSAGE' ? 'Mine' : 'N' };
      expect(await update(params, anna)).toMatchObject(cannotEdit);
      expect(known(own)).toMatchObject({ text: 'First', params: {} });
    },
  );

  test('an admin of a group chat deletes, and does not rewrite', async () => {
    const params = { MESSAGE_ID: say(49, marta), MESSAGE: 'Mine' };
    expect(await update(params, anna)).toMatchObject(cannotEdit);
  });

  test('M: for three days', async () => {
    const message = known(own);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    if (message) message.date = hoursAgo(71.9);
    expect((await update({ MESSAGE_ID: own, MESSAGE: 'Second' })).status).toBe(200);
    if (message) message.date = hoursAgo(72.1);
    expect(await update({ MESSAGE_ID: own, MESSAGE: 'Third' })).toMatchObject(cannotEdit);
    expect(message?.text).toBe('Second');
  });

  test('M: a deleted message is not brought back', async () => {
    await remove({ MESSAGE_ID: own });
    expect(await update({ MESSAGE_ID: own, MESSAGE: 'Back' })).toMatchObject(cannotEdit);
  });
});
