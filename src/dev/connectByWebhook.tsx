/**
 * A portal without its page, for `npm run dev:portal`: calls go to this page's own dev server, which forwards them to a
 * webhook (test/tools/forwardToPortal.ts). The page never learns the webhook's user or secret.
 */
import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk';
import { createRoot } from 'react-dom/client';
import type { Portal } from '../portal/connect.ts';
import { PortalError } from '../portal/errors.ts';
import { oneAttempt } from '../portal/oneAttempt.ts';
import { createRest, type Rest } from '../portal/rest.ts';
import { createRestApi } from '../portal/restApi.ts';
import type { Tokens } from '../portal/tokens.ts';
import { createUpload } from '../portal/upload.ts';
import { PlacementBar } from './PlacementBar.tsx';
import { readPlace } from './places.ts';

/** The dev server signs the calls in; there is nothing to refresh. */
const noTokens: Tokens = {
  get: () => Promise.resolve(''),
  refuse: () => {},
  giveUp: () => {},
  hope: () => {},
};

/** Shows the bar, and gives the portal that the page's address asks for. */
export function connectByWebhook(): Portal {
  const opened = readPlace(location.search);
  const origin = import.meta.env.VITE_PORTAL_ORIGIN ?? '';
  const bar = document.createElement('div');
  document.body.prepend(bar);
  const { host } = new URL(origin);
  createRoot(bar).render(<PlacementBar opened={opened} portalHost={host} />);
  return {
    origin,
    memberId: host,
    language: navigator.language.slice(0, 2),
    placement: opened.placement,
    isInstalling: opened.place === 'INSTALL',
    // Lets the whole installation be seen; what the webhook's person may not do, the portal refuses.
    isAdmin: true,
    finishInstallation: () => Promise.reject(noFrame('setInstallFinish')),
    rest: restThroughDevServer(),
    restApi: createRestApi(location.origin, noTokens),
    upload: createUpload(`${location.origin}/rest`, noTokens),
    personActed: () => {},
  };
}

/**
 * The SDK's webhook client, because only it and the frame give out the SDK's http client, and then all of `rest.ts` is
 * the same as in a portal. It has no webhook: its address is replaced by our own (by itself it would insist on https).
 */
function restThroughDevServer(): Rest {
  const hook = new B24Hook(
    { b24Url: location.host, userId: 0, secret: '' },
    { restrictionParams: oneAttempt },
  );
  hook.offClientSideWarning();
  hook.getTargetOriginWithPath().set(ApiVersion.v2, `${location.origin}/rest`);
  return createRest(hook, noTokens);
}

function noFrame(method: string): PortalError {
  return new PortalError({ kind: 'host', code: 'NO_FRAME', method, executed: 'no' });
}
