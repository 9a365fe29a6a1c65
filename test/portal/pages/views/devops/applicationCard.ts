/** What the portal knows of one application, and the way to remove it. */
import { titleFor } from '../../../world/placements.ts';
import type { App } from '../../../world/types.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { embedding } from './embedding.ts';

function facts(app: App, { texts }: Visit): Html {
  const rows: Array<[string, string]> = [
    [texts.code, app.code],
    ['client_id', app.clientId],
    [texts.version, String(app.version)],
    [texts.installState, app.installed ? texts.installed : texts.notYetInstalled],
    [texts.address, app.url],
    [texts.installAddress, app.installUrl ?? texts.none],
    [texts.opening, app.opensBy === 'static' ? texts.openingStatic : texts.openingForm],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd class="breakable">${value}</dd>`,
    )}
  </dl>`;
}

function scopes(app: App, { texts }: Visit): Html {
  if (app.scopes.length === 0) return html`<p class="muted">${texts.none}</p>`;
  return html`<p class="chips">${app.scopes.map((scope) => html`<span class="chip">${scope}</span>`)}</p>`;
}

function placements(app: App, { texts, world, language }: Visit): Html {
  const rows = world.placements.filter((row) => row.appCode === app.code);
  if (rows.length === 0) return html`<p class="muted">${texts.noPlacements}</p>`;
  return html`<ul class="plain bound">
    ${rows.map(
      (row) =>
        html`<li>
          <strong>${row.placement}</strong> ${titleFor(row, language)}
          <span class="muted breakable">${row.handler}</span>
        </li>`,
    )}
  </ul>`;
}

/** A button, and the question behind it. */
function removal(app: App, visit: Visit): Html {
  const { texts } = visit;
  const dialog = `delete-${app.id}`;
  return html`<button
      type="button"
      class="button button-danger"
      data-opens="${dialog}"
      aria-haspopup="dialog"
    >
      ${texts.delete}
    </button>
    <dialog class="question" id="${dialog}" aria-labelledby="${dialog}-title">
      <form method="post" action="/devops/install/${app.id}/delete/${embedding(visit)}">
        <h2 id="${dialog}-title">${texts.deleteQuestion}</h2>
        <p>${app.title}</p>
        <p class="muted">${texts.deleteHint}</p>
        <p class="actions">
          <button type="submit" class="button button-danger">${texts.delete}</button>
          <button type="submit" class="button button-plain" formmethod="dialog" autofocus>
            ${texts.cancel}
          </button>
        </p>
      </form>
    </dialog>`;
}

/** @param heading of second level */
export function applicationCard(app: App, heading: Html, visit: Visit): Html {
  const { texts, user } = visit;
  return html`<section class="card">
    ${heading} ${facts(app, visit)}
    <h3>${texts.scopes}</h3>
    ${scopes(app, visit)}
    <h3>${texts.placements}</h3>
    ${placements(app, visit)}
    <div class="actions">
      <a class="button" href="/marketplace/app/${app.id}/">${texts.open}</a>
      ${user.isAdmin ? removal(app, visit) : null}
    </div>
  </section>`;
}
