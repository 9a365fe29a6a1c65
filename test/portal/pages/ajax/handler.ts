/** The two addresses that the script of a portal page calls: actions, and the markup of another frame. */
import type { ServerResponse } from 'node:http';
import { readBody } from '../../http/body.ts';
import { requestedPlace } from '../frame/find.ts';
import { appFrame } from '../frame/frame.ts';
import { html } from '../html.ts';
import { sendJson } from '../respond.ts';
import { isOwnPage } from '../session.ts';
import type { Visit } from '../visit.ts';
import { runAction } from './actions.ts';

const folder = '/bitrix/components/bitrix/app.layout/';

/** Answers below the folder of the component `app.layout`, to pages of this origin only; false = another address. */
export async function handleAjax(visit: Visit, response: ServerResponse): Promise<boolean> {
  const { request, url } = visit;
  const name = url.pathname.startsWith(folder) ? url.pathname.slice(folder.length) : '';
  if (name !== 'ajax.php' && name !== 'lazyload.ajax.php') return false;
  if (request.method !== 'POST') {
    sendJson(response, { error: 'method_not_allowed' }, 405);
    return true;
  }
  if (!isOwnPage(request, url.origin)) {
    sendJson(response, { error: 'access_denied' }, 403);
    return true;
  }
  const fields = parse((await readBody(request)).toString('utf8'));
  const answer =
    fields === null ? null : name === 'ajax.php' ? runAction(visit, fields) : lazyload(visit, fields);
  if (answer === null) sendJson(response, { error: 'bad_request' }, 400);
  else sendJson(response, answer);
  return true;
}

function lazyload(visit: Visit, fields: Record<string, unknown>): { html: string } | null {
  const place = requestedPlace(visit.world, fields);
  if (place === null) return null;
  const markup =
    place === 'noHandler'
      ? html`<p class="notice" role="alert">${visit.texts.noHandler}</p>`
      : appFrame(place, visit);
  return { html: markup.markup };
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
