/** `im.message.like` (RF 3.3; PB source key M, `im_messenger.php` `Like`). */
import { beforeEach, expect, test } from 'vitest';
import { addMessage, findMessage } from '../../../portal/world/messages.ts';
import { anna, at, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const like = (params: object, userId = anna) =>
  portal.v2('im.message.like', { MESSAGE_ID: messageId, ...params }, userId);
const unchanged = { status: 400, error: 'WITHOUT_CHANGES' };
const likes = () => findMessage(portal.world, messageId)?.params['LIKE'];

let messageId: number;
beforeEach(() => {
  messageId = addMessage(portal.world, { chatId: 58, authorId: marta, typed: 'Look' }).id;
});

test('RF 3.3: plus and minus; read back in params.LIKE, which goes with the last like', async () => {
  expect((await like({ ACTION: 'plus' }, marta)).result).toBe(true);
  expect((await like({ ACTION: 'plus' })).result).toBe(true);
  const shown = async () => {
    const { result } = await portal.v2('im.dialog.messages.get', {
      DIALOG_ID: 'chat58',
      LAST_ID: 0,
      LIMIT: 1,
    });
    return at(listAt(result, 'messages')[0], 'params');
  };
  // By id, not by time.
  expect(await shown()).toEqual({ LIKE: [anna, marta] });
  await like({ ACTION: 'minus' }, marta);
  expect(await shown()).toEqual({ LIKE: [anna] });
  await like({ ACTION: 'MINUS' });
  expect(await shown()).toEqual([]);
});

test('RF 3.3: auto turns it round, and so does what is no action', async () => {
  await like({});
  expect(likes()).toEqual([anna]);
  await like({ ACTION: 'heart' });
  expect(likes()).toBeUndefined();
});

test('RF 3.3: WITHOUT_CHANGES', async () => {
  expect(await like({ ACTION: 'minus' })).toMatchObject(unchanged);
  await like({ ACTION: 'plus' });
  expect(await like({ ACTION: 'plus' })).toMatchObject(unchanged);
  expect(likes()).toEqual([anna]);
});

test.each([
  ['in no task', liam],
  ['a task reader who is no member, though reading the chat', olga],
])('M: who is no member changes nothing: %s', async (_who, userId) => {
  expect(await like({}, userId)).toMatchObject(unchanged);
  expect(likes()).toBeUndefined();
});

test('M: no such message is the same answer; no id is not', async () => {
  expect(await like({ MESSAGE_ID: 999_999 })).toMatchObject(unchanged);
  for (const id of [0, 'x', '']) {
    expect(await like({ MESSAGE_ID: id })).toMatchObject({ status: 400, error: 'MESSAGE_ID_ERROR' });
  }
});

test('M: ID is understood as well', async () => {
  expect((await portal.v2('im.message.like', { id: messageId })).result).toBe(true);
  expect(likes()).toEqual([anna]);
});
