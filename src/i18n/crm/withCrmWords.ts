/** Adds the words of the cards of the CRM to those everybody has. */
import { makeTranslator, type Translator } from '../translator.ts';
import { crmEn } from './en.ts';

/** Russian has them already: all of it is loaded on demand, at once. */
export function withCrmWords(base: Translator): Translator {
  const { catalogue, textLanguage, language } = base;
  return textLanguage === 'en' ? makeTranslator({ ...catalogue, ...crmEn }, 'en', language) : base;
}
