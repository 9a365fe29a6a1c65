/** Commands about the window: size, heading, scrolling, reloading (PB 5.2, 5.3). */
import { fieldsOf, textOf } from '../message.js';

/** @typedef {import('../appLayout.js').CommandHandler} CommandHandler */

/** Width `100%` or px, 100 when it is no number; a height that is no number changes nothing. @type {CommandHandler} */
const resizeWindow = ({ element }, params, answer) => {
  const { width, height } = fieldsOf(params);
  element.style.width = width === '100%' ? width : `${Number.parseInt(textOf(width) ?? '', 10) || 100}px`;
  const pixels = Number.parseInt(textOf(height) ?? '', 10);
  if (pixels > 0) element.style.height = `${pixels}px`;
  answer({ width: element.offsetWidth, height: element.offsetHeight });
};

/** The heading of the page, not the browser tab (RF 9.2); refused outside `DEFAULT`. @type {CommandHandler} */
const setTitle = ({ slider }, params, answer) => {
  const heading = slider?.heading ?? document.getElementById('pagetitle');
  if (heading !== null) heading.textContent = textOf(fieldsOf(params)['title']) ?? '';
  answer(params);
};

/** @type {CommandHandler} */
const setScroll = (_layout, params, answer) => {
  window.scrollTo(window.scrollX, Number.parseInt(textOf(fieldsOf(params)['scroll']) ?? '', 10) || 0);
  answer(params);
};

/** Never answered. A slider is no page: its content comes anew. @type {CommandHandler} */
const reloadWindow = (layout) => {
  if (layout.slider === null) {
    location.reload();
    return;
  }
  layout.slider.close();
  layout.openApp(layout.request, { title: layout.data.title });
};

/** The tab of a CRM card: the card's own fields are read anew, then comes an empty answer (RF 6.4). @type {CommandHandler} */
const reloadData = async (_layout, _params, answer) => {
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector('[data-reload]');
  if (fresh !== null) document.querySelector('[data-reload]')?.replaceWith(fresh);
  answer();
};

export const windowCommands = { resizeWindow, setTitle, setScroll, reloadWindow, reloadData };
