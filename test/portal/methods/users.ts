/** `user.current` and `user.get` (RF 5.3). Ids are strings here and numbers in `im`. */
import { Paged, type Call, type V2Method } from '../rest/call.ts';
import { portalDate } from '../world/clock.ts';
import type { User } from '../world/types.ts';
import { matchesFilter } from './v2/filter.ts';
import { pageOf } from './v2/paging.ts';
import { isRecord, listOf, textOf, upperKeys } from './values.ts';

/** Any of them opens the methods; how much is told depends on which (RF 5.3). */
export const userScopes = ['user', 'user_basic', 'user_brief'];

export const users: V2Method[] = [
  { name: 'user.current', scopes: userScopes, handle: ({ user, scopes }) => userOf(user, scopes) },
  { name: 'user.get', scopes: userScopes, handle: (call) => listPeople(call) },
];

/** Filter, order, selection and pages of `user.get`. @param isFound a further condition */
export function listPeople(
  { world, params, scopes }: Call,
  isFound: (user: User) => boolean = () => true,
): unknown {
  const {
    FILTER: filter,
    SORT: sort = 'ID',
    ORDER: order = 'ASC',
    START: start,
    SELECT: select,
  } = upperKeys(params);
  const names = listOf(select).map(textOf);
  const sign = textOf(order).toUpperCase() === 'DESC' ? -1 : 1;
  // RF 5.3: bots and the people behind open lines are no users of this list.
  const rows = [...world.users.values()]
    .filter((user) => user.connectorId === undefined && user.isBot !== true && isFound(user))
    .map((user) => ({ user, row: rowOf(user) }))
    .filter(({ row }) => matchesFilter(row, withSearch(filter)))
    .sort((left, right) => sign * byField(left.row, right.row, textOf(sort).toUpperCase()))
    .map(({ user }) => userOf(user, scopes));
  const page = pageOf(rows, start);
  const isNamed = ([name]: [string, unknown]) => names.length === 0 || name === 'ID' || names.includes(name);
  return new Paged(
    page.rows.map((row) => Object.fromEntries(Object.entries(row).filter(isNamed))),
    page,
  );
}

/** The same of everybody: one department, and all are there. */
const presence = { IS_ONLINE: 'Y', UF_DEPARTMENT: [1] };

/** What one may filter and sort by. */
function rowOf(user: User): Record<string, unknown> {
  return {
    ID: String(user.id),
    ACTIVE: user.isActive,
    NAME: user.firstName,
    LAST_NAME: user.lastName,
    EMAIL: user.email,
    WORK_POSITION: user.position,
    USER_TYPE: 'employee',
    ...presence,
    NAME_SEARCH: `${user.firstName} ${user.lastName} ${user.position}`,
  };
}

/** `NAME_SEARCH` looks for a part, whatever stands before it. */
function withSearch(filter: unknown): unknown {
  if (!isRecord(filter)) return filter;
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [
      key.toUpperCase() === 'NAME_SEARCH' ? '%NAME_SEARCH' : key,
      value,
    ]),
  );
}

function byField(left: Record<string, unknown>, right: Record<string, unknown>, field: string): number {
  const [first, second] = [left, right].map((row) => textOf(row[field] ?? row['ID']));
  return (first ?? '').localeCompare(second ?? '', 'en', { numeric: true });
}

/** Fields which the scope does not reach are left out in silence (RF 5.3). */
function userOf(user: User, scopes: readonly string[]): Record<string, unknown> {
  const brief = {
    ID: String(user.id),
    ACTIVE: user.isActive,
    NAME: user.firstName,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    WORK_POSITION: user.position,
    TIME_ZONE: user.timeZone,
    ...presence,
    USER_TYPE: 'employee',
  };
  if (!scopes.includes('user') && !scopes.includes('user_basic')) return brief;
  const basic = {
    ...brief,
    EMAIL: user.email,
    PERSONAL_MOBILE: '',
    WORK_PHONE: '',
    PERSONAL_GENDER: user.gender,
  };
  if (!scopes.includes('user')) return basic;
  return {
    ...basic,
    LAST_LOGIN: portalDate(),
    DATE_REGISTER: portalDate(0),
    LAST_ACTIVITY_DATE: {},
    TIMESTAMP_X: {},
  };
}
