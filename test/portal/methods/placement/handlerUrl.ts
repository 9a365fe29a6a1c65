/** Which addresses the portal takes as a handler (PB 6, step 2). */
import { V2Error } from '../../rest/errors.ts';

/**
 * Any host with a dot inside, also one that is not the application's; `localhost` is none.
 * @throws V2Error `ERROR_WRONG_HANDLER_URL`, `ERROR_UNSUPPORTED_PROTOCOL`
 */
export function checkHandlerUrl(address: string): void {
  const [, scheme = '', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):)?\/\/([^/?#]*)/i.exec(address) ?? [];
  const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  const wrong = new V2Error('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
  if (host.indexOf('.') < 1) throw wrong;
  if (!['http', 'https'].includes(scheme.toLowerCase())) {
    throw new V2Error('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol');
  }
  if (!URL.canParse(address)) throw wrong;
}
