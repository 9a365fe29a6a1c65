/** The frame of an application: a form that is posted into it, or an address, and what the parent window knows. */
import { randomBytes } from 'node:crypto';
import { onOffer } from '../../auth/scopes.ts';
import { issueToken } from '../../auth/tokens.ts';
import { titleFor } from '../../world/placements.ts';
import type { Token } from '../../world/types.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { placementOptionsForForm } from '../phpValues.ts';
import type { Visit } from '../visit.ts';
import { initData, placementCode } from './initData.ts';
import { handlerOf, withUri } from './place.ts';
import type { Place } from './place.ts';

/** PB 5.1: neither clipboard nor fullscreen. */
const allow = 'geolocation *; microphone *; camera *; autoplay *;';

/** What the parent window's script needs of one opening; `assets/appLayout.js` reads it. */
export interface Layout {
  appSid: string;
  app: string;
  title: string;
  /** target of the answers, and the only origin that is listened to */
  handlerOrigin: string;
  placement: string;
  placementId: number | null;
  /** as they were given, to open the same place again */
  options: Record<string, unknown>;
  inSlider: boolean;
  isAdmin: boolean;
  clientId: string;
  /** the page that `showAppForm` opens */
  formAddress: string;
  /** commands the embedding page adds to the base (PB 5.3, RF 6.4) */
  commands: string[];
  initData: object;
}

/** RF 6.4: CRM tabs register `reloadData`; every other place of ours is a plain one. */
function addedCommands(placement: string): string[] {
  return /^CRM_.+_DETAIL_TAB$/.test(placement) ? ['reloadData'] : [];
}

/** DOMAIN, PROTOCOL, LANG and APP_SID are added to the handler's own query (PB 5.1). */
function frameAddress(handler: URL, appSid: string, visit: Visit): string {
  const query = new URLSearchParams({
    DOMAIN: visit.url.host,
    PROTOCOL: visit.url.protocol === 'https:' ? '1' : '0',
    LANG: visit.language,
    APP_SID: appSid,
  });
  return `${handler.href}${handler.search === '' ? '?' : '&'}${query.toString()}`;
}

function formFields(place: Place, options: Record<string, unknown>, token: Token, visit: Visit): Html[] {
  const fields: Record<string, string> = {
    AUTH_ID: token.access,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: token.refresh,
    SERVER_ENDPOINT: 'https://oauth.bitrix.info/rest/',
    APPLICATION_TOKEN: place.app.applicationToken,
    APPLICATION_SCOPE: onOffer(visit.world, place.app.scopes).join(','),
    member_id: visit.world.memberId,
    status: 'L',
    PLACEMENT: placementCode(place),
    ...(Object.keys(options).length > 0 ? { PLACEMENT_OPTIONS: placementOptionsForForm(options) } : {}),
  };
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

/**
 * The markup of one opening, with a new APP_SID and new tokens. The script of the page starts it: it submits the
 * form, or sets `src` where the handler lies on a static host (PB 5.1), once it listens.
 */
export function appFrame(place: Place, visit: Visit): Html {
  const handler = handlerOf(place, visit);
  if (typeof handler === 'string') return html`<p class="notice" role="alert">${visit.texts[handler]}</p>`;
  const { app } = place;
  const appSid = randomBytes(16).toString('hex');
  const frameName = `${visit.url.host}|${visit.url.protocol === 'https:' ? 1 : 0}|${appSid}`;
  const token = issueToken(visit.world, { userId: visit.user.id, appCode: app.code });
  const options = withUri(place.options, visit);
  const address = frameAddress(handler, appSid, visit);
  const layout: Layout = {
    appSid,
    app: app.code,
    title: place.row === null ? app.title : titleFor(place.row, visit.language),
    handlerOrigin: handler.origin,
    placement: placementCode(place),
    placementId: place.row?.id ?? null,
    options: place.options,
    inSlider: place.inSlider,
    isAdmin: visit.user.isAdmin,
    clientId: app.clientId,
    formAddress: `/devops/install/${app.id}/`,
    commands: addedCommands(placementCode(place)),
    initData: initData(place, options, token, visit),
  };
  const form = html`<form class="app-form" method="post" action="${address}" target="${frameName}" hidden>
    ${formFields(place, options, token, visit)}
  </form>`;
  return html`<div
    class="app-layout"
    data-layout="${JSON.stringify(layout)}"
    ${app.opensBy === 'static' ? html`data-address="${address}"` : null}
  >
    ${app.opensBy === 'static' ? null : form}
    <p class="app-loader" role="status">${visit.texts.loading}</p>
    <iframe
      class="app-frame app-loading"
      name="${frameName}"
      title="${layout.title}"
      frameborder="0"
      allow="${allow}"
    ></iframe>
  </div>`;
}
