/** The tabs of a card. A panel that belongs to an application gets its frame when it is first shown. */
import { showApp } from './opening.js';

/** @param {HTMLElement} element `[data-tabs]` */
export function startTabs(element) {
  const tabs = [...element.querySelectorAll('[role=tab]')].filter((tab) => tab instanceof HTMLElement);
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tabs, tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step === undefined ? undefined : tabs.at((index + step) % tabs.length);
      if (next === undefined) return;
      next.focus();
      choose(tabs, next);
    });
  }
}

/**
 * @param {readonly HTMLElement[]} tabs
 * @param {HTMLElement} chosen
 */
function choose(tabs, chosen) {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
    if (panel === null) continue;
    panel.hidden = tab !== chosen;
    if (tab === chosen) fill(panel);
  }
}

/** @param {HTMLElement} panel */
function fill(panel) {
  const request = panel.dataset['app'];
  if (request === undefined || panel.childElementCount > 0) return;
  void showApp(panel, JSON.parse(request), null);
}
