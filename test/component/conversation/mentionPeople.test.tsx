// Whom one may mention, over the SDK against the local portal.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useMentionPeople } from '../../../src/conversation/useMentionPeople.ts';
import type { Person } from '../../../src/portal/methods/dialogMessages.ts';
import { dialogPeople } from '../../../src/portal/methods/dialogPeople.ts';
import { searchPeople } from '../../../src/portal/methods/users.ts';
import { failureOf } from '../portal/wild.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);

afterEach(cleanup);

test('dialogPeople: the members who still work here; a stranger is refused', async () => {
  const ids = (await dialogPeople(rest, 'chat68')).map(({ id }) => id);
  expect(ids).toEqual([1, 2, 3, 4, 5]);
  const failure = await failureOf(dialogPeople(portal.portalOf(liam).rest, 'chat68'));
  expect(failure.kind).toBe('denied');
});

test('searchPeople: by the beginning of a name; nobody is an empty list, one letter is no request', async () => {
  expect((await searchPeople(rest, 'Mar')).map(({ name }) => name)).toEqual(['Marta Olsen']);
  expect(await searchPeople(rest, 'Nobody is called so')).toEqual([]);
  const before = (await portal.requestsTo('im.search.user.list')).length;
  expect(await searchPeople(rest, 'M')).toEqual([]);
  expect((await portal.requestsTo('im.search.user.list')).length).toBe(before);
});

test('useMentionPeople: first those who are known, then those of the chat; never oneself or who has left', async () => {
  const person = (id: number, name: string) => ({ id, name, color: null, avatarUrl: null });
  const known = new Map<number, Person>([
    [1, person(1, 'Anna Keller')],
    [2, person(2, 'Marta Olsen')],
    [10, { ...person(10, 'Nadia Petrova'), hasLeft: true }],
  ]);
  const before = await lists();
  const { result, rerender } = renderHook(
    (isWanted: boolean) =>
      useMentionPeople(rest, 'chat68', {
        known,
        currentUserId: anna,
        portalOrigin: 'https://acme.example',
        isWanted,
      }),
    { initialProps: false, wrapper: Provided },
  );
  expect(result.current.near.map(({ id }) => id)).toEqual([2]);
  expect(await lists()).toBe(before);
  rerender(true);
  await expect.poll(() => result.current.near.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
  expect(await lists()).toBe(before + 1);
  expect((await result.current.search('Anna')).map(({ id }) => id)).toEqual([]);
});

const client = new QueryClient();
const Provided = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const lists = async () => (await portal.requestsTo('im.dialog.users.list')).length;
