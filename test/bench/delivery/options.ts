/** `npm run bench -- delivery [--sends=1000] [--faults=0.3] [--seed=1] [--kinds=taskChat,dialog] [--speed=20] [--kills=1] [--sdk=200] [--breadth=60] [--at-once=2] [--limit=900] [--json]` */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { kinds, type KindName } from './kinds.ts';

export interface Options {
  /** of each kind */
  sends: number;
  /** how many of the requests are struck, 0 to 1 */
  faults: number;
  seed: number;
  kinds: readonly KindName[];
  /** how many times faster than the wall clock delivery's own time runs */
  speed: number;
  /** how many times as often as usual tabs are thrown away; 0 = never */
  kills: number;
  /** sends by the SDK's default path; 0 = none */
  sdk: number;
  /** how many sends of a kind may be on their way at once */
  breadth: number;
  /** how many kinds run side by side */
  atOnce: number;
  /** s; nothing more is written after that */
  limit: number;
  /** only the JSON object on standard output */
  json: boolean;
}

/** @throws Error that says what is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sends: { type: 'string', default: '1000' },
      faults: { type: 'string', default: '0.3' },
      seed: { type: 'string', default: '1' },
      speed: { type: 'string', default: '20' },
      kills: { type: 'string', default: '1' },
      sdk: { type: 'string', default: '200' },
      kinds: { type: 'string', default: Object.keys(kinds).join(',') },
      breadth: { type: 'string', default: '60' },
      'at-once': { type: 'string', default: String(availableParallelism()) },
      limit: { type: 'string', default: '900' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1 || (positionals[0] ?? 'delivery') !== 'delivery') {
    throw new Error('There is one benchmark: npm run bench -- delivery');
  }
  const isKind = (name: string): name is KindName => name in kinds;
  const wanted = values.kinds.split(',');
  if (!wanted.every((name) => isKind(name)))
    throw new Error(`--kinds knows ${Object.keys(kinds).join(', ')}`);
  return {
    sends: numberIn(values.sends, 'sends', 1, 1_000_000, true),
    faults: numberIn(values.faults, 'faults', 0, 0.9, false),
    seed: numberIn(values.seed, 'seed', 0, 2 ** 31, true),
    speed: numberIn(values.speed, 'speed', 1, 100, false),
    kills: numberIn(values.kills, 'kills', 0, 50, false),
    sdk: numberIn(values.sdk, 'sdk', 0, 10_000, true),
    kinds: wanted.filter((name) => isKind(name)),
    breadth: numberIn(values.breadth, 'breadth', 1, 1_000, true),
    atOnce: numberIn(values['at-once'], 'at-once', 1, 100, true),
    limit: numberIn(values.limit, 'limit', 1, 86_400, false),
    json: values.json,
  };
}

function numberIn(text: string, name: string, least: number, most: number, isWhole: boolean): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= least && number <= most) || (isWhole && !Number.isInteger(number))) {
    throw new Error(
      `--${name} is a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}"`,
    );
  }
  return number;
}
