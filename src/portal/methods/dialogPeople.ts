/** Who takes part in a dialog. */
import * as v from 'valibot';
import type { Rest } from '../rest.ts';
import { read } from '../wire.ts';
import { readPeople, type Person } from './dialogMessages.ts';

/** Rows of a page; the portal gives at most 200 (PB 4.4). */
const pageSize = 200;
/** More people than this are not offered by name anyway. */
const mostPages = 5;

/**
 * `im.dialog.users.list` (v2, scope `im`, RF 3.8, PB 4.4), ascending by id, without those who left the company.
 * Pages by `LAST_ID`: what says that there are more stands beside `result`, where the SDK's answer does not show it.
 * @throws PortalError; 'denied' (403 ACCESS_ERROR) when the person may not read the dialog
 */
export async function dialogPeople(rest: Rest, dialogId: string): Promise<Person[]> {
  const method = 'im.dialog.users.list';
  const people: Person[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const parameters = { DIALOG_ID: dialogId, LIMIT: pageSize, LAST_ID: people.at(-1)?.id ?? 0 };
    const rows = read(method, v.array(v.unknown()), await rest.call({ method, parameters }));
    people.push(...readPeople(rows));
    if (rows.length < pageSize) break;
  }
  return people.filter(({ hasLeft }) => !hasLeft);
}
