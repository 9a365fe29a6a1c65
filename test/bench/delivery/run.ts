/** One kind of send against a portal of its own: many lanes, three tabs, faults, kills, interference, then the comparison. */
import { createRandom } from '../../portal/faults/random.ts';
import { startPortal } from '../../portal/server.ts';
import { Book } from './book.ts';
import { isSettled, type Write } from './known.ts';
import { count, type Counts, type Finding } from './count.ts';
import { self, type Kind } from './kind.ts';
import { kinds, type KindName } from './kinds.ts';
import type { Options } from './options.ts';
import { decide } from './person.ts';
import type { Stand } from './stand.ts';
import { openTabs } from './tabs.ts';
import { startWeather, type Weather } from './weather.ts';
import { drawWrites, interfere, isWritten } from './writes.ts';

export interface KindResult {
  kind: KindName;
  sends: number;
  counts: Counts;
  /** of the sends: given to a page that was thrown away before it had stored them */
  neverStored: number;
  /** of the sends: not written when the time was over */
  unwritten: number;
  kills: number;
  /** tabs whose storage the browser has refused */
  refusedStorage: number;
  /** the same person's sends through this app on another device, in a lane of their own */
  impossible: { sends: number; counts: Counts };
  struck: Weather['struck'];
  requests: number;
  /** s */
  took: number;
  findings: Finding[];
  wrong: readonly string[];
  /** what happened to the tabs, and how they stood at the end where something was left undone */
  events: readonly string[];
}

/** ms by the wall clock; longer than this a run does not take to come to rest */
const drainLimit = 90_000;
/** ms by the wall clock, between two lines of progress */
const saysEvery = 10_000;

/** @param until ms since 1970; nothing more is written after that */
export async function runKind(
  stand: Stand,
  options: Options,
  kindName: KindName,
  until: number,
): Promise<KindResult> {
  const began = Date.now();
  const kind: Kind = kinds[kindName];
  const { speed, seed, faults: share } = options;
  const kindSeed = seed * 16 + Object.keys(kinds).indexOf(kindName);
  const random = createRandom(kindSeed);
  const portal = await startPortal({
    port: 0,
    appUrl: `${stand.appOrigin}/test/bench/page/index.html`,
    log: () => {},
  });
  const context = await stand.browser.newContext({ viewport: { width: 900, height: 600 } });
  let weather: Weather | undefined;
  try {
    const laneCount = kind.laneCount(options.sends);
    const lanes = Array.from({ length: laneCount }, (_, number) => kind.addLane(portal.context, number));
    const isRoomApart = lanes.length > 3 && lanes.length < options.sends;
    const impossible = isRoomApart ? [kind.addLane(portal.context, laneCount)] : [];
    const writes = drawWrites(random, lanes, options.sends, impossible);
    const book = new Book();
    const watched = [...lanes, ...impossible].map(({ lane }) => lane);
    const start = { userId: self, speed, epoch: began, lanes: watched };
    const tabs = openTabs({ context, portalOrigin: portal.origin, start, book, writes, random });
    await tabs.openAll();
    weather = startWeather(portal, kind.faults, { share, speed, seed: kindSeed, tokens: true });
    const second = 1_000 / speed;
    const pressing = pressingOf(writes);
    const person = {
      random,
      book,
      writes,
      pressing,
      depth: 3,
      breadth: options.breadth,
      patience: 150 * second,
    };

    let said = Date.now();
    await tabs.live(until, () => {
      if (Date.now() - said > saysEvery) {
        said = Date.now();
        progress(kindName, writes, book);
      }
      if (share > 0) interfere(random, writes, impossible);
      tabs.maybeKill(share === 0 ? 0 : options.kills);
      return isWritten(writes) ? 'over' : decide(person);
    });
    weather.clear();
    await tabs.openAll();
    await tabs.reconcile();
    let restingSince = Date.now();
    await tabs.live(Date.now() + drainLimit, () => {
      const isAtRest = [...book.byKey.values()].every(isSettled);
      if (!isAtRest) restingSince = Date.now();
      // As long as a late request or a copy may still come.
      return Date.now() - restingSince > 160 * second ? 'over' : decide({ ...person, breadth: 0 });
    });

    await tabs.reconcile();
    const known = [...book.byKey.values()];
    if (known.some((one) => !isSettled(one))) book.events.push(...(await tabs.inspect()));
    // A little more than the page allows: what has left just before the limit still has to arrive.
    const callLimit = (kind.faults.callLimit / speed) * 1.2;
    const main = count(lanes, known, writes, callLimit);
    const isApart = ({ lane }: Write) => impossible.includes(lane);
    const own = writes.filter((write) => !isApart(write));
    const laneNames = new Set(lanes.map(({ lane }) => lane));
    const unwritten = own.filter(({ state }) => state === 'waiting' || state === 'handed').length;
    return {
      kind: kindName,
      sends: own.length,
      counts: main.counts,
      neverStored:
        own.length - unwritten - known.filter((one) => laneNames.has(one.lane) && !one.wasNeverStored).length,
      unwritten,
      kills: tabs.kills(),
      refusedStorage: book.refused.size,
      impossible: {
        sends: writes.filter(isApart).length,
        counts: count(impossible, known, writes, callLimit).counts,
      },
      struck: weather.struck,
      requests: portal.context.requests.length,
      took: (Date.now() - began) / 1_000,
      findings: main.findings,
      wrong: book.wrong,
      events: book.events,
    };
  } finally {
    weather?.clear();
    await context.close();
    await portal.close();
  }
}

function pressingOf(writes: readonly Write[]): Map<string, Set<string>> {
  const pressing = new Map<string, Set<string>>();
  for (const { pressesAgain, lane, text } of writes) {
    if (pressesAgain) pressing.set(lane.lane, (pressing.get(lane.lane) ?? new Set()).add(text));
  }
  return pressing;
}

/** On standard error, so that a long run is seen to move. */
function progress(kind: KindName, writes: readonly Write[], book: Book): void {
  const stored = writes.filter(({ state }) => state === 'stored').length;
  const states = new Map<string, number>();
  for (const { item, isGone } of book.byKey.values()) {
    const state = isGone ? 'gone' : item.state;
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  const parts = [...states].map(([state, number]) => `${number} ${state}`).join(', ');
  console.error(`${kind}: ${stored} of ${writes.length} written; ${parts}`);
}
