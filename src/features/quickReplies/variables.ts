/** Variables of quick replies: `{client.name}` and the like. Pure. */
import type { Unfilled } from '../../conversation/composer/quickReply.ts';
import { harmlessValue } from '../../text/harmless.ts';

/** By name without braces; what is empty here is '' or missing. */
export type VariableValues = ReadonlyMap<string, string>;

/** What every card offers, in the order in which it is explained. */
export const variableNames = [
  'client.name',
  'client.firstName',
  'company.title',
  'deal.title',
  'deal.amount',
  'me.name',
  'me.firstName',
] as const;

const variable = /\{ *(\p{L}[\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)+) *\}/gu;

/**
 * A text with its variables filled in, in one pass: no value is searched for variables again, and none is more than
 * words, because clients choose their names themselves. What is unknown or empty stays as it is typed.
 */
export function fillVariables(template: string, values: VariableValues): string {
  const known = byPlainName(values);
  return template.replace(variable, (typed, name: string) => known.get(name.toLowerCase()) || typed);
}

/** The variables that stand in a text as such, in order: of every name, because a client is to read none of them. */
export function unfilledIn(text: string, values: VariableValues): Unfilled[] {
  const known = byPlainName(values);
  const names = new Set([...variableNames.map((name) => name.toLowerCase()), ...known.keys()]);
  return Array.from(text.matchAll(variable), ({ 0: typed, 1: name = '', index }) => {
    const plain = name.toLowerCase();
    const otherwise = names.has(plain) ? 'empty' : 'unknown';
    return { from: index, to: index + typed.length, state: known.get(plain) ? 'known' : otherwise };
  });
}

/** `{Client.FirstName}` is meant as well. */
function byPlainName(values: VariableValues): VariableValues {
  return new Map(Array.from(values, ([name, value]) => [name.toLowerCase(), harmlessValue(value)]));
}
