/** Who is signed in, and looking for colleagues. */
import * as v from 'valibot';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireMap, wireNumber } from '../wire.ts';
import { readPeople, type Person } from './dialogMessages.ts';

export interface CurrentUser {
  id: number;
  name: string;
}

/** `profile` (v2, scope basic, RF 5.3): the owner of the token. */
export const profileCommand: RestCommand = { method: 'profile', parameters: {} };

const profile = v.looseObject({
  ID: wireNumber,
  NAME: v.optional(v.string(), ''),
  LAST_NAME: v.optional(v.string(), ''),
});

/** @throws PortalError 'malformed' */
export function readProfile(result: unknown): CurrentUser {
  const { ID: id, NAME: first, LAST_NAME: last } = read('profile', profile, result);
  return { id, name: `${first} ${last}`.trim() };
}

/** Whether the owner of the token is an administrator of the portal, which is what `placement.*` ask for (PB 6). */
export function readIsAdmin(result: unknown): boolean {
  return v.is(v.looseObject({ ADMIN: v.union([v.literal(true), v.picklist(['Y', '1'])]) }), result);
}

/** Below this the portal says FIND_SHORT (RF 3.9). */
const shortestName = 2;
const mostPeople = 20;

/**
 * `im.search.user.list` (v2, scope `im`, RF 3.9), and not `user.search`, which is in a scope of its own and finds
 * those who left. By the beginnings of words of name and position.
 * @param query fewer than two characters find nobody, without a request
 * @throws PortalError
 */
export async function searchPeople(rest: Rest, query: string): Promise<Person[]> {
  const find = query.trim();
  if (Array.from(find).length < shortestName) return [];
  const method = 'im.search.user.list';
  const result = await rest.call({ method, parameters: { FIND: find, LIMIT: mostPeople } });
  const people = readPeople(Object.values(read(method, wireMap, result)));
  return people.filter(({ hasLeft }) => !hasLeft);
}

/**
 * `im.user.list.get` (v2, scope `im`, RF 3.9): people by their ids, bots and the clients of open lines too.
 * @param ids at least one; in a batch references such as `$result[dialog][owner]`
 */
export function peopleCommand(ids: ReadonlyArray<number | string>): RestCommand {
  return { method: 'im.user.list.get', parameters: { ID: ids.map(String), RESULT_TYPE: 'array' } };
}

/** Who is not there, or not for this person, is left out. @throws PortalError 'malformed' */
export function readPeopleById(result: unknown): Person[] {
  return readPeople(
    Object.values(read('im.user.list.get', v.union([v.array(v.unknown()), wireMap]), result)),
  );
}
