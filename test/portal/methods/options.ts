/**
 * `app.option.*` and `user.option.*`, scope `basic` (PB source key M, `rest_provider.php`): the options that the parent
 * window's `setAppOption` and `setUserOption` write too. The docs name other codes with 400 (RF 7.3).
 */
import type { App } from '../world/types.ts';
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { isEmpty, isRecord, textOf } from './values.ts';

const basic = (name: string, handle: V2Method['handle']): V2Method => ({ name, scopes: [], handle });

export const options: V2Method[] = [
  basic('app.option.get', (call) => read(call, requireApp(call).options)),
  basic('app.option.set', setAppOptions),
  basic('user.option.get', (call) => read(call, requireApp(call).userOptions[call.user.id] ?? {})),
  basic('user.option.set', setUserOptions),
];

/** All of them, `[]` when there are none (RF 11.12); with `option` one value, null when there is none such. */
function read({ params }: Call, known: Readonly<Record<string, unknown>>): unknown {
  const name = params['option'] ?? null;
  if (name !== null) return known[textOf(name)] ?? null;
  return Object.keys(known).length === 0 ? [] : known;
}

/** What is wrong with the parameters is told before who may set them. */
function setAppOptions(call: Call): unknown {
  const app = requireApp(call);
  const given = givenOptions(call);
  if (!call.user.isAdmin) throw denied('Administrator authorization required');
  app.options = { ...app.options, ...given };
  return true;
}

function setUserOptions(call: Call): unknown {
  const app = requireApp(call);
  app.userOptions[call.user.id] = { ...app.userOptions[call.user.id], ...givenOptions(call) };
  return true;
}

/** Without `options` the parameters themselves are the options. @throws V2Error 400 when there are none */
function givenOptions({ params }: Call): Record<string, unknown> {
  const { auth: _auth, access_token: _token, ...others } = params;
  const given = params['options'] ?? others;
  if (isRecord(given) && !isEmpty(given)) return given;
  const text = "Argument 'options' is null or empty";
  throw new V2Error('ERROR_ARGUMENT', text, 400, { argument: 'options' });
}

function requireApp({ app }: Call): App {
  if (!app) throw denied('Application context required');
  return app;
}

function denied(detail: string): V2Error {
  return new V2Error('ACCESS_DENIED', `Access denied! ${detail}`, 403);
}
