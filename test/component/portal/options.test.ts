/** What the portal keeps for the application, over the SDK against a local portal. */
import { expect, test } from 'vitest';
import {
  getAppOption,
  getUserOption,
  setAppOption,
  setUserOption,
} from '../../../src/portal/methods/options.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const liamsRest = portal.portalOf(liam).rest;

test('a person’s own: as it was written, and nobody else’s', async () => {
  expect(await getUserOption(rest, 'replies')).toBeNull();
  const value = JSON.stringify([{ text: 'a+b & {client.name} [b]c[/b]\n"Ж🙂" $result[x] %41' }]);
  await setUserOption(rest, 'replies', value);
  await setUserOption(rest, 'other', '1');
  expect(await getUserOption(rest, 'replies')).toBe(value);
  expect(await getUserOption(liamsRest, 'replies')).toBeNull();
});

test('everybody’s: written by administrators, read by all', async () => {
  await setAppOption(rest, 'shared', '[]');
  expect(await getAppOption(liamsRest, 'shared')).toBe('[]');
  const failure = await failureOf(setAppOption(liamsRest, 'shared', 'mine'));
  expect(failure).toMatchObject({ kind: 'denied', executed: 'no' });
  expect(await getAppOption(rest, 'shared')).toBe('[]');
});
