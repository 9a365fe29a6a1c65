/** Virtual time: what is to happen, in order. Between two events everything that promises alone can do is done. */
export interface Agenda {
  /** ms since 1970 */
  now(): number;
  /** Runs `event` that many ms from now; never for Infinity. */
  in(ms: number, event: () => void): void;
  /** Lets that much time pass, at once. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until nothing is left to happen. @returns false: after `ms` there was still something */
  passAll(ms: number): Promise<boolean>;
}

/** More than this without a step in time is an endless loop. */
const patience = 20_000;

export function createAgenda(): Agenda {
  let now = 1_800_000_000_000;
  let order = 0;
  let looks = 0;
  let events: Array<{ at: number; order: number; run: () => void }> = [];

  async function passTo(end: number): Promise<boolean> {
    let steps = 0;
    await settled();
    for (;;) {
      const next = events[0];
      if (!next) return true;
      if (next.at > end) return false;
      events.shift();
      if (next.at > now) steps = 0;
      steps += 1;
      if (steps > patience) throw new Error('An endless loop: time stands still');
      now = Math.max(now, next.at);
      looks = 0;
      next.run();
      await settled();
    }
  }

  return {
    now() {
      looks += 1;
      if (looks > patience) throw new Error('An endless loop: nothing else can happen');
      return now;
    },
    in(ms, run) {
      if (ms === Infinity) return;
      order += 1;
      const event = { at: now + Math.max(ms, 0), order, run };
      const place = events.findIndex(({ at }) => at > event.at);
      events = place < 0 ? [...events, event] : events.toSpliced(place, 0, event);
    },
    async pass(ms) {
      const end = now + ms;
      await passTo(end);
      now = end;
    },
    passAll: (ms) => passTo(now + ms),
  };
}

/** All that waits for promises only has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
