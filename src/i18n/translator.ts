/** Everything a screen needs to speak: our words in English or Russian, dates and numbers in the portal's language. */
import type { English, Loaded, Words } from './catalogue.ts';
import { en } from './en.ts';
import { type Formats, makeFormats } from './formats.ts';
import { type TextLanguage, toLocale, toTextLanguage } from './languages.ts';
import { makeTranslate, type Translate } from './translate.ts';

export interface Translator<Model = English> extends Formats {
  t: Translate<Model>;
  /** the words themselves, for a screen that brings more of its own */
  catalogue: Loaded<Model>;
  /** BCP 47, for `Intl`: the portal's language, also where our words are English */
  language: string;
  /** of our words; what `<html lang>` should say */
  textLanguage: TextLanguage;
}

/** Puts a catalogue and a language together. */
export function makeTranslator<Model = English>(
  catalogue: Loaded<NoInfer<Model>> & Words,
  textLanguage: TextLanguage,
  language: string,
): Translator<Model> {
  const formats = makeFormats(language);
  return {
    ...formats,
    t: makeTranslate<Model>(catalogue, textLanguage, formats.formatNumber),
    catalogue,
    language,
    textLanguage,
  };
}

/** English, at hand at once: before the portal has told its language, and when nothing else is to be had. */
export const english: Translator = makeTranslator(en, 'en', toLocale('en'));

/**
 * The translator for Bitrix24's `LANG` (`en`, `ru`, `ua`, `br` …). Russian words are loaded on demand; when that
 * fails they are English. Never rejects.
 */
export async function createTranslator(bitrixLanguage: string): Promise<Translator> {
  const language = toLocale(bitrixLanguage);
  if (toTextLanguage(bitrixLanguage) === 'en') return makeTranslator(en, 'en', language);
  try {
    const { ru } = await import('./ru.ts');
    return makeTranslator(ru, 'ru', language);
  } catch {
    return makeTranslator(en, 'en', language);
  }
}
