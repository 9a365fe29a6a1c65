/** The task card: the new one with its "Applications" block, or the older one with tabs (PB 2.4, RF 6.3). */
import { mayReadTask } from '../../world/rights.ts';
import type { PlacementRow, Task } from '../../world/types.ts';
import { rowsAt } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { person } from '../people.ts';
import { statusText } from '../texts/texts.ts';
import type { Visit } from '../visit.ts';
import { moment } from './moments.ts';
import { sliderRow, tabs } from './openers.ts';
import { shell } from './shell.ts';

const places = ['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR', 'TASK_VIEW_TOP_PANEL'];

function people(ids: readonly number[], visit: Visit): Html {
  if (ids.length === 0) return html`<span class="muted">${visit.texts.none}</span>`;
  return html`${ids.map((id) => person(visit.world.users.get(id)))}`;
}

function details(task: Task, visit: Visit): Html {
  const { texts, language } = visit;
  return html`<section class="card">
      <h2>${texts.description}</h2>
      <p class="prose">${task.description === '' ? texts.noDescription : task.description}</p>
    </section>
    <section class="card">
      <dl class="facts">
        <dt>${texts.status}</dt>
        <dd><span class="chip" data-status="${task.status}">${statusText(task.status, language)}</span></dd>
        <dt>${texts.deadline}</dt>
        <dd>${task.deadline === null ? texts.noDeadline : moment(task.deadline, visit)}</dd>
        <dt>${texts.creator}</dt>
        <dd>${people([task.creatorId], visit)}</dd>
        <dt>${texts.responsible}</dt>
        <dd>${people([task.responsibleId], visit)}</dd>
        <dt>${texts.accomplices}</dt>
        <dd>${people(task.accompliceIds, visit)}</dd>
        <dt>${texts.auditors}</dt>
        <dd>${people(task.auditorIds, visit)}</dd>
      </dl>
    </section>`;
}

function denied({ texts }: Visit): Html {
  return html`<section class="card">
    <h2>${texts.taskDenied}</h2>
    <p class="muted">${texts.taskDeniedHint}</p>
  </section>`;
}

/** New card: every bound row is a row of one block, whatever its place, and opens a slider with `taskId`. */
function newCard(content: Html, rows: readonly PlacementRow[], taskId: string, { texts }: Visit): Html {
  return html`${content}
    <section class="card">
      <h2>${texts.applications}</h2>
      ${
        rows.length === 0
          ? html`<p class="muted">${texts.noApplications}</p>`
          : rows.map((row) => sliderRow(row, { taskId }))
      }
    </section>`;
}

/** Older card: TAB and SIDEBAR are frames in the card with `taskId`, TOP_PANEL is a slider with `TASK_ID`. */
function olderCard(content: Html, rows: readonly PlacementRow[], taskId: string, { texts }: Visit): Html {
  const inside = rows.filter((row) => row.placement !== 'TASK_VIEW_TOP_PANEL');
  const above = rows.filter((row) => row.placement === 'TASK_VIEW_TOP_PANEL');
  return html`${
    above.length === 0
      ? null
      : html`<div class="toolbar">${above.map((row) => sliderRow(row, { TASK_ID: taskId }))}</div>`
  }
  ${rows.length === 0 ? html`<p class="muted">${texts.noTabs}</p>` : null}
  ${tabs(
    texts.task,
    content,
    texts.general,
    inside.map((row) => ({ row, options: { taskId } })),
  )}`;
}

/** `/company/personal/user/<any>/tasks/task/view/<id>/`; null when there is no such task. */
export function taskPage(visit: Visit, id: number): Html | null {
  const task = visit.world.tasks.get(id);
  if (task === undefined) return null;
  const mayRead = mayReadTask(visit.user, task);
  const rows = rowsAt(visit, places);
  const content = mayRead ? details(task, visit) : denied(visit);
  const card = visit.world.switches.olderTaskCard ? olderCard : newCard;
  const heading = `${visit.texts.task} ${id}`;
  return shell(visit, mayRead ? task.title : heading, card(content, rows, String(id), visit), heading);
}
