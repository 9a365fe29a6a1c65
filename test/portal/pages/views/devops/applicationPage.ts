/** `/devops/install/<id>/`: one application, and the form for its next version or for a new one. */
import { appById, freeAppId } from '../../../world/apps.ts';
import { uploadDefaults, type SentUpload } from '../../devops/uploadForm.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { shell } from '../shell.ts';
import { applicationCard } from './applicationCard.ts';
import { embedding } from './embedding.ts';
import { uploadCard } from './uploadCard.ts';

/**
 * @param id that of an application, or the next free one
 * @param sent a form with problems, to be shown again
 * @returns null for any other number
 */
export function applicationPage(visit: Visit, id: number, sent?: SentUpload): Html | null {
  const { texts, world, user } = visit;
  const app = appById(world, id);
  if (app === undefined && id !== freeAppId(world)) return null;
  const heading = app === undefined ? null : html`<h2>${texts.uploadVersion}</h2>`;
  const form = user.isAdmin
    ? uploadCard(id, heading, sent?.fields ?? uploadDefaults(app), sent?.problems ?? {}, visit)
    : html`<p class="notice">${texts.adminsOnly}</p>`;
  const main = html`<p><a href="/devops/${embedding(visit)}">${texts.applications}</a></p>
    <div class="columns">
      ${app === undefined ? null : html`<div>${applicationCard(app, html`<h2>${texts.installPage}</h2>`, visit)}</div>`}
      <div>${form}</div>
    </div>`;
  return shell(visit, app?.title ?? texts.addApplication, main);
}
