/** Whether a row would be drawn just as it is: what concerns other messages only does not count. */
import type { Around } from './around.ts';

interface RowProps {
  message?: { id: number } | undefined;
  around: Around;
}

/** For `memo`. */
export function isSameRow<Props extends RowProps>(before: Props, after: Props): boolean {
  const { around: was, ...propsBefore } = before;
  const { around: is, ...propsAfter } = after;
  return areEqual(propsBefore, propsAfter) && (was === is || isSameAround(was, is, after.message?.id ?? 0));
}

function isSameAround(before: Around, after: Around, messageId: number): boolean {
  const { chosen: chosenBefore, quotes: quotesBefore, ...restBefore } = before;
  const { chosen, quotes, ...rest } = after;
  return (
    areEqual(restBefore, rest) &&
    chosenBefore?.has(messageId) === chosen?.has(messageId) &&
    quotesBefore.get(messageId) === quotes.get(messageId)
  );
}

function areEqual(one: object, other: object): boolean {
  const [entries, others] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return (
    entries.length === others.size && entries.every(([name, value]) => Object.is(value, others.get(name)))
  );
}
