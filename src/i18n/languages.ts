/** Language codes of Bitrix24 (RF 9.2) and what the browser calls them. */

// Only those that are no BCP 47 code already, or mean something else there.
const locales = new Map([
  // Times of 24 hours and the day before the month, as in the portal's own look.
  ['en', 'en-GB'],
  ['br', 'pt-BR'],
  ['by', 'be'],
  ['in', 'hi'],
  ['kz', 'kk'],
  ['la', 'es-419'],
  ['sc', 'zh-Hans'],
  ['tc', 'zh-Hant'],
  ['ua', 'uk'],
  ['vn', 'vi'],
]);

/** The language for `Intl`, BCP 47, from Bitrix24's `LANG`; English for what nobody knows. */
export function toLocale(bitrixLanguage: string): string {
  const code = bitrixLanguage.trim().toLowerCase();
  const locale = locales.get(code) ?? code;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** The languages our own words exist in. */
export type TextLanguage = 'en' | 'ru';

/** The language of our words for Bitrix24's `LANG`. */
export function toTextLanguage(bitrixLanguage: string): TextLanguage {
  return bitrixLanguage.trim().toLowerCase() === 'ru' ? 'ru' : 'en';
}
