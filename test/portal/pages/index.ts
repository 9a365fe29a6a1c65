/** The pages of the local portal: which address shows what. The server answers 404 to what is no page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { PortalContext } from '../context.ts';
import { readBody } from '../http/body.ts';
import { handleAjax } from './ajax/handler.ts';
import { handleDevops } from './devops/handler.ts';
import { serveFile } from './files.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { redirect, sendJson, sendPage } from './respond.ts';
import { isOwnPage } from './session.ts';
import { handleStatic } from './staticApps.ts';
import { appPage } from './views/appPage.ts';
import { crmPage } from './views/crmPage.ts';
import { applicationPage } from './views/devops/applicationPage.ts';
import { applicationsPage } from './views/devops/listPage.ts';
import { messengerPage } from './views/messengerPage.ts';
import { shell } from './views/shell.ts';
import { startPage } from './views/startPage.ts';
import { applyForm } from './views/switchFields.ts';
import { taskPage } from './views/taskPage.ts';
import { visitOf } from './visit.ts';
import type { Visit } from './visit.ts';

const assets = new URL('./assets/', import.meta.url);
const assetsPath = '/portal-assets/';

type View = (visit: Visit, ...parts: string[]) => Html | null;

const views: ReadonlyArray<readonly [RegExp, View]> = [
  [/^\/$/, startPage],
  [
    /^\/company\/personal\/user\/\d+\/tasks\/task\/view\/(\d+)\/?$/,
    (visit, id) => taskPage(visit, Number(id)),
  ],
  [
    /^\/crm\/(lead|deal|contact|company)\/details\/(\d+)\/?$/,
    (visit, type, id) => crmPage(visit, type, Number(id)),
  ],
  [
    /^\/crm\/type\/(\d+)\/details\/(\d+)\/?$/,
    (visit, type, id) => crmPage(visit, `dynamic_${type}`, Number(id)),
  ],
  [/^\/online\/?$/, messengerPage],
  [/^\/marketplace\/app\/(\d+)\/?$/, (visit, id) => appPage(visit, Number(id))],
  [/^\/devops\/?$/, applicationsPage],
  [/^\/devops\/install\/(\d+)\/?$/, (visit, id) => applicationPage(visit, Number(id))],
];

/** Answers a page, what its script asks for, or a file of a ZIP application; false = not a page of the portal. */
export async function handlePage(
  context: PortalContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const visit = visitOf(context, request);
  const { pathname } = visit.url;
  if (handleStatic(visit.world, visit.url, request, response)) return true;
  if (pathname.startsWith(assetsPath)) {
    await serveFile(fileURLToPath(assets), pathname.slice(assetsPath.length), request, response);
    return true;
  }
  if (await handleAjax(visit, response)) return true;
  if (await handleDevops(visit, response)) return true;
  if (pathname === '/' && request.method === 'POST') {
    await takeForm(visit, response);
    return true;
  }
  return request.method === 'GET' || request.method === 'HEAD' ? showView(visit, response) : false;
}

async function takeForm(visit: Visit, response: ServerResponse): Promise<void> {
  if (!isOwnPage(visit.request, visit.url.origin)) {
    sendJson(response, { error: 'access_denied' }, 403);
    return;
  }
  const body = await readBody(visit.request);
  applyForm(visit, new URLSearchParams(body.toString('utf8')));
  redirect(response, '/');
}

/** A record that does not exist gets the portal's own "not found" page. */
function showView(visit: Visit, response: ServerResponse): boolean {
  for (const [address, view] of views) {
    const match = address.exec(visit.url.pathname);
    if (match === null) continue;
    const page = view(visit, ...match.slice(1));
    sendPage(visit.request, response, page ?? missing(visit), page === null ? 404 : 200);
    return true;
  }
  return false;
}

function missing(visit: Visit): Html {
  const { texts } = visit;
  return shell(
    visit,
    texts.notFound,
    html`<section class="card">
      <p>${texts.notFoundHint}</p>
      <p><a href="/">${texts.toStart}</a></p>
    </section>`,
  );
}
