/** Commands that open and close things: applications, portal pages, the messenger (PB 5.2, 5.3). */
import { fieldsOf, textOf } from '../message.js';
import { notify } from '../notice.js';
import { openPageSlider } from '../slider.js';
import { texts } from '../texts.js';

/** @typedef {import('../appLayout.js').CommandHandler} CommandHandler */

/** @param {unknown} value a size in px that may come as a string */
function pixels(value) {
  const number = Number.parseInt(textOf(value) ?? '', 10);
  return number > 0 ? number : undefined;
}

/** @param {unknown} value */
function label(value) {
  const { text, bgColor, color } = fieldsOf(value);
  if (typeof text !== 'string' || text === '') return undefined;
  return { text, bgColor: textOf(bgColor) ?? 'aqua', color: textOf(color) ?? '' };
}

/**
 * The application once more, as `DEFAULT`: the keys `bx24_…` are the look, all others become its options. The empty
 * answer comes when the slider closes.
 * @type {CommandHandler}
 */
const openApplication = (layout, params, answer) => {
  const fields = fieldsOf(params);
  const own = Object.entries(fields).filter(([key]) => !key.startsWith('bx24_'));
  const tabTitle = document.title;
  if (typeof fields['bx24_title'] === 'string') document.title = fields['bx24_title'];
  layout.openApp(
    { app: layout.data.app, placementId: null, options: Object.fromEntries(own), inSlider: true },
    {
      title: textOf(fields['bx24_title']) ?? layout.data.title,
      width: pixels(fields['bx24_width']),
      leftBoundary: pixels(fields['bx24_leftBoundary']),
      label: label(fields['bx24_label']),
    },
    () => {
      document.title = tabTitle;
      answer();
    },
  );
};

/** Nothing happens in a frame that no slider holds. @type {CommandHandler} */
const closeApplication = ({ slider }, _params, answer) => {
  if (slider === null) return;
  slider.dialog.addEventListener('close', () => answer());
  slider.close();
};

/** Any path of this origin; the answer comes when the slider closes. @type {CommandHandler} */
const openPath = ({ data }, params, answer) => {
  const { path } = fieldsOf(params);
  const address =
    typeof path === 'string' && path.startsWith('/') && URL.canParse(path, location.origin)
      ? new URL(path, location.origin)
      : null;
  if (address?.origin !== location.origin) {
    answer({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' });
    return;
  }
  address.searchParams.set('from', 'rest_placement');
  address.searchParams.set('from_app', data.clientId);
  openPageSlider(embedded(address), () => answer({ result: 'close' }));
};

/** @param {URL} address */
function embedded(address) {
  address.searchParams.set('IFRAME', 'Y');
  address.searchParams.set('IFRAME_TYPE', 'SIDE_SLIDER');
  return address.pathname + address.search;
}

/** Never answered; reads `dialogId` only. @type {CommandHandler} */
const imOpenMessenger = (_layout, params) => {
  const dialogId = textOf(fieldsOf(params)['dialogId']);
  const address = new URL('/online/', location.origin);
  if (dialogId !== undefined) address.searchParams.set('IM_DIALOG', dialogId);
  openPageSlider(embedded(address));
};

/** Never answered: the page of the installed application. @type {CommandHandler} */
const showAppForm = ({ data }) => openPageSlider(embedded(new URL(data.formAddress, location.origin)));

/** Never answered. @type {CommandHandler} */
const call = () => notify(texts.callsMissing);

export const openCommands = {
  openApplication,
  closeApplication,
  openPath,
  imOpenMessenger,
  imOpenHistory: imOpenMessenger,
  imCallTo: call,
  imPhoneTo: call,
  showAppForm,
};
