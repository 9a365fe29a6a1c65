/** A dialog to choose from a list: one at a click, or several with a button. */
import { texts } from './texts.js';

/**
 * @typedef {{ key: string, text: string, note: string }} Item
 *
 * @param {{ title: string, items: readonly Item[], multiple: boolean, chosen?: readonly string[] }} options
 * @returns {Promise<string[] | null>} keys in the order of the list; null when the dialog was closed without a choice
 */
export function choose({ title, items, multiple, chosen = [] }) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'chooser';
    dialog.setAttribute('aria-label', title);
    /** @type {string[] | null} */
    let result = null;
    const finish = (/** @type {string[]} */ keys) => {
      result = keys;
      dialog.close();
    };
    const rows = items.map((item) =>
      multiple ? checkRow(item, chosen) : buttonRow(item, () => finish([item.key])),
    );
    const list = document.createElement('div');
    list.className = 'chooser-list';
    list.append(...rows);
    dialog.append(head(title, dialog), searchField(rows), list);
    if (multiple) dialog.append(submitButton(() => finish(checkedKeys(list))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * @param {string} title
 * @param {HTMLDialogElement} dialog
 */
function head(title, dialog) {
  const element = document.createElement('div');
  element.className = 'chooser-head';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'icon-button';
  close.textContent = '✕';
  close.setAttribute('aria-label', texts.close);
  close.addEventListener('click', () => dialog.close());
  element.append(heading, close);
  return element;
}

/** @param {readonly HTMLElement[]} rows hidden while they do not hold what is sought */
function searchField(rows) {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = texts.search;
  field.autofocus = true;
  field.setAttribute('aria-label', texts.search);
  const nothing = document.createElement('p');
  nothing.className = 'muted';
  nothing.setAttribute('role', 'status');
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !(row.textContent ?? '').toLowerCase().includes(wanted);
    nothing.textContent = rows.every((row) => row.hidden) ? texts.nothingFound : '';
  });
  const element = document.createElement('div');
  element.append(field, nothing);
  return element;
}

/**
 * @param {Item} item
 * @param {() => void} take
 */
function buttonRow(item, take) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chooser-row';
  button.append(...labels(item));
  button.addEventListener('click', take);
  return button;
}

/**
 * @param {Item} item
 * @param {readonly string[]} chosen
 */
function checkRow(item, chosen) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.value = item.key;
  box.checked = chosen.includes(item.key);
  const row = document.createElement('label');
  row.className = 'chooser-row';
  row.append(box, ...labels(item));
  return row;
}

/** @param {Item} item */
function labels({ text, note }) {
  const name = document.createElement('span');
  name.textContent = text;
  const more = document.createElement('span');
  more.className = 'muted';
  more.textContent = note;
  return [name, more];
}

/** @param {() => void} submit */
function submitButton(submit) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = texts.select;
  button.addEventListener('click', submit);
  return button;
}

/** @param {HTMLElement} list */
function checkedKeys(list) {
  return [...list.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
}
