/** One application frame as its parent window sees it: starts it, hears its commands, answers them (PB 5). */
import { answerText } from './message.js';
import { act } from './server.js';

/**
 * @typedef {import('../frame/frame.ts').Layout & { initData: Record<string, unknown> }} LayoutData
 *
 * @typedef {object} OpenRequest which application to open, and where
 * @property {string} app code
 * @property {number | null} placementId null = PLACEMENT `DEFAULT`
 * @property {Record<string, unknown>} options
 * @property {boolean} inSlider
 *
 * @typedef {(value?: unknown) => void} Answer may be called once the value is known, or never
 * @typedef {(layout: AppLayout, params: unknown, answer: Answer) => void | Promise<void>} CommandHandler
 *
 * @typedef {object} Surroundings
 * @property {import('./slider.js').Slider | null} slider the one that shows the frame
 * @property {Readonly<Record<string, CommandHandler>>} commands
 * @property {(request: OpenRequest, look: import('./slider.js').SliderLook, closed?: () => void) => void} openApp
 */

/** @type {Map<string, AppLayout>} by APP_SID */
const started = new Map();

export class AppLayout {
  /** @type {Promise<void>} commands are heard in the order in which they came */
  #hearing = Promise.resolve();

  /**
   * @param {HTMLElement} element `.app-layout` as the server made it
   * @param {Surroundings} surroundings
   */
  constructor(element, { slider, commands, openApp }) {
    /** @type {LayoutData} */
    this.data = JSON.parse(element.dataset['layout'] ?? '{}');
    this.element = element;
    this.slider = slider;
    this.commands = commands;
    this.openApp = openApp;
    const frame = element.querySelector('iframe');
    if (frame === null) throw new Error('An application without a frame');
    this.frame = frame;
  }

  /** Listens first, then lets the application come: by form POST, or by GET from a static host (PB 5.1). */
  start() {
    started.set(this.data.appSid, this);
    this.frame.addEventListener('load', () => this.#show());
    const address = this.element.dataset['address'];
    if (address === undefined) this.element.querySelector('form')?.submit();
    else this.frame.src = address;
  }

  stop() {
    started.delete(this.data.appSid);
  }

  /** @returns {OpenRequest} what opens the same place again */
  get request() {
    const { app, placementId, options, inSlider } = this.data;
    return { app, placementId, options, inSlider };
  }

  get isDefault() {
    return this.data.placement === 'DEFAULT';
  }

  /** @param {import('./message.js').Command} command */
  hear(command) {
    this.#hearing = this.#hearing.then(async () => {
      if (!(await this.#isMuted(command.name))) this.#run(command);
    });
  }

  /** Unknown and denied commands: silence (PB 5.3). @param {import('./message.js').Command} command */
  #run({ name, params, callback }) {
    const handler = Object.hasOwn(this.commands, name) ? this.commands[name] : undefined;
    if (handler === undefined || this.#denies(name)) return;
    void handler(this, params, (value) => {
      this.frame.contentWindow?.postMessage(answerText(callback, value), this.data.handlerOrigin);
    });
  }

  /** @param {string} name */
  #denies(name) {
    if (name === 'setTitle') return !this.isDefault;
    if (name === 'resizeWindow') return this.data.inSlider;
    if (name === 'placementBindEvent') return this.isDefault;
    if (name === 'reloadData') return !this.data.commands.includes(name);
    return false;
  }

  /** The faults `mute-parent` and `mute-refresh`. A server that does not answer mutes nothing: the page is here. */
  async #isMuted(/** @type {string} */ command) {
    try {
      return (await act(this.data.app, 'hear', { command }))['muted'] === true;
    } catch {
      return false;
    }
  }

  #show() {
    this.frame.classList.remove('app-loading');
    this.element.querySelector('.app-loader')?.remove();
  }
}

/**
 * The running frame with this APP_SID, when the message comes from its handler's origin (PB 5.3).
 * @param {string} appSid
 * @param {string} origin
 */
export function layoutFor(appSid, origin) {
  const layout = started.get(appSid);
  return layout?.data.handlerOrigin === origin ? layout : undefined;
}
