/** What the forms of `/devops/` do: take a ZIP application, remove an application. GET is for the views. */
import type { ServerResponse } from 'node:http';
import { readBody } from '../../http/body.ts';
import { appById, freeAppId, removeApp, uploadApp } from '../../world/apps.ts';
import { appCode } from '../../world/seed/app.ts';
import { redirect, sendJson, sendPage } from '../respond.ts';
import { isOwnPage } from '../session.ts';
import { staticOriginOf } from '../staticApps.ts';
import { applicationPage } from '../views/devops/applicationPage.ts';
import { embedding } from '../views/devops/embedding.ts';
import type { Visit } from '../visit.ts';
import { readUpload } from './uploadForm.ts';

const address = /^\/devops\/install\/(\d+)\/(delete\/)?$/;

/** Answers a sent form; false = none of these. Only an administrator's own page may send one. */
export async function handleDevops(visit: Visit, response: ServerResponse): Promise<boolean> {
  const match = visit.request.method === 'POST' ? address.exec(visit.url.pathname) : null;
  if (match === null) return false;
  if (!visit.user.isAdmin || !isOwnPage(visit.request, visit.url.origin)) {
    sendJson(response, { error: 'access_denied' }, 403);
    return true;
  }
  const id = Number(match[1]);
  if (match[2] === undefined) await takeUpload(visit, id, response);
  else remove(visit, id, response);
  return true;
}

/** Afterwards the application opens, its installer first (RF 7.2). */
async function takeUpload(visit: Visit, id: number, response: ServerResponse): Promise<void> {
  const { context, request, world } = visit;
  const sent = await readUpload(await readBody(request), request.headers['content-type'] ?? '');
  const page = applicationPage(visit, id, sent);
  if (page === null) {
    sendJson(response, { error: 'not_found' }, 404);
    return;
  }
  const { fields, files, problems } = sent;
  if (files === null || Object.keys(problems).length > 0) {
    sendPage(request, response, page, 400);
    return;
  }
  const app = uploadApp(world, {
    ...fields,
    code: appById(world, id)?.code ?? newCode(visit),
    files,
    staticOrigin: staticOriginOf(context.origin),
  });
  redirect(response, `/marketplace/app/${app.id}/${embedding(visit)}`);
}

function newCode({ world }: Visit): string {
  return world.apps.has(appCode) ? `local.app${freeAppId(world)}` : appCode;
}

function remove(visit: Visit, id: number, response: ServerResponse): void {
  const app = appById(visit.world, id);
  if (app !== undefined) removeApp(visit.world, app.code);
  redirect(response, `/devops/${embedding(visit)}`);
}
