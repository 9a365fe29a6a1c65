/** The frame around every page of the portal: document, head with the signed-in person, script and style. */
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { avatar, fullName } from '../people.ts';
import type { Texts } from '../texts/texts.ts';
import type { Visit } from '../visit.ts';

/** Texts that the script shows; it gets only those. */
const scriptTexts = [
  'close',
  'select',
  'search',
  'nothingFound',
  'selectUser',
  'selectUsers',
  'selectAccess',
  'selectCrm',
  'allEmployees',
  'callsMissing',
  'refreshFailed',
  'newSlider',
] as const satisfies ReadonlyArray<keyof Texts>;

const styles = ['tokens', 'base', 'page', 'controls', 'app', 'messenger', 'slider', 'overlay'];

export type ScriptTexts = Pick<Texts, (typeof scriptTexts)[number]>;

function head({ texts, user }: Visit): Html {
  return html`<header class="portal-head">
    <a class="brand" href="/">${texts.portal}</a>
    <span class="person">
      ${avatar(user)}
      <span
        >${fullName(user)}${user.isAdmin ? html` <span class="muted">· ${texts.administrator}</span>` : null}</span
      >
    </span>
  </header>`;
}

/**
 * A whole document.
 * @param title of the page; the command `setTitle` changes the heading that shows it, not the browser tab (RF 9.2)
 * @param overline what kind of thing this is, above the title
 */
export function shell(visit: Visit, title: string, main: Html, overline?: string): Html {
  const texts = Object.fromEntries(scriptTexts.map((key) => [key, visit.texts[key]]));
  return html`<!doctype html>
    <html lang="${visit.language === 'ru' ? 'ru' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${visit.texts.portal}</title>
        <link rel="icon" href="data:," />
        ${styles.map((name) => html`<link rel="stylesheet" href="/portal-assets/styles/${name}.css" />`)}
        <script type="module" src="/portal-assets/page.js"></script>
      </head>
      <body data-texts="${JSON.stringify(texts)}" ${visit.embedded ? html`data-embedded` : null}>
        ${visit.embedded ? null : head(visit)}
        <main class="page">
          ${overline === undefined ? null : html`<p class="overline">${overline}</p>`}
          <h1 id="pagetitle">${title}</h1>
          ${main}
        </main>
      </body>
    </html>`;
}
