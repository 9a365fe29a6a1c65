/** A CRM card with a tab for every application bound to it (PB 2.4, RF 6.4). */
import type { CrmEntity } from '../../world/types.ts';
import { rowsAt } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { person } from '../people.ts';
import { entityText } from '../texts/texts.ts';
import type { Visit } from '../visit.ts';
import { tabs } from './openers.ts';
import { shell } from './shell.ts';

function find(visit: Visit, type: string, id: number | undefined): CrmEntity | undefined {
  return visit.world.crm.find((entity) => entity.type === type && entity.id === id);
}

function link(entity: CrmEntity | undefined): Html {
  if (entity === undefined) return html`—`;
  return html`<a href="${crmAddress(entity)}">${entity.title}</a>`;
}

/** `/crm/deal/details/7/`, of a smart process `/crm/type/128/details/1/` */
export function crmAddress({ type, id }: Pick<CrmEntity, 'type' | 'id'>): string {
  return `/crm/${type.replace('dynamic_', 'type/')}/details/${id}/`;
}

/** The place of applications in its card, `CRM_DEAL_DETAIL_TAB` (RF 6.4) */
export function crmTab(type: CrmEntity['type']): string {
  return `CRM_${type.toUpperCase()}_DETAIL_TAB`;
}

/** The card of a record; null when there is no such one. @param type as the world has it */
export function crmPage(visit: Visit, type: string, id: number): Html | null {
  const { texts, world, language } = visit;
  const entity = find(visit, type, id);
  if (entity === undefined) return null;
  const rows = rowsAt(visit, [crmTab(entity.type)]);
  const general = html`<section class="card" data-reload>
    <dl class="facts">
      <dt>${texts.assigned}</dt>
      <dd>${person(world.users.get(entity.assignedById))}</dd>
      ${
        entity.contactId === undefined
          ? null
          : html`<dt>${texts.contact}</dt>
              <dd>${link(find(visit, 'contact', entity.contactId))}</dd>`
      }
      ${
        entity.companyId === undefined
          ? null
          : html`<dt>${texts.company}</dt>
              <dd>${link(find(visit, 'company', entity.companyId))}</dd>`
      }
    </dl>
    ${rows.length === 0 ? html`<p class="muted">${texts.noTabs}</p>` : null}
  </section>`;
  const kind = entityText(entity.type, language);
  const applications = rows.map((row) => ({ row, options: { ID: String(id) } }));
  return shell(visit, entity.title, tabs(kind, general, texts.general, applications), `${kind} ${id}`);
}
