/** Looking for colleagues: `im.search.user.list` (scope `im`, RF 3.9) and `user.search` (scope `user`, RF 5.3). */
import { Paged, type Call, type V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { isColleague } from '../world/rights.ts';
import type { User } from '../world/types.ts';
import { imUser } from './im/people.ts';
import { listPeople, userScopes } from './users.ts';
import { pageOf } from './v2/paging.ts';
import { intOf, isRecord, textOf, upperKeys } from './values.ts';

export const peopleSearch: V2Method[] = [
  { name: 'im.search.user.list', scopes: ['im'], handle: searchInMessenger },
  { name: 'user.search', scopes: userScopes, handle: searchUsers },
];

/** An object by id, an empty list when nobody is found (RF 11.12). Who has left and clients of open lines are no hits. */
function searchInMessenger({ world, params }: Call): unknown {
  const { FIND: find, START: start, OFFSET: offset, LIMIT: limit } = upperKeys(params);
  if (Array.from(textOf(find).trim()).length < 2)
    throw new V2Error('FIND_SHORT', 'Too short a search phrase.');
  const people = [...world.users.values()].filter(isColleague).filter(finder(textOf(find)));
  const size = intOf(limit) > 0 ? Math.min(intOf(limit), 50) : 10;
  const page = pageOf(people, Math.max(0, intOf(start) > 0 ? intOf(start) : intOf(offset)), size);
  return new Paged(Object.fromEntries(page.rows.map((user) => [user.id, imUser(user)])), page);
}

const namedFields: ReadonlyArray<readonly [key: string, read: (user: User) => string]> = [
  ['NAME', ({ firstName }) => firstName],
  ['LAST_NAME', ({ lastName }) => lastName],
  ['WORK_POSITION', ({ position }) => position],
];

/**
 * By `FIND`, or by the beginnings of single fields, which `FIND` sets aside. Whoever has left is found too, unless
 * `ACTIVE` says otherwise (PB source key M, `rest/lib/api/user.php`: unlike the messenger it does not ask for it).
 */
function searchUsers(call: Call): unknown {
  const params = upperKeys(call.params);
  // PB source key M: a filter that is spread out among the parameters counts too, where there is no FILTER.
  const filter = upperKeys(isRecord(params['FILTER']) ? params['FILTER'] : {});
  const find = textOf(filter['FIND'] ?? params['FIND']);
  const byField = namedFields.map(([key, read]) => {
    const wanted = textOf(filter[key] ?? params[key]);
    return (user: User) => beginsWith(read(user), wanted);
  });
  const isFound = find === '' ? (user: User) => byField.every((test) => test(user)) : finder(find);
  const searched = new Set(['FIND', ...namedFields.map(([key]) => key)]);
  const others = Object.entries(filter).filter(([key]) => !searched.has(key));
  return listPeople({ ...call, params: { ...params, FILTER: Object.fromEntries(others) } }, isFound);
}

/** Every word begins a word of the name or the position. */
function finder(find: string): (user: User) => boolean {
  const words = find.trim().split(/\s+/);
  return ({ firstName, lastName, position }) => {
    const known = `${firstName} ${lastName} ${position}`.split(/[\s-]+/);
    return words.every((word) => known.some((other) => beginsWith(other, word)));
  };
}

function beginsWith(text: string, part: string): boolean {
  return text.toLowerCase().startsWith(part.toLowerCase());
}
