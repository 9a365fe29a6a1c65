/** The panel that slides in from the right, over the page or over another panel. */
import { texts } from './texts.js';

/**
 * @typedef {object} SliderLook
 * @property {string} title
 * @property {number | undefined} [width] px
 * @property {number | undefined} [leftBoundary] px that stay free at the left
 * @property {{ text: string, bgColor: string, color: string } | undefined} [label] a tag beside the close button
 */

/** A closed panel stays this long, ms: it slides away, and its frame can still take the last answers. */
const lingering = 250;

const labelColors = new Set(['aqua', 'green', 'orange', 'brown', 'pink', 'blue', 'grey', 'violet']);

let count = 0;

export class Slider {
  /**
   * Opens at once. The native dialog brings the focus in, keeps it, and closes on Escape.
   * @param {SliderLook} look
   * @param {() => void} [closed] called once, when it has been closed in whatever way
   */
  constructor(look, closed) {
    count += 1;
    this.dialog = document.createElement('dialog');
    this.dialog.className = 'slider';
    this.dialog.setAttribute('role', 'dialog');
    this.dialog.setAttribute('aria-labelledby', `slider-title-${count}`);
    this.heading = document.createElement('h2');
    this.heading.id = `slider-title-${count}`;
    this.heading.textContent = look.title;
    this.body = document.createElement('div');
    this.body.className = 'slider-body';
    this.dialog.append(this.#head(look.label), this.body);
    this.#size(look);
    this.dialog.addEventListener('close', () => {
      closed?.();
      setTimeout(() => this.dialog.remove(), lingering);
    });
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  /** @param {SliderLook['label']} label */
  #head(label) {
    const head = document.createElement('div');
    head.className = 'slider-head';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'icon-button';
    button.textContent = '✕';
    button.setAttribute('aria-label', texts.close);
    button.addEventListener('click', () => this.close());
    head.append(button, this.heading);
    if (label !== undefined) head.append(tag(label));
    return head;
  }

  /** A left boundary counts only without a width (RF 9.2). @param {SliderLook} look */
  #size({ width, leftBoundary }) {
    if (width !== undefined) this.dialog.style.width = `min(${width}px, 100vw)`;
    else if (leftBoundary !== undefined) this.dialog.style.width = `calc(100vw - ${leftBoundary}px)`;
  }
}

/** @param {NonNullable<SliderLook['label']>} label */
function tag({ text, bgColor, color }) {
  const element = document.createElement('span');
  element.className = 'slider-label';
  element.textContent = text;
  if (labelColors.has(bgColor)) element.dataset['color'] = bgColor;
  else element.style.backgroundColor = bgColor;
  element.style.color = color;
  return element;
}

/**
 * Shows a page of the portal in a panel.
 * @param {string} address path and query on this origin
 * @param {() => void} [closed]
 */
export function openPageSlider(address, closed) {
  const slider = new Slider({ title: texts.newSlider }, closed);
  const frame = document.createElement('iframe');
  frame.className = 'page-frame';
  frame.title = texts.newSlider;
  frame.addEventListener('load', () => {
    const title = frame.contentDocument?.getElementById('pagetitle')?.textContent;
    if (title) slider.heading.textContent = title;
  });
  frame.src = address;
  slider.body.append(frame);
}
