/** A sender for each lane, set to work when it is this page's turn there. */
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Item } from './item.ts';
import type { Lanes } from './lanes.ts';
import type { Policies, Read } from './policy.ts';
import { createSender, type Sender } from './sender.ts';
import type { DeliveryStore } from './store.ts';
import type { Turn, Turns } from './turns.ts';

interface WorkersOptions {
  policies: Policies;
  turns: Turns;
  clock: Clock;
  connection: Connection;
  lanes: Lanes;
  store: Pick<DeliveryStore, 'isLasting'>;
  /** how a screen of this page reads the lane, where one shows it */
  attended: (lane: string) => Read | undefined;
  mustAsk: (item: Item) => boolean;
}

export interface Workers {
  /** Works off the lane as soon as it is this page's turn, if there is anything to do. */
  work: (lane: string) => void;
  /** Works on every lane that has been worked on. */
  workAll: () => void;
  senderOf: (lane: string) => Sender;
  stop: () => void;
}

export function createWorkers(options: WorkersOptions): Workers {
  const { policies, turns, clock, connection, lanes, store, attended, mustAsk } = options;
  const senders = new Map<string, Sender>();
  /** lanes in which this page works, or waits for its turn */
  const working = new Set<string>();
  /** lanes that this page could not work on just now */
  const pauses = new Map<string, AbortController>();
  const stopped = new AbortController();

  function senderOf(lane: string): Sender {
    const known = senders.get(lane);
    if (known) return known;
    const sender = createSender({
      policies,
      clock,
      connection,
      record: () => lanes.record(lane),
      change: (change) => lanes.change(lane, change),
      read: (item, since) =>
        attended(lane)?.(since) ?? policies[item.kind]?.read(item, since) ?? Promise.resolve('failed'),
      mayTakeBack: () => store.isLasting(),
      onCopy(traceId, fate) {
        lanes.hide(lane, traceId, fate === 'going' || fate === 'gone');
        // Removing one may take longer than everything else that was to be done.
        work(lane);
      },
      mustAsk,
    });
    senders.set(lane, sender);
    return sender;
  }

  function work(lane: string): void {
    const sender = senderOf(lane);
    sender.wake();
    if (working.has(lane) || stopped.signal.aborted || !sender.hasWork()) return;
    working.add(lane);
    let again = Infinity;
    const run = async (turn: Turn) => {
      again = await sender.run(untilStopped(turn));
    };
    void turns.take(lane, run, stopped.signal).then(() => {
      working.delete(lane);
      askAgain(lane, again);
    });
  }

  /** At `again` (ms since 1970), or as soon as something happens. */
  function askAgain(lane: string, again: number): void {
    pauses.get(lane)?.abort();
    if (again === Infinity || stopped.signal.aborted) return;
    const pause = new AbortController();
    pauses.set(lane, pause);
    void clock.sleep(again - clock.now(), pause.signal).then(() => {
      if (!pause.signal.aborted) work(lane);
    });
  }

  function untilStopped({ number, signal }: Turn): Turn {
    return { number, signal: AbortSignal.any([signal, stopped.signal]) };
  }

  return {
    work,
    workAll() {
      for (const lane of senders.keys()) work(lane);
    },
    senderOf,
    stop() {
      stopped.abort();
      for (const pause of pauses.values()) pause.abort();
    },
  };
}
