/** Why a step failed and what to do about it, in words. Codes decide, never the portal's texts. */
import type { InstallTranslator } from './useInstallTranslation.ts';
import { PortalError } from '../../portal/errors.ts';
import { cardOf } from './places.ts';

/** What the codes of `placement.*` mean to an administrator (PB 6, RF 6.1). */
const byCode: ReadonlyMap<string, `install.${'placeFull' | 'webhook' | 'rowStays'}`> = new Map([
  ['ERROR_PLACEMENT_MAX_COUNT', 'install.placeFull'],
  ['WRONG_AUTH_TYPE', 'install.webhook'],
  ['ROW_STAYS', 'install.rowStays'],
]);

export interface FailureWords {
  text: string;
  /** what the portal said and its code, hostile; '' when it said nothing */
  answer: string;
}

/**
 * @param address the one that was to be bound
 * @param placement the code of its place, where there is one
 */
export function failureWords(
  t: InstallTranslator['t'],
  failure: unknown,
  address: string,
  placement = '',
): FailureWords {
  if (!(failure instanceof PortalError)) return { text: t('errors.unexpectedText'), answer: '' };
  return { text: textOf(t, failure, address, placement), answer: answerOf(failure) };
}

function textOf(
  t: InstallTranslator['t'],
  { kind, code, method, scope = '?' }: PortalError,
  address: string,
  placement: string,
): string {
  if (code === 'ERROR_WRONG_HANDLER_URL') return t('install.wrongAddress', { address });
  if (code === 'ERROR_UNSUPPORTED_PROTOCOL') return t('install.wrongProtocol', { address });
  if (code === 'ERROR_PLACEMENT_NOT_FOUND') {
    return t('install.unknownPlace', { scope: cardOf(placement) === 'crm' ? 'crm' : 'task' });
  }
  const known = byCode.get(code);
  if (known) return t(known);
  if (code === 'ACCESS_DENIED') return t(deniedFor(method));
  switch (kind) {
    case 'scope':
      return t('errors.scopeText', { scope });
    case 'auth':
      return t('install.session');
    case 'limit':
      return t('install.busy');
    case 'unreachable':
      return t('errors.unreachableText');
    case 'unclear':
    case 'malformed':
    case 'host':
      return t('install.noAnswer');
    case 'denied':
    case 'validation':
    case 'notFound':
    case 'refused':
    default:
      return t('install.refused');
  }
}

/** One code for three things: no administrator (PB 6), a webhook (RF 7.3), a plan without REST (RF 8.4). */
function deniedFor(method: string): 'install.onlyAdmin' | 'install.webhook' | 'install.refused' {
  if (method.startsWith('placement.')) return 'install.onlyAdmin';
  return method === 'app.info' ? 'install.webhook' : 'install.refused';
}

/** A gateway can answer with a whole page. */
const longestQuote = 300;

function answerOf({ portalText, code, kind }: PortalError): string {
  if (kind === 'unreachable') return '';
  const quote = portalText.length > longestQuote ? `${portalText.slice(0, longestQuote)}…` : portalText;
  return [quote, `(${code})`].filter(Boolean).join(' ');
}
