/** Several reasons to read the list, close together, are one reading; and none while it is held back. */

/** ms between two readings */
const apart = 2_000;

export interface JoinedReading {
  /** Reads at once, or a little later where it was done just now. */
  ask: () => void;
  /** Nothing is read before this is given up; what was asked for meanwhile is then read once. @returns gives it up */
  hold: () => () => void;
  /** Takes back what was asked for. */
  stop: () => void;
}

export function createJoinedReading(read: () => void): JoinedReading {
  let lastAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let holds = 0;
  let isWanted = false;

  function plan(): void {
    if (!isWanted || holds > 0 || timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (holds > 0) return;
        isWanted = false;
        lastAt = performance.now();
        read();
      },
      Math.max(lastAt + apart - performance.now(), 0),
    );
  }

  return {
    ask() {
      isWanted = true;
      plan();
    },
    hold() {
      holds += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holds -= 1;
        plan();
      };
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      isWanted = false;
    },
  };
}
