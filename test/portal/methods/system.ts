/** What every application may ask: who calls, with which rights, and whether a method exists (RF 5.3, 7.3). */
import { coversV2, onOffer } from '../auth/scopes.ts';
import type { Call, V2Method, V3Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { portalDate } from '../world/clock.ts';
import { isEmpty, textOf } from './values.ts';

interface Others {
  v2: readonly V2Method[];
  v3: readonly V3Method[];
}

/** All of scope `basic`. @param others the rest of the portal's methods, for `scope` and `method.get` */
export function systemMethods(others: Others): V2Method[] {
  const basic = (name: string, handle: V2Method['handle']): V2Method => ({ name, scopes: [], handle });
  const own: V2Method[] = [
    basic('profile', profile),
    basic('app.info', appInfo),
    basic('server.time', () => portalDate()),
    basic('scope', (call) => scope(call, others)),
    basic('method.get', (call) => methodGet(call, [...own, ...others.v2, basic('batch', () => null)])),
  ];
  return own;
}

function profile({ user }: Call): unknown {
  return {
    ID: String(user.id),
    ADMIN: user.isAdmin,
    NAME: user.firstName,
    LAST_NAME: user.lastName,
    PERSONAL_GENDER: user.gender,
    TIME_ZONE: user.timeZone,
  };
}

/** RF 7.3: a webhook is refused with 400 here, not with `WRONG_AUTH_TYPE`. */
function appInfo({ app, world }: Call): unknown {
  if (!app) throw new V2Error('ACCESS_DENIED', 'Access denied! Application context required');
  return {
    ID: app.id,
    CODE: app.clientId,
    VERSION: app.version,
    STATUS: 'L',
    INSTALLED: app.installed,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: world.switches.language,
    LICENSE: 'de_ent250',
    LICENSE_TYPE: 'ent250',
    LICENSE_FAMILY: 'ent',
  };
}

/** With `full` every scope on offer, else the granted ones. */
function scope({ params, scopes, world }: Call, { v2, v3 }: Others): unknown {
  if (isEmpty(params['full'])) return [...scopes];
  const all = [...v2.flatMap((method) => method.scopes), ...v3.flatMap((method) => method.scope ?? [])];
  return onOffer(world, [...new Set(['basic', ...all, 'crm', 'imopenlines', 'placement', 'disk'])]);
}

/** v2 names only, in any case. */
function methodGet({ params, scopes, world }: Call, methods: readonly V2Method[]): unknown {
  const name = textOf(params['name']).toLowerCase();
  const method = methods.find(
    (candidate) => candidate.name.toLowerCase() === name && (candidate.isThere?.(world.switches) ?? true),
  );
  return {
    isExisting: method !== undefined,
    isAvailable: method !== undefined && coversV2(scopes, method.scopes),
  };
}
