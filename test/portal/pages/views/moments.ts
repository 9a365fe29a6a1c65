/** Times as a person reads them: in their own time zone and language. */
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Visit } from '../visit.ts';

/** @param iso ISO 8601 with offset */
export function moment(iso: string, { language, user }: Visit): Html {
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: user.timeZone,
  });
  return html`<time datetime="${iso}">${format.format(new Date(iso))}</time>`;
}
