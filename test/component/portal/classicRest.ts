/** Classic REST as in a portal, the SDK's own client included; only the page around the frame is missing. */
import { ApiVersion, HttpV2 } from '@bitrix24/b24jssdk';
import { oneAttempt } from '../../../src/portal/oneAttempt.ts';
import { createRest, type Rest } from '../../../src/portal/rest.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { frameWith } from './wild.ts';

/** @param origin of a portal @param tokens see `frameWith` */
export function classicRest(origin: string, ...tokens: Array<string | null>): Rest {
  const frame = frameWith(...tokens);
  const shared = shareTokens(frame);
  const dataOf = (token: string) => ({
    access_token: token,
    refresh_token: '',
    expires: 0,
    expires_in: 3_600,
    domain: new URL(origin).host,
    member_id: '',
  });
  const http = new HttpV2(
    {
      getAuthData: () => (frame.token === '' ? false : dataOf(frame.token)),
      refreshAuth: async () => dataOf(((await frame.refreshAuth()) || { access_token: '' }).access_token),
      getUniq: (prefix) => prefix,
      isAdmin: false,
      getTargetOrigin: () => origin,
      getTargetOriginWithPath: () => new Map([[ApiVersion.v2, `${origin}/rest`]]),
    },
    null,
    oneAttempt,
  );
  return createRest({ getHttpClient: () => http }, shared);
}
