/** `useTranslation` for the install screen: the words everybody has, and the installer's own, which come with it. */
import type { English, Loaded } from '../../i18n/catalogue.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { installEn } from '../../i18n/install/en.ts';
import { installRu } from '../../i18n/install/ru.ts';
import { makeTranslator, type Translator } from '../../i18n/translator.ts';

type InstallEnglish = English & typeof installEn;
export type InstallTranslator = Translator<InstallEnglish>;

const words = { en: installEn, ru: installRu };

const known = new WeakMap<Translator, InstallTranslator>();

/** Both languages come with the screen: a second thing to load would be a second thing to fail. */
export function useInstallTranslation(): InstallTranslator {
  const base = useTranslation();
  const translator = known.get(base) ?? extend(base);
  known.set(base, translator);
  return translator;
}

function extend({ catalogue, textLanguage, language }: Translator): InstallTranslator {
  const all: Loaded<InstallEnglish> = { ...catalogue, ...words[textLanguage] };
  return makeTranslator<InstallEnglish>(all, textLanguage, language);
}
