/** The wire form of a frame's message: text in, command out, and the text of the answer (PB 5.3). Pure. */

/**
 * @typedef {object} Command
 * @property {string} name
 * @property {unknown} params undefined when the payload was left out or empty
 * @property {string} callback key under which the frame waits for the answer
 * @property {string} appSid
 */

/**
 * Reads `cmd:PAYLOAD:callback:appSid` (the payload may hold colons, be empty or left out) or the object form.
 * @param {unknown} data `event.data`
 * @returns {Command | null} null when it is no command: the portal then stays silent
 */
export function readCommand(data) {
  if (typeof data === 'string') return readText(data);
  const { method, params, callback, appSid } = fieldsOf(data);
  if (typeof method !== 'string' || typeof appSid !== 'string') return null;
  return { name: method, params, callback: typeof callback === 'string' ? callback : '', appSid };
}

/**
 * @param {string} text
 * @returns {Command | null}
 */
function readText(text) {
  const parts = text.split(':');
  const name = parts[0];
  const appSid = parts.at(-1);
  const callback = parts.at(-2);
  if (parts.length < 3 || name === undefined || appSid === undefined || callback === undefined) return null;
  const payload = parts.slice(1, -2).join(':');
  if (payload === '') return { name, params: undefined, callback, appSid };
  try {
    return { name, params: JSON.parse(payload), callback, appSid };
  } catch {
    return null;
  }
}

/**
 * `callback:JSON`, `callback:` when there is no value.
 * @param {string} callback
 * @param {unknown} value
 */
export function answerText(callback, value) {
  return `${callback}:${value === undefined ? '' : JSON.stringify(value)}`;
}

/**
 * A payload whose fields are wanted; anything else counts as an empty one.
 * @param {unknown} params
 * @returns {Record<string, unknown>}
 */
export function fieldsOf(params) {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}

/**
 * A field that should be a text or a number, as text.
 * @param {unknown} value
 * @returns {string | undefined} undefined when it is neither
 */
export function textOf(value) {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
