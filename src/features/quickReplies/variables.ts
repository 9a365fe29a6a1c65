/** Variables of quick replies: `{client.name}` and the like. Pure. */
import type { Place } from '../../conversation/composer/slash.ts';

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

const variable = /\{([a-z]+(?:\.[a-z]+)+)\}/gi;

/**
 * A text with its variables filled in, in one pass: no value is searched for variables again. What is unknown or empty
 * stays as it is typed.
 */
export function fillVariables(template: string, values: VariableValues): string {
  const known = byPlainName(values);
  return template.replace(variable, (typed, name: string) => {
    return harmless(known.get(name.toLowerCase()) ?? '') || typed;
  });
}

/** Where known variables stand in a text as such, in order. */
export function unfilledIn(text: string, values: VariableValues): Place[] {
  const known = new Set([...variableNames, ...values.keys()].map((name) => name.toLowerCase()));
  return Array.from(text.matchAll(variable))
    .filter(([, name = '']) => known.has(name.toLowerCase()))
    .map(({ 0: typed, index }) => ({ from: index, to: index + typed.length }));
}

/** `{Client.FirstName}` is meant as well. */
function byPlainName(values: VariableValues): VariableValues {
  return new Map(Array.from(values, ([name, value]) => [name.toLowerCase(), value]));
}

/** Control characters, halves of characters, and what turns the direction of the text around it. */
const unseen = /[\p{Cc}\p{Surrogate}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Code points; a name is shorter. */
const longest = 200;

/**
 * A value without what would be BB code, a quote (PB 4.3) or a variable: clients choose their names themselves, and
 * they are not to choose what an agent says with them. It stays on its line.
 */
function harmless(value: string): string {
  const plain = value
    .replace(/\s/gu, ' ')
    .replace(unseen, '')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replaceAll('>', '›')
    .replace(/-{3,}/g, '–')
    .replace(/ {2,}/g, ' ')
    .trim();
  return Array.from(plain).slice(0, longest).join('');
}
