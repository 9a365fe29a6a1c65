/** What the person is going to write, and what others write in between. */
import type { Random } from '../../portal/faults/random.ts';
import type { Write } from './known.ts';
import type { BenchLane } from './kind.ts';
import { drawTexts, pick } from './texts.ts';

/** sends of the same text on another device, in a lane of their own */
const sendsApart = 20;

export function drawWrites(
  random: Random,
  lanes: readonly BenchLane[],
  sends: number,
  impossible: readonly BenchLane[],
): Write[] {
  const perLane = lanes.map((lane, index) => {
    const share = Math.floor(sends / lanes.length) + (index < sends % lanes.length ? 1 : 0);
    return { lane, texts: drawTexts(random, share, lane.lane) };
  });
  const apart = impossible.map((lane) => ({ lane, texts: drawTexts(random, sendsApart, lane.lane) }));
  const both = [...perLane, ...apart];
  const longest = Math.max(...both.map(({ texts }) => texts.length));
  // Round by round, so that all lanes are at work at the same time.
  const rounds = Array.from({ length: longest }, (_, round) =>
    both.flatMap(({ lane, texts }) => {
      const text = texts[round];
      return text === undefined ? [] : [{ lane, text }];
    }),
  );
  return rounds.flat().map(({ lane, text }, number): Write => {
    return { number, lane, text, state: 'waiting', pressesAgain: random() < 0.1 };
  });
}

export function isWritten(writes: readonly Write[]): boolean {
  return writes.every(({ state }) => state === 'stored' || state === 'unknown');
}

/** Others write in between, sometimes the same; so does the same person in the portal's own messenger. */
export function interfere(random: Random, writes: readonly Write[], impossible: readonly BenchLane[]): void {
  const underWay = writes.filter(({ state }) => state !== 'waiting').slice(-40);
  if (underWay.length === 0) return;
  if (random() < 0.15) {
    const { lane, text } = pick(random, underWay);
    const by = random() < 0.5 ? 'colleague' : 'messenger';
    if (!impossible.includes(lane)) lane.interfere(random() < 0.5 ? text : `Something else ${random()}`, by);
  }
  const apart = underWay.filter(({ lane }) => impossible.includes(lane));
  if (apart.length > 0 && random() < 0.1) {
    const { lane, text } = pick(random, apart);
    lane.interfere(text, 'otherDevice');
  }
}
