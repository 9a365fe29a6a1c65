/**
 * Whether the portal can be reached, as far as the last exchanges tell; shared by all lanes of a page. What the browser
 * says of the network is the first word and no more: it can be wrong, so the portal is tried all the same, seldom.
 */
import type { Clock } from './clock.ts';
import { pauseAfter } from './times.ts';

export interface Connection {
  /** the portal did not answer a reading, or the browser says that there is no network: each send begins with a reading */
  isDown(): boolean;
  /** an attempt got no verdict: a reading comes before the next one */
  isDoubtful(): boolean;
  answered(): void;
  doubted(): void;
  failed(): void;
  /** ms since 1970, before which no reading is worth while */
  tryAt(): number;
  /** One lane tries for all of them; false: another one is at it. */
  takeTry(): boolean;
  /** The network is said to be back, or the person asks. */
  tryNow(): void;
}

/** @param onChange what `isDown` says has changed, or a try is worth while again */
export function createConnection(clock: Clock, isOnline: () => boolean, onChange: () => void): Connection {
  let hasFailed = false;
  let isInDoubt = false;
  /** failures since there was reason to hope */
  let failures = 0;
  let nextTry = 0;
  const isDown = () => hasFailed || !isOnline();

  return {
    isDown,
    isDoubtful: () => isInDoubt || hasFailed,
    answered() {
      const wasDown = hasFailed;
      hasFailed = false;
      isInDoubt = false;
      failures = 0;
      nextTry = 0;
      if (wasDown) onChange();
    },
    doubted() {
      isInDoubt = true;
    },
    failed() {
      const isNews = !hasFailed;
      hasFailed = true;
      failures += 1;
      nextTry = clock.now() + pauseAfter(failures);
      if (isNews) onChange();
    },
    tryAt: () => nextTry,
    takeTry() {
      if (!isDown()) return true;
      if (clock.now() < nextTry) return false;
      nextTry = clock.now() + pauseAfter(failures + 1);
      return true;
    },
    tryNow() {
      failures = 0;
      nextTry = 0;
      onChange();
    },
  };
}
