/** What the `imopenlines.crm.*` methods are given; the keys are in capitals, other ones are not seen (PB 3). */
import type { Call, Params } from '../../rest/call.ts';
import { V2Error } from '../../rest/errors.ts';
import { mayReadCrm } from '../../world/rights.ts';
import { intOf, isEmpty, textOf } from '../values.ts';

/** A CRM element as it was asked for. */
export interface Link {
  /** in lower case; one of the four, or one that nothing is linked to (PB 3) */
  type: string;
  id: number;
}

/** @throws V2Error 400 `ERROR_ARGUMENT` for what PHP calls empty, a text "0" too (PB 1.4) */
export function given(params: Params, name: string): unknown {
  const value = params[name];
  if (isEmpty(value)) throw wrongArgument(name, `Argument '${name}' is null or empty`);
  return value;
}

/** @throws V2Error 400 `ERROR_ARGUMENT`: missing, or no positive number (PB 1.4) */
export function readId(params: Params, name: string): number {
  const value = given(params, name);
  const isNumeric = typeof value === 'number' || /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(textOf(value));
  if (isNumeric && intOf(value) > 0) return intOf(value);
  throw wrongArgument(name, `The value of an argument '${name}' has an invalid type`);
}

/** `CRM_ENTITY_TYPE` in any case, and `CRM_ENTITY`. @throws V2Error 400 `ERROR_ARGUMENT` */
export function readEntity(params: Params): Link {
  const type = textOf(given(params, 'CRM_ENTITY_TYPE')).toLowerCase();
  return { type, id: readId(params, 'CRM_ENTITY') };
}

/** @throws V2Error 403 `ACCESS_DENIED` (PB 3, RF 4.1) */
export function requireEntityAccess({ world, user }: Call, link: Link): void {
  if (mayReadCrm(world, user, link)) return;
  throw new V2Error('ACCESS_DENIED', 'Access denied! You dont have access to this action', 403);
}

function wrongArgument(name: string, text: string): V2Error {
  return new V2Error('ERROR_ARGUMENT', text, 400, { argument: name });
}
