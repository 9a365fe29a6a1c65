// Random things happen to several pages, a browser and a portal; the promises of delivery must hold whatever happens.
// MODEL_SEED repeats a run whose seed a failure has named, MODEL_RUNS says how many stories. MODEL_LIMIT (ms) tells as
// many of them as there is time for; without it each test tells all of its stories, or fails.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf, luck } from './model/luck.ts';
import type { TurnsBy } from './model/pages.ts';
import { run } from './model/run.ts';

const isAll = process.env['CHAT_DESK_TESTS'] === 'all';
const numRuns = Number(process.env['MODEL_RUNS'] ?? (isAll ? 5_000 : 800));
const seed = process.env['MODEL_SEED'] === undefined ? {} : { seed: Number(process.env['MODEL_SEED']) };
const wanted = process.env['MODEL_LIMIT'];
/** ms; 800 stories take about three seconds, and a failure takes time to be made small. */
const limit = Number(wanted ?? (isAll ? 1_200_000 : 150_000));

describe('delivery keeps its promises', () => {
  test.each<[TurnsBy, sleep: boolean, areLanesShared: boolean]>([
    ['locks', false, false],
    ['locks', true, true],
    ['lease', false, true],
    ['lease', true, false],
  ])(
    'turns by %s, pages that sleep: %s, shared lanes: %s',
    // Ended from outside it would name no seed.
    { timeout: limit + 30_000 },
    async (turnsBy, sleep, areLanesShared) => {
      let told = 0;
      await fc.assert(
        fc.asyncProperty(luck, eventsOf(sleep), async (luck, events) => {
          told += 1;
          expect(await run({ turnsBy, luck, events, areLanesShared })).toEqual([]);
        }),
        { numRuns, ...seed, interruptAfterTimeLimit: limit },
      );
      if (wanted === undefined && told < numRuns) {
        throw new Error(
          `Time ran out: ${told} of ${numRuns} stories were told in ${limit / 1_000} s, and held`,
        );
      }
    },
  );
});
