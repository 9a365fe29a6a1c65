/** Commands that let a person choose people, access rights or CRM records (PB 5.3, RF 9.2). Closing is no answer. */
import { choose } from '../chooser.js';
import { fieldsOf } from '../message.js';
import { directory } from '../server.js';
import { texts } from '../texts.js';

/**
 * @typedef {import('../appLayout.js').CommandHandler} CommandHandler
 * @typedef {import('../server.js').Directory} Directory
 */

/** One person at a click, or several after the button. @type {CommandHandler} */
const selectUser = async ({ data }, params, answer) => {
  const multiple = Boolean(fieldsOf(params)['mult']);
  const { users } = await directory(data.app);
  const items = users.map((user) => ({ key: user.id, text: user.name, note: user.position }));
  const chosen = await choose({ title: multiple ? texts.selectUsers : texts.selectUser, items, multiple });
  if (chosen === null) return;
  const people = users.filter((user) => chosen.includes(user.id));
  answer(multiple ? people : people[0]);
};

/** `value` names codes that are not on offer. @type {CommandHandler} */
const selectAccess = async ({ data }, params, answer) => {
  const { value } = fieldsOf(params);
  const blocked = Array.isArray(value) ? value.map(String) : [];
  const { users } = await directory(data.app);
  const rights = [
    { id: 'AU', name: texts.allEmployees },
    ...users.map((user) => ({ id: `U${user.id}`, name: user.name })),
  ].filter((right) => !blocked.includes(right.id));
  const items = rights.map((right) => ({ key: right.id, text: right.name, note: right.id }));
  const chosen = await choose({ title: texts.selectAccess, items, multiple: true });
  if (chosen !== null) answer(rights.filter((right) => chosen.includes(right.id)));
};

/**
 * Records by type; every bucket is an object with numbered keys, not a list (PB 7). `value` chooses beforehand, by
 * number, where several may be chosen.
 * @type {CommandHandler}
 */
const selectCRM = async ({ data }, params, answer) => {
  const { entityType, multiple, value } = fieldsOf(params);
  const types = Array.isArray(entityType) ? entityType.map(String) : [];
  const { crm } = await directory(data.app);
  const offered = crm.filter((record) => types.length === 0 || types.includes(record.type));
  const before = offered.filter((record) => {
    const numbers = fieldsOf(value)[record.type];
    return Array.isArray(numbers) && numbers.some((number) => record.id.endsWith(`_${number}`));
  });
  const chosen = await choose({
    title: texts.selectCrm,
    items: offered.map((record) => ({ key: record.id, text: record.title, note: record.id })),
    multiple: Boolean(multiple),
    chosen: before.map((record) => record.id),
  });
  if (chosen !== null) answer(buckets(offered.filter((record) => chosen.includes(record.id))));
};

/** @param {Directory['crm']} records */
function buckets(records) {
  /** @type {Record<string, Record<string, Directory['crm'][number]>>} */
  const byType = {};
  for (const record of records) {
    const bucket = (byType[record.type] ??= {});
    bucket[Object.keys(bucket).length] = record;
  }
  return byType;
}

export const selectCommands = { selectUser, selectAccess, selectCRM };
