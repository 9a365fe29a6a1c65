/** `/devops/`: all applications of the portal. */
import { freeAppId } from '../../../world/apps.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { shell } from '../shell.ts';
import { applicationCard } from './applicationCard.ts';
import { embedding } from './embedding.ts';

export function applicationsPage(visit: Visit): Html {
  const { texts, world, user } = visit;
  const apps = [...world.apps.values()];
  const suffix = embedding(visit);
  const add = user.isAdmin
    ? html`<p><a href="/devops/install/${freeAppId(world)}/${suffix}">${texts.addApplication}</a></p>`
    : html`<p class="notice">${texts.adminsOnly}</p>`;
  const main = html`${add} ${apps.length === 0 ? html`<p class="muted">${texts.noInstalled}</p>` : null}
  ${apps.map((app) =>
    applicationCard(
      app,
      html`<h2><a href="/devops/install/${app.id}/${suffix}">${app.title}</a></h2>`,
      visit,
    ),
  )}`;
  return shell(visit, texts.applications, main);
}
