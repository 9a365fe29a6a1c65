/** Filters of classic list methods: `{"ID":[1,2],">=DEADLINE":"…","%TITLE":"web"}` (RF 5.3). */
import { isRecord, listOf, textOf } from '../values.ts';

type Test = (cell: unknown, wanted: unknown) => boolean;

/** Longest first, so that `>=` is not read as `>`. */
const prefixes: ReadonlyArray<readonly [prefix: string, test: Test]> = [
  ['>=', (cell, wanted) => order(cell, wanted) >= 0],
  ['<=', (cell, wanted) => order(cell, wanted) <= 0],
  ['!=', (cell, wanted) => !isOneOf(cell, wanted)],
  ['!@', (cell, wanted) => !isOneOf(cell, wanted)],
  ['!%', (cell, wanted) => !contains(cell, wanted)],
  ['=%', contains],
  ['%=', contains],
  ['>', (cell, wanted) => order(cell, wanted) > 0],
  ['<', (cell, wanted) => order(cell, wanted) < 0],
  ['=', isOneOf],
  ['@', isOneOf],
  ['%', contains],
  ['!', (cell, wanted) => !isOneOf(cell, wanted)],
];

/**
 * @param row UPPER-case names; a list in it matches when one of its members does
 * @throws Error for a field that the local portal does not know: answering as if it were not there would deceive
 */
export function matchesFilter(row: Readonly<Record<string, unknown>>, filter: unknown): boolean {
  if (!isRecord(filter)) return true;
  return Object.entries(filter).every(([key, wanted]) => {
    const [prefix = '', test = isOneOf] = prefixes.find(([sign]) => key.startsWith(sign)) ?? [];
    const name = key.slice(prefix.length).toUpperCase();
    if (!Object.hasOwn(row, name))
      throw new Error(`The local portal cannot filter by ${JSON.stringify(key)}`);
    return test(row[name], wanted);
  });
}

function isOneOf(cell: unknown, wanted: unknown): boolean {
  const texts = new Set(listOf(wanted).map(plain));
  return listOf(cell).some((value) => texts.has(plain(value)));
}

function contains(cell: unknown, wanted: unknown): boolean {
  const part = plain(wanted).replaceAll('%', '').toLowerCase();
  return listOf(cell).some((value) => plain(value).toLowerCase().includes(part));
}

function order(cell: unknown, wanted: unknown): number {
  return plain(cell).localeCompare(plain(wanted), 'en', { numeric: true });
}

/** `true`, `"Y"`, `1` and `"1"` are the same to a filter. */
function plain(value: unknown): string {
  if (value === true || value === 'Y') return '1';
  if (value === false || value === 'N') return '0';
  return textOf(value);
}
