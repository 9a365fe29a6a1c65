/** The portal's open lines and the people in their queues: where a conversation can be passed on to. */
import * as v from 'valibot';
import type { Rest } from '../rest.ts';
import { read, wireMap, wireNumber } from '../wire.ts';

export interface Line {
  id: number;
  name: string;
  isActive: boolean;
  /** in the order of the queue */
  operatorIds: number[];
  /** names of operators by id, as far as the portal told them */
  names: ReadonlyMap<number, string>;
}

/** The portal gives at most 200 (RF 4.4). */
const mostLines = 200;

const line = v.looseObject({
  ID: wireNumber,
  LINE_NAME: v.fallback(v.string(), ''),
  ACTIVE: v.fallback(v.string(), 'Y'),
  QUEUE: v.fallback(v.array(wireNumber), []),
  QUEUE_USERS_FIELDS: v.fallback(wireMap, {}),
});
const operator = v.looseObject({ USER_NAME: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

/**
 * `imopenlines.config.list.get` (v2, scope `imopenlines`, RF 4.4), by name; those that are switched off too.
 * @throws PortalError
 */
export async function listLines(rest: Rest): Promise<Line[]> {
  const method = 'imopenlines.config.list.get';
  const parameters = {
    PARAMS: { select: ['ID', 'LINE_NAME', 'ACTIVE'], order: { LINE_NAME: 'ASC' }, limit: mostLines },
    OPTIONS: { QUEUE: 'Y' },
  };
  const rows = read(method, v.array(v.unknown()), await rest.call({ method, parameters }));
  return rows.flatMap((row) => {
    const answer = v.safeParse(line, row);
    return answer.success ? [asLine(answer.output)] : [];
  });
}

function asLine(row: v.InferOutput<typeof line>): Line {
  const names = Object.entries(row.QUEUE_USERS_FIELDS).flatMap(([id, fields]): Array<[number, string]> => {
    const answer = v.safeParse(operator, fields);
    return answer.success ? [[Number(id), answer.output.USER_NAME]] : [];
  });
  return {
    id: row.ID,
    name: row.LINE_NAME,
    isActive: row.ACTIVE !== 'N',
    operatorIds: row.QUEUE,
    names: new Map(names),
  };
}
