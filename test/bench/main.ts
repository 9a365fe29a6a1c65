/**
 * `npm run bench -- delivery --json`: see README.md.
 * Ends with 0: every promise held; 1: one was broken; 2: asked for wrongly; 3: not finished, so nothing is proved.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { readOptions, type Options } from './delivery/options.ts';
import { brokenPromises, jsonOf, tableOf } from './delivery/report.ts';
import { runKind, type KindResult } from './delivery/run.ts';
import { runSdk, type SdkResult } from './delivery/sdkDefault.ts';
import { evidenceFolder, openStand, type Stand } from './delivery/stand.ts';

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(2);
}

/** ms; after the time for writing: for coming to rest, and for ending */
const afterwards = 180_000;
const until = Date.now() + options.limit * 1_000;
// Nothing that hangs may hang for ever. Not unref'd: an empty event loop must not end as a success either.
const last = setTimeout(
  () => {
    console.error(`Not finished ${afterwards / 1_000} s after the limit; nothing is proved`);
    process.exit(3);
  },
  options.limit * 1_000 + afterwards,
);

const failures: string[] = [];
await mkdir(evidenceFolder, { recursive: true });
const stand = await openStand();
try {
  const results: KindResult[] = [];
  let sdk: SdkResult | null = null;
  const runs = [
    ...options.kinds.map((kind) => async () => {
      const result = await unlessItFails(kind, measured(stand, options, kind));
      if (result) results.push(result);
    }),
    async () => {
      if (options.sdk > 0) sdk = await unlessItFails('sdkDefault', runSdk(stand, options, until));
    },
  ];
  await inTurns(runs, options.atOnce);
  report(results, sdk);
} finally {
  await stand.close();
  clearTimeout(last);
}
// Whatever a failure has left open must not keep it alive.
process.exit();

async function measured(...[on, chosen, kind]: Parameters<typeof startKind>): Promise<KindResult> {
  const result = await startKind(on, chosen, kind);
  const { findings, struck: _struck, ...rest } = result;
  const file = `${evidenceFolder}/seed-${chosen.seed}-${kind}.json`;
  await writeFile(file, JSON.stringify({ options: chosen, ...rest, findings }, null, 1));
  console.error(`${kind} is done after ${Math.round(result.took)} s`);
  return result;
}

function startKind(on: Stand, chosen: Options, kind: Options['kinds'][number]): Promise<KindResult> {
  return runKind(on, chosen, kind, until);
}

/** A processor that has more to do than it can makes calls run into their limits, and measures nothing but itself. */
async function inTurns(runs: ReadonlyArray<() => Promise<void>>, atOnce: number): Promise<void> {
  const waiting = runs.values();
  const takeTurns = async () => {
    for (const run of waiting) await run();
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
}

/** One that fails costs the others nothing. */
async function unlessItFails<Result>(what: string, run: Promise<Result>): Promise<Result | null> {
  try {
    return await run;
  } catch (failure) {
    failures.push(
      `${what}: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`,
    );
    return null;
  }
}

function report(results: readonly KindResult[], sdk: SdkResult | null): void {
  const broken = brokenPromises(results);
  const unfinished = [
    ...failures,
    ...results.flatMap(({ kind, unwritten }) => (unwritten > 0 ? [`${kind}: ${unwritten} not written`] : [])),
    ...(sdk && sdk.unwritten > 0 ? [`sdkDefault: ${sdk.unwritten} not written`] : []),
  ];
  const say = options.json ? console.error : console.log;
  say(tableOf(options, results, sdk));
  for (const promise of broken) say(`BROKEN: ${promise}`);
  for (const what of unfinished) say(`NOT FINISHED: ${what}`);
  if (broken.length > 0) say(`Evidence: ${evidenceFolder}/seed-${options.seed}-*.json`);
  console.log(JSON.stringify(jsonOf(options, results, sdk)));
  process.exitCode = broken.length > 0 ? 1 : unfinished.length > 0 ? 3 : 0;
}
