/** What was measured, for people and as JSON; and which promises did not hold. */
import { kinds } from './kinds.ts';
import type { Options } from './options.ts';
import type { KindResult } from './run.ts';
import type { SdkResult } from './sdkDefault.ts';

/** The promises of delivery: none of these lines on any seed. */
export function brokenPromises(results: readonly KindResult[]): string[] {
  return results.flatMap(({ kind, sends, counts, findings }) => {
    const { lost, duplicated, falseSent, stillUnclear, browserRepeats, repaired, undrained } = counts;
    const { takesBack } = kinds[kind];
    // Text by text, so that one told twice does not hide one that was not.
    const untold = findings.reduce(
      (sum, { what: { browserRepeats: made = 0, told = 0 } }) => sum + Math.max(0, made - told),
      0,
    );
    return [
      ...(lost > 0 ? [`${kind}: ${lost} lost`] : []),
      ...(duplicated > 0 ? [`${kind}: ${duplicated} duplicated`] : []),
      ...(falseSent > 0 ? [`${kind}: ${falseSent} said to be sent and not held`] : []),
      ...(stillUnclear >= sends / 100 && stillUnclear > 0
        ? [`${kind}: ${stillUnclear} asked although held`]
        : []),
      ...(takesBack && repaired !== browserRepeats
        ? [`${kind}: ${browserRepeats} copies by the browser, ${repaired} taken back`]
        : []),
      ...(!takesBack && untold > 0 ? [`${kind}: ${untold} copies by the browser not told`] : []),
      ...(undrained > 0 ? [`${kind}: ${undrained} neither sent nor asked at the end`] : []),
    ];
  });
}

export function jsonOf({ seed }: Options, results: readonly KindResult[], sdk: SdkResult | null) {
  const ofKinds = results.map(({ kind, sends, counts, neverStored, impossible }) => {
    const { lost, duplicated, browserRepeats, repaired, falseSent, stillUnclear, askedNotExecuted } = counts;
    const { told, doubledByPerson, undrained } = counts;
    const promised = { sends, lost, duplicated, browserRepeats, repaired, falseSent, stillUnclear };
    const beside = { told, doubledByPerson, undrained, neverStored };
    const apart = { sends: impossible.sends, lost: impossible.counts.lost };
    return [kind, { ...promised, askedNotExecuted, ...beside, impossible: apart }] as const;
  });
  if (!sdk) return { seed, kinds: Object.fromEntries(ofKinds) };
  const { sends, lost, duplicated, stillUnclear, askedNotExecuted } = sdk;
  const sdkDefault = { sends, lost, duplicated, stillUnclear, askedNotExecuted };
  return { seed, kinds: Object.fromEntries(ofKinds), sdkDefault };
}

export function tableOf(options: Options, results: readonly KindResult[], sdk: SdkResult | null): string {
  const { seed, faults, speed } = options;
  const columns = [
    'lost',
    'duplicated',
    'falseSent',
    'browserRepeats',
    'repaired',
    'told',
    'stillUnclear',
    'askedNotExecuted',
    'doubledByPerson',
  ] as const;
  const head = ['kind', 'sends', ...columns, 'neverStored', 'kills', 'requests', 's'];
  const rows = results.map(({ kind, sends, counts, neverStored, kills, requests, took }) => [
    kind,
    sends,
    ...columns.map((name) => counts[name]),
    neverStored,
    kills,
    requests,
    Math.round(took),
  ]);
  return [
    `Delivery, seed ${seed}, ${Math.round(faults * 100)} % faults, clock × ${speed}`,
    '',
    ...aligned([head, ...rows.map((row) => row.map(String))]),
    '',
    ...results.flatMap(({ kind, impossible: { sends, counts } }) =>
      sends === 0
        ? []
        : [
            `Impossible to tell apart (${kind}, the same text on two devices at once): ${sends} sends, ${counts.lost} lost, ${counts.falseSent} falsely said to be sent, ${counts.stillUnclear} asked although held`,
          ],
    ),
    ...(sdk
      ? [
          '',
          `The SDK's default call path (${Math.round(sdk.took)} s): ${sdk.sends} sends; ${sdk.lost} said sent and not held, ${sdk.duplicated} duplicated, ${sdk.stillUnclear} reported as failed though held, ${sdk.askedNotExecuted} reported as failed and not held`,
          ...[...sdk.said].map(([words, times]) => `  ${times} × ${words.slice(0, 120)}`),
        ]
      : []),
    '',
    'Faults that struck, on fresh / reused connections:',
    ...results.map(({ kind, struck }) => {
      const parts = [...struck].map(([fault, { fresh, reused }]) => `${fault} ${fresh}/${reused}`);
      return `${kind}: ${parts.join(', ')}`;
    }),
    ...results.flatMap(({ kind, wrong }) => wrong.slice(0, 5).map((line) => `${kind}: ${line}`)),
  ].join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}
