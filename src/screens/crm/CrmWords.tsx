/** Gives what is below it the words of the cards of the CRM: they are loaded with these screens, and nobody else has them. */
import { type ReactNode, useMemo } from 'react';
import { TranslationProvider, useTranslation } from '../../i18n/context.tsx';
import { withCrmWords } from '../../i18n/crm/withCrmWords.ts';

export function CrmWords({ children }: { children: ReactNode }) {
  const base = useTranslation();
  const translator = useMemo(() => withCrmWords(base), [base]);
  return <TranslationProvider translator={translator}>{children}</TranslationProvider>;
}
