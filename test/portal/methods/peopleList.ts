/** `im.user.list.get` (scope `im`, RF 3.9): people by their ids, bots, clients of open lines and who has left too. */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { imUser } from './im/people.ts';
import { intOf, isRecord, textOf, upperKeys } from './values.ts';

export const peopleList: V2Method[] = [{ name: 'im.user.list.get', scopes: ['im'], handle: listUsers }];

/** An object by id, a list with `RESULT_TYPE=array`; whom there is not is left out. @throws V2Error 400 `INVALID_FORMAT` */
function listUsers({ world, params }: Call): unknown {
  const { ID: given, RESULT_TYPE: type } = upperKeys(params);
  const people = [...new Set(idsIn(given))].flatMap((id) => world.users.get(id) ?? []).map(imUser);
  if (type === 'array' || people.length === 0) return people;
  return Object.fromEntries(people.map((person) => [textOf(person['id']), person]));
}

/** A list, or one written as JSON. */
function idsIn(given: unknown): number[] {
  const list = typeof given === 'string' ? parsed(given) : given;
  const values = isRecord(list) ? Object.values(list) : list;
  if (!Array.isArray(values))
    throw new V2Error('INVALID_FORMAT', 'A wrong format for the ID field is passed');
  return values.map(intOf);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
