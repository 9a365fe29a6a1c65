/** The application's full page, and the page that says what is installed. */
import { appFrame } from '../frame/frame.ts';
import { appById } from '../frame/find.ts';
import { optionsOfPage } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Visit } from '../visit.ts';
import { shell } from './shell.ts';

/** `/marketplace/app/<id>/`: PLACEMENT `DEFAULT`, the page's own parameters as options (PB 5.4). */
export function appPage(visit: Visit, id: number): Html | null {
  const app = appById(visit.world, id);
  if (app === null) return null;
  const frame = appFrame({ app, row: null, options: optionsOfPage(visit.url), inSlider: false }, visit);
  return shell(visit, app.title, html`<div class="app-page">${frame}</div>`);
}

/** `/devops/install/<id>/`: what the portal knows of the application. */
export function installPage(visit: Visit, id: number): Html | null {
  const { texts, world } = visit;
  const app = appById(world, id);
  if (app === null) return null;
  const rows = world.placements.filter((row) => row.appCode === app.code);
  const facts: Array<[string, string]> = [
    [texts.code, app.code],
    ['client_id', app.clientId],
    [texts.version, String(app.version)],
    [texts.installState, app.installed ? texts.installed : texts.notYetInstalled],
    [texts.address, app.url],
    [texts.installAddress, app.installUrl ?? texts.none],
    [texts.opening, app.opensBy === 'static' ? texts.openingStatic : texts.openingForm],
  ];
  const main = html`<section class="card">
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd class="breakable">${value}</dd>`,
        )}
      </dl>
      <p><a href="/marketplace/app/${app.id}/">${texts.open}</a></p>
    </section>
    <section class="card">
      <h2>${texts.scopes}</h2>
      <p class="chips">${app.scopes.map((scope) => html`<span class="chip">${scope}</span>`)}</p>
    </section>
    <section class="card">
      <h2>${texts.placements}</h2>
      ${
        rows.length === 0
          ? html`<p class="muted">${texts.noPlacements}</p>`
          : html`<ul class="plain">
              ${rows.map(
                (row) =>
                  html`<li>
                    <strong>${row.placement}</strong> ${row.title}
                    <span class="muted breakable">${row.handler}</span>
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  return shell(visit, app.title, main, texts.installPage);
}
