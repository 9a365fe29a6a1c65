/** Who is signed in. */
import * as v from 'valibot';
import type { RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

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
