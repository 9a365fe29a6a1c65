/** The application's full page. */
import { appById } from '../../world/apps.ts';
import { appFrame } from '../frame/frame.ts';
import { optionsOfPage } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Visit } from '../visit.ts';
import { shell } from './shell.ts';

/** `/marketplace/app/<id>/`: PLACEMENT `DEFAULT`, the page's own parameters as options (PB 5.4). */
export function appPage(visit: Visit, id: number): Html | null {
  const app = appById(visit.world, id);
  if (app === undefined) return null;
  const frame = appFrame({ app, row: null, options: optionsOfPage(visit.url), inSlider: false }, visit);
  return shell(visit, app.title, html`<div class="app-page">${frame}</div>`);
}
