/** The switches as form fields, and what a sent form makes of them. */
import type { Switches } from '../../world/types.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { employees } from '../people.ts';
import { sessionOf } from '../session.ts';
import type { Visit } from '../visit.ts';

const flags = [
  'taskReadersMayReadChat',
  'lineReadersMayReadChat',
  'installFlag',
  'limitWithoutCors',
  'filesNeedCookie',
  'olderTaskCard',
  'imV2Files',
  'unlistedParams',
  'queryLimit',
  'zipUpdateKeepsInstalled',
] as const satisfies ReadonlyArray<keyof Switches>;

const tasksScopes = ['tasks', 'task', 'missing'] as const satisfies ReadonlyArray<Switches['tasksScope']>;

const deliveries = ['delivered', 'sending', 'failed'] as const satisfies ReadonlyArray<Switches['delivery']>;

/** Languages on offer; the pages themselves know English and Russian. */
export const languages: readonly string[] = ['en', 'ru', 'de'];

/** The names are those of the control contract, so that a reader finds them again in tests. */
export function switchFields(switches: Switches): Html {
  return html`<input type="hidden" name="form" value="switches" /> ${flags.map(
      (name) =>
        html`<label class="check">
          <input type="checkbox" name="${name}" ${switches[name] ? html`checked` : null} />
          <code>${name}</code>
        </label>`,
    )}
    ${choice('tasksScope', tasksScopes, switches.tasksScope)}
    ${choice('delivery', deliveries, switches.delivery)}`;
}

function choice(name: keyof Switches, values: readonly string[], chosen: string): Html {
  return html`<label class="check">
    <code>${name}</code>
    <select name="${name}">
      ${values.map((value) => html`<option ${value === chosen ? html`selected` : null}>${value}</option>`)}
    </select>
  </label>`;
}

/** Takes over either form of the start page: the person (in this browser only) and the language, or the switches. */
export function applyForm({ context, world, request }: Visit, form: URLSearchParams): void {
  const { switches } = world;
  if (form.get('form') === 'switches') {
    for (const name of flags) switches[name] = form.has(name);
    switches.tasksScope = tasksScopes.find((name) => name === form.get('tasksScope')) ?? switches.tasksScope;
    switches.delivery = deliveries.find((name) => name === form.get('delivery')) ?? switches.delivery;
    return;
  }
  const session = sessionOf(request);
  const person = employees(world).find(({ id }) => String(id) === form.get('signedInUserId'));
  if (session !== null && person) context.signedIn.set(session, person.id);
  switches.language = languages.find((code) => code === form.get('language')) ?? switches.language;
}
