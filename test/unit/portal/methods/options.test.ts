/** `app.option.*` and `user.option.*` (PB source key M, `rest_provider.php`; RF 7.3). */
import { expect, test } from 'vitest';
import { anna, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();

test('user options: of each person, nested values too; an empty map is a list, an unknown name null', async () => {
  expect((await portal.v2('user.option.get')).result).toEqual([]);
  const replies = [{ name: 'Hi', text: 'Hello {client.name}' }];
  expect((await portal.v2('user.option.set', { options: { replies, sound: 1 } })).result).toBe(true);
  expect((await portal.v2('user.option.set', { options: { sound: 0 } })).result).toBe(true);
  expect((await portal.v2('user.option.get')).result).toEqual({ replies, sound: 0 });
  expect((await portal.v2('user.option.get', { option: 'replies' })).result).toEqual(replies);
  expect((await portal.v2('user.option.get', { option: 'none' })).result).toBeNull();
  expect((await portal.v2('user.option.get', {}, marta)).result).toEqual([]);
});

test('app options: of all, set by admins; the parent window has the same', async () => {
  expect((await portal.v2('app.option.set', { options: { shared: 'a' } }, anna)).result).toBe(true);
  expect((await portal.v2('app.option.get', {}, marta)).result).toEqual({ shared: 'a' });
  expect(portal.world.apps.get('local.chatdesk')?.options).toEqual({ shared: 'a' });
  expect(await portal.v2('app.option.set', { options: { shared: 'b' } }, marta)).toMatchObject({
    status: 403,
    error: 'ACCESS_DENIED',
  });
});

test('without `options` the parameters themselves are set', async () => {
  await portal.v2('user.option.set', { sound: 'on' });
  expect((await portal.v2('user.option.get')).result).toEqual({ sound: 'on' });
});

test('nothing to set is told before who may; by webhook there is no application', async () => {
  const empty = { status: 400, error: 'ERROR_ARGUMENT', body: { argument: 'options' } };
  for (const options of [{}, []])
    expect(await portal.v2('app.option.set', { options }, marta)).toMatchObject(empty);
  expect(await portal.v2('user.option.set')).toMatchObject(empty);
  expect(await portal.hook('user.option.get')).toMatchObject({ status: 403, error: 'ACCESS_DENIED' });
});
