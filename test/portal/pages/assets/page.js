/** Starts a page of the portal: its frames, tabs and buttons, and the one ear for all messages of frames. */
import { layoutFor } from './appLayout.js';
import { readCommand } from './message.js';
import { openApp, startLayouts } from './opening.js';
import { startTabs } from './tabs.js';

window.addEventListener('message', (event) => {
  const command = readCommand(event.data);
  if (command !== null) layoutFor(command.appSid, event.origin)?.hear(command);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const asking = event.target.closest('[data-opens]');
  if (asking instanceof HTMLElement) ask(asking.dataset['opens'] ?? '');
  const opener = event.target.closest('[data-open-app]');
  if (!(opener instanceof HTMLElement)) return;
  const menu = opener.closest('.menu');
  if (menu instanceof HTMLElement) menu.hidePopover();
  openApp(JSON.parse(opener.dataset['openApp'] ?? '{}'), { title: opener.innerText.trim() });
});

/** @param {string} id of a dialog with a question */
function ask(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

for (const element of document.querySelectorAll('[data-tabs]')) {
  if (element instanceof HTMLElement) startTabs(element);
}

startLayouts(document, null);

// A chat is read from its end.
document.querySelector('.messages > :last-child')?.scrollIntoView({ block: 'end' });
