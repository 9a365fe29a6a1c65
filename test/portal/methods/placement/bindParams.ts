/** Reads the parameters of `placement.bind` in the order in which the portal complains about them (PB 6). */
import type { Params } from '../../rest/call.ts';
import { V2Error } from '../../rest/errors.ts';
import type { PlacementTexts } from '../../world/types.ts';
import { isEmpty, isRecord, textOf, upperKeys } from '../values.ts';
import { checkHandlerUrl } from './handlerUrl.ts';
import type { PlacementKind } from './kinds.ts';

/** 400 `ERROR_ARGUMENT`; the key `argument` repeats what stands between the quotes (PB 1.4). */
export function emptyArgument(argument: string): V2Error {
  return new V2Error('ERROR_ARGUMENT', `Argument '${argument}' is null or empty`, 400, { argument });
}

/** Steps 1 and 2. @returns the code in upper case, and the handler's address */
export function readTarget(params: Params): { placement: string; handler: string } {
  const { PLACEMENT: placement, HANDLER: handler } = params;
  if (typeof placement !== 'string') {
    const text = "The value of an argument 'PLACEMENT' must be of type string";
    throw new V2Error('ERROR_ARGUMENT', text, 400, { argument: 'PLACEMENT' });
  }
  // The odd sentences are the portal's own: it passes a text where the name of a parameter belongs.
  if (placement === '') throw emptyArgument('The placement code is not specified');
  if (placement.toUpperCase() === 'DEFAULT') throw emptyArgument('The placement code has an incorrect value');
  if (typeof handler !== 'string' || handler === '') {
    throw emptyArgument('The URL of the placement handler is not specified');
  }
  checkHandlerUrl(handler);
  return { placement: placement.toUpperCase(), handler };
}

/** Step 4: what the place does not know is dropped. @throws V2Error when a required one is missing */
export function readOptions(value: unknown, kind: PlacementKind): Record<string, string> {
  const given = isRecord(value) ? value : {};
  const missing = kind.required.find((name) => isEmpty(given[name]));
  if (missing !== undefined) throw emptyArgument(missing);
  const kept = kind.options.filter((name) => name in given);
  return Object.fromEntries(kept.map((name) => [name, textOf(given[name])]));
}

/** LANG_ALL, else TITLE, DESCRIPTION and GROUP_NAME as those of the caller's language; {} when none is named. */
export function readTexts(params: Params, language: string): Record<string, PlacementTexts> {
  const { LANG_ALL: all } = params;
  if (isRecord(all) && !isEmpty(all)) {
    const named = Object.entries(all).filter((entry): entry is [string, Params] => isRecord(entry[1]));
    return Object.fromEntries(named.map(([code, texts]) => [code.toLowerCase(), asTexts(texts)]));
  }
  const own = asTexts(params);
  return Object.values(own).some((text) => text !== '') ? { [language]: own } : {};
}

function asTexts(value: Params): PlacementTexts {
  const { TITLE: title, DESCRIPTION: description, GROUP_NAME: group } = upperKeys(value);
  return { TITLE: textOf(title), DESCRIPTION: textOf(description), GROUP_NAME: textOf(group) };
}
