/** A problem in words: what happened, what to do about it, and what the portal said itself. */
import type { Problem } from '../delivery/item.ts';
import type { Translator } from '../i18n/translator.ts';
import { portalErrorKinds, type PortalErrorKind } from '../portal/errors.ts';

export interface ProblemWords {
  title: string;
  /** may be empty */
  text: string;
  /** the portal's own words where they add something; hostile, to be shown as text only; may be empty */
  quote: string;
}

/** A gateway can answer with a whole page. */
const longestQuote = 500;

/** Words for every kind of PortalError; `problem` may be what was stored of one. */
export function problemWords(t: Translator['t'], problem: Problem): ProblemWords {
  const { portalText, scope = '?' } = problem;
  const kind = kindOf(problem);
  const said = portalText.trim();
  const quote = said.length > longestQuote ? `${said.slice(0, longestQuote)}…` : said;
  switch (kind) {
    case 'scope':
      return { title: t('errors.scopeTitle'), text: t('errors.scopeText', { scope }), quote };
    // Here the portal's own words are all there is to know.
    case 'validation':
      return { title: t('errors.validationTitle'), text: t('errors.validationText'), quote };
    case 'refused':
      return { title: t('errors.refusedTitle'), text: '', quote };
    case 'auth':
    case 'denied':
    case 'notFound':
    case 'limit':
    case 'unreachable':
    case 'unclear':
    case 'malformed':
    case 'host':
    default:
      return { title: t(`errors.${kind}Title`), text: t(`errors.${kind}Text`), quote };
  }
}

/** Another version of the app may have stored it. */
function kindOf(problem: Problem): PortalErrorKind {
  return portalErrorKinds.find((kind) => kind === problem.kind) ?? 'unclear';
}
