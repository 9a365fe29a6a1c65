/** Opens applications: in a slider, or inside an element of the page. */
import { AppLayout } from './appLayout.js';
import { commands } from './commands/index.js';
import { lazyload } from './server.js';
import { Slider } from './slider.js';

/** @typedef {import('./appLayout.js').OpenRequest} OpenRequest */

/**
 * Starts the frames inside an element that were not started yet.
 * @param {ParentNode} container
 * @param {Slider | null} slider the one around them
 * @returns {AppLayout[]}
 */
export function startLayouts(container, slider) {
  const elements = [...container.querySelectorAll('.app-layout:not([data-started])')];
  return elements
    .filter((element) => element instanceof HTMLElement)
    .map((element) => {
      element.dataset['started'] = '';
      const layout = new AppLayout(element, { slider, commands, openApp });
      layout.start();
      return layout;
    });
}

/**
 * @param {HTMLElement} container
 * @param {OpenRequest} request
 * @param {Slider | null} slider
 */
export async function showApp(container, request, slider) {
  container.innerHTML = await lazyload(request);
  return startLayouts(container, slider);
}

/**
 * Opens an application in a slider. A frame in a closing slider is heard no more, but still gets what was under way.
 * @param {OpenRequest} request
 * @param {import('./slider.js').SliderLook} look
 * @param {() => void} [closed]
 */
export function openApp(request, look, closed) {
  /** @type {AppLayout[]} */
  let layouts = [];
  const slider = new Slider(look, () => {
    for (const layout of layouts) layout.stop();
    closed?.();
  });
  void showApp(slider.body, { ...request, inSlider: true }, slider).then((shown) => {
    layouts = shown;
  });
}
