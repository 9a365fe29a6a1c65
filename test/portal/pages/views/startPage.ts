/** The start page: everything that can be opened, who is signed in, and the switches as they stand. */
import { webhookAddress } from '../../rest/path.ts';
import { activeConnectors } from '../../world/connectors.ts';
import type { CrmEntity } from '../../world/types.ts';
import { rowsAt } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { employees, fullName } from '../people.ts';
import { entityText, statusText } from '../texts/texts.ts';
import type { Visit } from '../visit.ts';
import { crmAddress, crmTab } from './crmPage.ts';
import { shell } from './shell.ts';
import { languages, switchFields } from './switchFields.ts';

interface Link {
  href: string;
  title: string;
  note: string;
}

function links(heading: string, items: readonly Link[]): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    <ul class="plain links">
      ${items.map(
        ({ href, title, note }) =>
          html`<li><a href="${href}">${title}</a> <span class="muted">${note}</span></li>`,
      )}
    </ul>
  </section>`;
}

function person(visit: Visit): Html {
  const { texts, world, user, language } = visit;
  return html`<form class="card" method="post" action="/">
    <h2>${texts.signedIn}</h2>
    <p class="fields">
      <label>
        ${texts.signInAs}
        <select name="signedInUserId">
          ${employees(world).map(
            ({ id, firstName, lastName, isAdmin }) =>
              html`<option value="${id}" ${id === user.id ? html`selected` : null}>
                ${fullName({ firstName, lastName })}${isAdmin ? ` · ${texts.administrator}` : null}
              </option>`,
          )}
        </select>
      </label>
      <label>
        ${texts.language}
        <select name="language">
          ${languages.map(
            (code) =>
              html`<option value="${code}" ${code === language ? html`selected` : null}>${code}</option>`,
          )}
        </select>
      </label>
      <button type="submit" class="button">${texts.apply}</button>
    </p>
  </form>`;
}

/** What a client without a browser is set up with. */
function webhooks({ texts, world, url }: Visit): Html {
  return html`<section class="card">
    <h2>${texts.webhooks}</h2>
    <ul class="plain">
      ${world.webhooks.map((webhook) => {
        const owner = world.users.get(webhook.userId);
        return html`<li>
          <code>${webhookAddress(url.origin, webhook)}</code>
          <span class="muted">${owner && fullName(owner)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** The applications with a tab in the card, and the channels over which its own chats came. */
function inCard(visit: Visit, { type, id }: CrmEntity): string[] {
  const applications = rowsAt(visit, [crmTab(type)]).map(({ title }) => title);
  const channels = [...visit.world.sessions.values()]
    .filter(({ crm }) => crm.some((entity) => entity.type === type && entity.id === id))
    .map(({ connectorId }) => activeConnectors.get(connectorId) ?? connectorId);
  return [...applications, ...new Set(channels)];
}

/** `/` */
export function startPage(visit: Visit): Html {
  const { texts, world, language } = visit;
  const tasks = [...world.tasks.values()].map((task) => ({
    href: `/company/personal/user/${visit.user.id}/tasks/task/view/${task.id}/`,
    title: task.title,
    note: `${texts.task} ${task.id} · ${statusText(task.status, language)}`,
  }));
  const crm = world.crm.map((entity) => ({
    href: crmAddress(entity),
    title: entity.title,
    note: [`${entityText(entity.type, language)} ${entity.id}`, ...inCard(visit, entity)].join(' · '),
  }));
  const other = [
    ...[...world.apps.values()].flatMap((app) => [
      { href: `/marketplace/app/${app.id}/`, title: texts.appPage, note: app.title },
      { href: `/devops/install/${app.id}/`, title: texts.installPage, note: app.title },
    ]),
    { href: '/devops/', title: texts.applications, note: texts.addOrDelete },
    { href: '/online/', title: texts.messenger, note: '' },
  ];
  const control = [
    { href: '/control/state', title: texts.controlState, note: 'GET /control/state' },
    { href: '/control/requests', title: texts.controlRequests, note: 'GET /control/requests' },
  ];
  const main = html`<p class="muted">${texts.startIntro}</p>
    <div class="columns">
      <div>${links(texts.tasks, tasks)} ${links(texts.crm, crm)}</div>
      <div>
        ${person(visit)} ${links(texts.other, other)} ${links(texts.control, control)} ${webhooks(visit)}
        <form class="card" method="post" action="/">
          <h2>${texts.switches}</h2>
          <p class="muted">${texts.switchesIntro}</p>
          ${switchFields(world.switches)}
          <button type="submit" class="button">${texts.apply}</button>
        </form>
      </div>
    </div>`;
  return shell(visit, texts.portal, main);
}
