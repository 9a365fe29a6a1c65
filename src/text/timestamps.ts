/** `[timestamp=… format=…]`: the portal's date formats (b24restdocs, im message formatting) as options of Intl. */

const day = 'numeric';
const short = { hour: '2-digit', minute: '2-digit' } as const;
const numeric = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

/** The formats the portal knows, in upper case. A code with another one is shown as it was written. */
export const timestampFormats: ReadonlyMap<string, Intl.DateTimeFormatOptions> = new Map<
  string,
  Intl.DateTimeFormatOptions
>([
  ['FORMAT_DATE', numeric],
  ['FORMAT_DATETIME', { ...numeric, ...short, second: '2-digit' }],
  ['SHORT_DATE_FORMAT', numeric],
  ['MEDIUM_DATE_FORMAT', { day, month: 'short', year: 'numeric' }],
  ['LONG_DATE_FORMAT', { day, month: 'long', year: 'numeric' }],
  ['DAY_MONTH_FORMAT', { day, month: 'long' }],
  ['DAY_SHORT_MONTH_FORMAT', { day, month: 'short' }],
  ['SHORT_DAY_OF_WEEK_MONTH_FORMAT', { weekday: 'short', day, month: 'long' }],
  ['SHORT_DAY_OF_WEEK_SHORT_MONTH_FORMAT', { weekday: 'short', day, month: 'short' }],
  ['DAY_OF_WEEK_MONTH_FORMAT', { weekday: 'long', day, month: 'long' }],
  ['FULL_DATE_FORMAT', { weekday: 'long', day, month: 'long', year: 'numeric' }],
  ['SHORT_TIME_FORMAT', short],
  ['LONG_TIME_FORMAT', { ...short, second: '2-digit' }],
]);

/** A Unix time in the reader's zone; `format` is a key of `timestampFormats`, `language` BCP 47 (none = the browser's). */
export function formatTimestamp(seconds: number, format: string, language?: string): string {
  return new Intl.DateTimeFormat(language, timestampFormats.get(format)).format(seconds * 1000);
}
