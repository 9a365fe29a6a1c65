/** Asks the portal what the messages of a dialog answer: each range of ids once, and seldom. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { FoundMessages } from '../portal/methods/messageSearch.ts';
import { isPassing } from './isPassing.ts';
import { type Gap, type IdRange, rangesToRead, withRange } from './ranges.ts';

export interface ReplyReaderOptions {
  /** the `count` messages `from` … `to`, or the newest of them as one request gives them; rejects with a PortalError */
  ask: (range: Gap) => Promise<FoundMessages>;
  onPage: (page: FoundMessages) => void;
}

/** ms between two requests */
const pause = 5_000;
/** ms that more messages may come in before those that are new are asked for */
const settling = 3_000;
/** Failures in all, after which it is given up. */
const mostTries = 3;

export class ReplyReader {
  readonly #options: ReplyReaderOptions;
  #messages: readonly Message[] = [];
  #answersNothing: (message: Message) => boolean = () => false;
  #known: readonly IdRange[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = -Infinity;
  #failures = 0;
  #isAsking = false;
  #isOff = false;

  constructor(options: ReplyReaderOptions) {
    this.#options = options;
  }

  /**
   * @param messages neighbours, ascending
   * @param answersNothing for which that is known; a range of such alone is not asked for
   */
  follow(messages: readonly Message[], answersNothing: (message: Message) => boolean): void {
    this.#messages = messages;
    this.#answersNothing = answersNothing;
    this.#plan();
  }

  stop(): void {
    this.#isOff = true;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    if (this.#isOff || this.#isAsking || this.#timer !== undefined) return;
    const range = this.#newestRange();
    if (!range) return;
    const isNews = this.#known.length > 0 && this.#known.every(({ to }) => to < range.from);
    const wait = Math.max(isNews ? settling : 0, this.#askedAt + pause - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, wait);
  }

  #newestRange(): Gap | undefined {
    return rangesToRead(this.#messages, this.#known).findLast(({ from, to }) =>
      this.#messages.some(
        (message) => message.id >= from && message.id <= to && !this.#answersNothing(message),
      ),
    );
  }

  async #read(): Promise<void> {
    const range = this.#newestRange();
    if (!range) return;
    this.#isAsking = true;
    this.#askedAt = Date.now();
    try {
      const page = await this.#options.ask(range);
      if (this.#isOff) return;
      const from = Math.max(range.from, page.messages[0]?.id ?? range.from);
      this.#known = withRange(this.#known, { from, to: range.to });
      this.#options.onPage(page);
      this.#isAsking = false;
      this.#plan();
    } catch (failure) {
      // Tried again when there is something new.
      this.#failures += 1;
      this.#isAsking = false;
      if (!isPassing(failure) || this.#failures >= mostTries) this.stop();
    }
  }
}
