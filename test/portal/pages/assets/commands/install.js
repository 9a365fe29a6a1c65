/** Commands about the first run and the end of an installation (PB 5.3, RF 7.2). */
import { act } from '../server.js';

/** @typedef {import('../appLayout.js').CommandHandler} CommandHandler */

/** @type {CommandHandler} */
const setInstall = async ({ data }, params, answer) => {
  await act(data.app, 'set_install');
  answer(params);
};

/**
 * Never answered: the page comes anew with `install_finished=Y`, or the slider is closed and opened again. A person
 * without the right changes nothing, and still sees the page come anew.
 * @type {CommandHandler}
 */
const setInstallFinish = async (layout) => {
  await act(layout.data.app, 'set_installed');
  if (layout.slider !== null) {
    layout.slider.close();
    layout.openApp(layout.request, { title: layout.data.title });
    return;
  }
  const address = new URL(location.href);
  address.searchParams.set('install_finished', 'Y');
  location.assign(address);
};

export const installCommands = { setInstall, setInstallFinish };
