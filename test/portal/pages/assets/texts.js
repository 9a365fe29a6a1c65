/** The texts of this page in the portal's language; the server puts them on the body. */

/** @type {import('../views/shell.ts').ScriptTexts} */
export const texts = JSON.parse(document.body.dataset['texts'] ?? '{}');
