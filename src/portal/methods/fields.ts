/**
 * Loose reading of what no schema can rely on: parts of a message whose names are in capitals in
 * `im.dialog.messages.get` (PB 4.3), in camelCase in the history of an open line (RF 4.2), and whose lists are objects
 * where PHP wanted them to be. Nothing here throws, whatever it is given.
 */

/** Values by the name of their field, in small letters and without `_`: `colortoken` */
export type Fields = ReadonlyMap<string, unknown>;

/** No message of the portal has that many, see the limit of 60,000 characters (PB 4.2). */
const longestList = 200;
const longestWords = 2000;

/** undefined for what is no map */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(
    Object.entries(value).map(([name, field]): [string, unknown] => [
      name.toLowerCase().replaceAll('_', ''),
      field,
    ]),
  );
}

/** The items of a list, of a list written as `{"0": …}`, or of a single item; at most 200. */
export function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined || value === false || value === '') return [];
  if (Array.isArray(value)) return value.slice(0, longestList) as unknown[];
  if (typeof value !== 'object') return [value];
  const names = Object.keys(value);
  return names.every((name) => /^\d+$/.test(name)) ? listOf(Object.values(value)) : [value];
}

/** Whether `listOf` leaves something out. */
export function isTooLong(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > longestList;
}

/** '' for what is neither text nor number */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** null for what is no text, and for an empty one */
export function addressOf(value: unknown): string | null {
  const address = typeof value === 'string' ? value.trim() : '';
  return address === '' ? null : address;
}

/** A whole number above 0, also one sent as text; else 0. */
export function countOf(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number > 0 && number <= Number.MAX_SAFE_INTEGER
    ? Math.round(number)
    : 0;
}

/** Every text in a value of any shape, one a line, in the order written; at most 2000 characters. */
export function wordsIn(value: unknown): string {
  const found: string[] = [];
  // No recursion: nesting may be deeper than the stack of the page.
  const open: unknown[] = [value];
  for (let left = longestWords; left > 0 && open.length > 0;) {
    const next = open.pop();
    left -= 1;
    if (typeof next === 'string' && next.trim() !== '') {
      const words = next.trim().slice(0, left);
      found.push(words);
      left -= words.length;
    } else if (typeof next === 'object' && next !== null) {
      open.push(...(Object.values(next) as unknown[]).slice(0, longestList).reverse());
    }
  }
  return withoutHalf(found.join('\n'));
}

/** Without the first half of a character of two code units, which cutting may have left at the end. */
export function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
