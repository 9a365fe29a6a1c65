/** `imopenlines.config.list.get` and `.get` (RF 4.4): the open lines and their queues, to pass conversations on to. */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { fullName } from '../world/messages.ts';
import type { Line, World } from '../world/types.ts';
import { line } from './imopenlines/lineMethod.ts';
import { matchesFilter } from './v2/filter.ts';
import { intOf, isRecord, listOf, textOf } from './values.ts';

export const lineConfigs: V2Method[] = [line('config.list.get', listConfigs), line('config.get', getConfig)];

const paramKeys = new Set(['select', 'order', 'filter', 'limit', 'offset']);

/** Ids of people are numbers here and strings in `config.get` (RF 4.4). @throws V2Error 400 `INVALID_FORMAT` */
function listConfigs({ world, params }: Call): unknown {
  const asked = isRecord(params['PARAMS']) ? params['PARAMS'] : {};
  const options = isRecord(params['OPTIONS']) ? params['OPTIONS'] : {};
  for (const key of Object.keys(asked)) if (!paramKeys.has(key)) throw wrongFormat(key);
  for (const key of ['select', 'order', 'filter']) {
    const value = asked[key];
    if (value !== undefined && (typeof value !== 'object' || value === null)) throw wrongFormat(key);
  }
  const names = listOf(asked['select']).map(textOf);
  const has = (name: string) => names.length === 0 || names.includes('*') || names.includes(name);
  const order = isRecord(asked['order']) ? asked['order'] : {};
  const limit = intOf(asked['limit']) > 0 ? Math.min(intOf(asked['limit']), 200) : 50;
  const offset = Math.max(0, intOf(asked['offset']));
  return world.lines
    .filter((one) => matchesFilter(fieldsOf(one), asked['filter']))
    .sort((left, right) => compare(fieldsOf(left), fieldsOf(right), order))
    .slice(offset, offset + limit)
    .map((one) => {
      const row = Object.fromEntries(Object.entries(fieldsOf(one)).filter(([name]) => has(name)));
      if (options['QUEUE'] === 'Y') {
        row['QUEUE'] = one.queue;
        row['QUEUE_USERS_FIELDS'] = peopleOf(world, one);
      }
      if (options['CONFIG_QUEUE'] === 'Y') row['CONFIG_QUEUE'] = configQueue(one);
      return row;
    });
}

/** `false` for an unknown one (PB source key M, `config.php`). */
function getConfig({ world, params }: Call): unknown {
  const id = intOf(params['CONFIG_ID']);
  if (id <= 0) throw new V2Error('CONFIG_ID_EMPTY', "Config ID can't be empty");
  const one = world.lines.find((candidate) => candidate.id === id);
  if (!one) return false;
  const withQueue = (params['WITH_QUEUE'] ?? 'Y') === 'Y';
  const queue = withQueue ? one.queue : [];
  return {
    ...fieldsOf(one),
    // A date that PHP could not write (RF 11.13).
    DATE_CREATE: {},
    QUEUE: queue.map(String),
    QUEUE_FULL: orEmpty(queue.map((userId, sort) => [userId, queueRow(userId, sort)])),
    QUEUE_USERS_FIELDS: withQueue ? peopleOf(world, one) : [],
    QUEUE_ONLINE: withQueue && queue.length > 0 ? 'Y' : 'N',
  };
}

/** Of all the settings those that matter here; strings throughout. */
function fieldsOf(one: Line): Record<string, unknown> {
  return {
    ID: String(one.id),
    LINE_NAME: one.name,
    ACTIVE: one.isActive ? 'Y' : 'N',
    CRM: 'Y',
    CRM_CREATE: 'lead',
    QUEUE_TYPE: one.queueType,
    WELCOME_BOT_ENABLE: one.botId === undefined ? 'N' : 'Y',
    WELCOME_BOT_ID: String(one.botId ?? 0),
    WELCOME_BOT_LEFT: 'close',
    FULL_CLOSE_TIME: String(one.fullCloseMinutes),
    LANGUAGE_ID: 'en',
  };
}

function peopleOf(world: World, { queue }: Line): unknown {
  return orEmpty(
    queue.flatMap((id) => {
      const user = world.users.get(id);
      if (!user) return [];
      const fields = { USER_NAME: fullName(user), USER_WORK_POSITION: user.position };
      return [[id, { ...fields, USER_AVATAR: '', USER_AVATAR_ID: null }] as const];
    }),
  );
}

function queueRow(userId: number, sort: number): Record<string, unknown> {
  return { ID: String(240 + userId), SORT: String(sort), USER_ID: String(userId), DEPARTMENT_ID: '0' };
}

function configQueue({ queue }: Line): unknown {
  return queue.map((id) => ({ ENTITY_ID: String(id), ENTITY_TYPE: 'user' }));
}

/** An object by id; without any PHP writes a list. */
function orEmpty(entries: ReadonlyArray<readonly [number, unknown]>): unknown {
  return entries.length === 0 ? [] : Object.fromEntries(entries);
}

function compare(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
  order: Record<string, unknown>,
): number {
  for (const [name, direction] of [...Object.entries(order), ['ID', 'asc'] as const]) {
    const difference = textOf(left[name]).localeCompare(textOf(right[name]), 'en', { numeric: true });
    if (difference !== 0) return /^desc/i.test(textOf(direction)) ? -difference : difference;
  }
  return 0;
}

function wrongFormat(key: string): V2Error {
  return new V2Error('INVALID_FORMAT', `A wrong format for the PARAMS field '${key}' is passed`);
}
