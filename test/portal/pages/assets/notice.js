/** A short word to the person at the foot of the window, over everything else. */

/** How long it stays, ms. */
const staying = 4000;

/** @param {string} text */
export function notify(text) {
  const element = document.createElement('p');
  element.className = 'toast';
  element.setAttribute('role', 'status');
  element.popover = 'manual';
  document.body.append(element);
  element.showPopover();
  element.textContent = text;
  setTimeout(() => element.remove(), staying);
}
