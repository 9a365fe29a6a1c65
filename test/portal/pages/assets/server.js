/** Calls from a portal page to its own server: the actions of the component `app.layout` (PB 5.4). */

/** @typedef {ReturnType<typeof import('../ajax/directory.ts').directory>} Directory */

const folder = '/bitrix/components/bitrix/app.layout/';

/**
 * @param {string} file
 * @param {Record<string, unknown>} fields
 */
async function post(file, fields) {
  const response = await fetch(folder + file, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  if (!response.ok) throw new Error(`The portal answered ${response.status}`);
  return response;
}

/**
 * One action of the parent window.
 * @param {string} app code
 * @param {string} action
 * @param {Record<string, unknown>} [fields]
 * @returns {Promise<Record<string, unknown>>}
 */
export async function act(app, action, fields = {}) {
  return (await post('ajax.php', { ...fields, app, action })).json();
}

/**
 * People and records to choose from.
 * @param {string} app code
 * @returns {Promise<Directory>}
 */
export async function directory(app) {
  return (await post('ajax.php', { app, action: 'directory' })).json();
}

/**
 * The markup of a new frame.
 * @param {import('./appLayout.js').OpenRequest} request
 * @returns {Promise<string>} HTML made by the portal
 */
export async function lazyload(request) {
  /** @type {{ html: string }} */
  const { html } = await (await post('lazyload.ajax.php', { ...request })).json();
  return html;
}
