// Random things happen to several pages, a browser and a portal; the promises of delivery must hold whatever happens.
// MODEL_SEED repeats a run whose seed a failure has named, MODEL_RUNS says how many stories, MODEL_LIMIT how long (ms).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf, luck } from './model/luck.ts';
import type { TurnsBy } from './model/pages.ts';
import { run } from './model/run.ts';

const isAll = process.env['CHAT_DESK_TESTS'] === 'all';
const numRuns = Number(process.env['MODEL_RUNS'] ?? (isAll ? 5_000 : 300));
const seed = process.env['MODEL_SEED'] === undefined ? {} : { seed: Number(process.env['MODEL_SEED']) };

describe('delivery keeps its promises', () => {
  test.each<[TurnsBy, sleep: boolean, areLanesShared: boolean]>([
    ['locks', false, false],
    ['locks', true, true],
    ['lease', false, true],
    ['lease', true, false],
  ])(
    'turns by %s, pages that sleep: %s, shared lanes: %s',
    { timeout: isAll ? 1_800_000 : 120_000 },
    async (turnsBy, sleep, areLanesShared) => {
      await fc.assert(
        fc.asyncProperty(luck, eventsOf(sleep), async (luck, events) => {
          expect(await run({ turnsBy, luck, events, areLanesShared })).toEqual([]);
        }),
        { numRuns, ...seed, interruptAfterTimeLimit: Number(process.env['MODEL_LIMIT'] ?? 60_000) },
      );
    },
  );
});
