/** What `getInitData` answers (PB 5.4). */
import type { Token } from '../../world/types.ts';
import { asPrintedByPhp, placementOptionsForInitData } from '../phpValues.ts';
import type { Visit } from '../visit.ts';
import type { Place } from './place.ts';

/** PLACEMENT of an opening: the code of its row, else `DEFAULT`. */
export function placementCode(place: Place): string {
  return (place.row?.placement ?? 'DEFAULT').toUpperCase();
}

/** @param options those of the opening, URI among them */
export function initData(place: Place, options: Record<string, unknown>, token: Token, visit: Visit): object {
  const { app } = place;
  const { user, url, world } = visit;
  return {
    LANG: visit.language,
    DOMAIN: url.host,
    PROTOCOL: url.protocol === 'https:' ? 1 : 0,
    PATH: '/rest',
    AUTH_ID: token.access,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: token.refresh,
    MEMBER_ID: world.memberId,
    FIRST_RUN: !app.startedBy.includes(user.id),
    IS_ADMIN: user.isAdmin,
    // PB, not found 5: newest portals may compute the flag under another name and leave this one false.
    INSTALL: world.switches.installFlag && !app.installed,
    USER_OPTIONS: asPrintedByPhp(app.userOptions[user.id] ?? {}),
    APP_OPTIONS: asPrintedByPhp(app.options),
    PLACEMENT: placementCode(place),
    PLACEMENT_OPTIONS: placementOptionsForInitData(options),
  };
}
