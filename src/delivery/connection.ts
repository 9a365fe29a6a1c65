/** Whether the portal can be reached, as far as the last exchanges tell; shared by all lanes of a page. */
import type { Clock } from './clock.ts';
import { pauseAfter } from './times.ts';

export interface Connection {
  /** the portal did not answer a reading, or the browser has no network */
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
  let failures = 0;
  let isInDoubt = false;
  let nextTry = 0;

  return {
    isDown: () => failures > 0 || !isOnline(),
    isDoubtful: () => isInDoubt || failures > 0,
    answered() {
      const wasDown = failures > 0;
      failures = 0;
      isInDoubt = false;
      nextTry = 0;
      if (wasDown) onChange();
    },
    doubted() {
      isInDoubt = true;
    },
    failed() {
      failures += 1;
      nextTry = clock.now() + pauseAfter(failures);
      if (failures === 1) onChange();
    },
    tryAt: () => (isOnline() ? nextTry : Infinity),
    takeTry() {
      if (failures === 0) return isOnline();
      if (clock.now() < nextTry || !isOnline()) return false;
      nextTry = clock.now() + pauseAfter(failures + 1);
      return true;
    },
    tryNow() {
      nextTry = 0;
      onChange();
    },
  };
}
