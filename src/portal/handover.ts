/** How much of a request's body has been handed to the network, as far as the browser tells. Pure. */

export interface Handover {
  /** The browser has told how many bytes are handed over. */
  saw: (sent: number) => void;
  /** bytes, at least */
  sent: () => number;
  /** The browser has told anything at all. */
  hasBegun: () => boolean;
  /** All of it may be with the other side. */
  mayBeWhole: () => boolean;
}

/**
 * Browsers tell it every 50 to 100 ms, Chromium besides only from half a percent on: what left since is not known. So
 * everything counts as handed over once no more is left than twice the largest step so far, and a percent. Before the
 * first word a short body may be gone already.
 * @param total bytes
 */
export function createHandover(total: number): Handover {
  let sent = 0;
  let largestStep = 0;
  return {
    saw(now) {
      // Less than before: the browser repeats the request by itself (BF 1A), and the first one may have arrived.
      if (now <= sent) return;
      largestStep = Math.max(largestStep, now - sent);
      sent = now;
    },
    sent: () => sent,
    hasBegun: () => sent > 0,
    mayBeWhole: () => sent === 0 || total - sent <= 2 * largestStep + total / 100,
  };
}
