/** A problem in words: what happened, and what to do about it. */
import type { Translator } from '../i18n/translator.ts';
import type { Problem } from '../sending/outgoing.ts';

export interface ProblemWords {
  title: string;
  /** may be empty */
  text: string;
}

/** A gateway can answer with a whole page. */
const longestQuote = 500;

/** What the portal said itself is part of `text` where it is all there is to know; it is shown as text, never more. */
export function problemWords(t: Translator['t'], { kind, portalText, scope = '?' }: Problem): ProblemWords {
  const details = portalText.length > longestQuote ? `${portalText.slice(0, longestQuote)}…` : portalText;
  switch (kind) {
    case 'scope':
      return { title: t('errors.scopeTitle'), text: t('errors.scopeText', { scope }) };
    case 'validation':
      return { title: t('errors.validationTitle'), text: t('errors.validationText', { details }) };
    case 'refused':
      return { title: t('errors.refusedTitle'), text: details && t('errors.refusedText', { details }) };
    case 'auth':
    case 'denied':
    case 'notFound':
    case 'limit':
    case 'unreachable':
    case 'unclear':
    case 'malformed':
    case 'host':
    default:
      return { title: t(`errors.${kind}Title`), text: t(`errors.${kind}Text`) };
  }
}
