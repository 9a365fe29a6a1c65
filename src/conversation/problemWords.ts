/** A problem in words: what happened, what to do about it, and what the portal said itself. */
import type { Problem } from '../delivery/item.ts';
import type { Translator } from '../i18n/translator.ts';
import { fileGoneCode, notFetchedCode } from '../sending/fileItem.ts';
import { portalErrorKinds, type PortalErrorKind } from '../portal/errors.ts';

export interface ProblemWords {
  title: string;
  /** may be empty */
  text: string;
  /** the portal's own words where they add something; hostile, to be shown as text only; may be empty */
  quote: string;
}

/** What is wrong with a file, by the portal's words or ours (see `methods/files.ts`). */
const fileWords = new Map([
  [fileGoneCode, ['attachments.goneTitle', 'attachments.goneText'] as const],
  [notFetchedCode, ['attachments.notFetchedTitle', 'attachments.notFetchedText'] as const],
  ['FILE_UNREADABLE', ['attachments.unreadableTitle', 'attachments.unreadableText'] as const],
  ['FILE_EMPTY', ['attachments.emptyTitle', 'attachments.emptyText'] as const],
  ['FILE_TOO_LARGE', ['attachments.tooLargeTitle', 'attachments.tooLargeText'] as const],
]);

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
    case 'refused': {
      const words = fileWords.get(problem.code);
      if (words) return { title: t(words[0]), text: t(words[1]), quote };
      return { title: t('errors.refusedTitle'), text: '', quote };
    }
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
