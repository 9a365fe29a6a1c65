/** The translator for React. */
import { createContext, type ReactNode, use } from 'react';
import { english, type Translator } from './translator.ts';

const TranslatorContext = createContext<Translator>(english);

/** Gives the screens below it their words. */
export function TranslationProvider({
  translator,
  children,
}: {
  translator: Translator;
  children: ReactNode;
}) {
  return <TranslatorContext value={translator}>{children}</TranslatorContext>;
}

/** `const { t, formatTime } = useTranslation()`. English outside of a provider. */
export function useTranslation(): Translator {
  return use(TranslatorContext);
}
