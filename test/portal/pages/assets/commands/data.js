/** Commands about data: the handshake, the token, options (PB 5.3, 5.4). */
import { fieldsOf } from '../message.js';
import { act } from '../server.js';
import { texts } from '../texts.js';

/** @typedef {import('../appLayout.js').CommandHandler} CommandHandler */

/** FIRST_RUN is true the first time only. @type {CommandHandler} */
const getInitData = (layout, _params, answer) => {
  answer(layout.data.initData);
  layout.data.initData = { ...layout.data.initData, FIRST_RUN: false };
};

/** On failure the portal raises a browser alert and answers nothing. @type {CommandHandler} */
const refreshAuth = async ({ data }, _params, answer) => {
  const fresh = await act(data.app, 'access_refresh', { refresh_token: data.initData['REFRESH_ID'] }).catch(
    () => ({}),
  );
  const { access_token: access, refresh_token: refresh, expires_in: expires } = fieldsOf(fresh);
  if (access === undefined) {
    window.alert(texts.refreshFailed);
    return;
  }
  const auth = { AUTH_ID: access, AUTH_EXPIRES: expires, REFRESH_ID: refresh };
  data.initData = { ...data.initData, ...auth };
  answer(auth);
};

/** @type {CommandHandler} */
const setUserOption = async ({ data }, params, answer) => {
  const { name, value } = fieldsOf(params);
  await act(data.app, 'set_user_option', { name, value });
  answer(params);
};

/** Only an administrator is answered, with all options. @type {CommandHandler} */
const setAppOption = async ({ data }, params, answer) => {
  if (!data.isAdmin) return;
  const { name, value } = fieldsOf(params);
  const options = await act(data.app, 'set_option', { name, value });
  if (!('error' in options)) answer(options);
};

/** @type {CommandHandler} */
const getInterface = ({ data }, _params, answer) => answer({ command: data.commands, event: [] });

/** No place of this portal has events, so every one is unknown: silence. @type {CommandHandler} */
const placementBindEvent = () => undefined;

export const dataCommands = {
  getInitData,
  refreshAuth,
  setUserOption,
  setAppOption,
  getInterface,
  placementBindEvent,
};
