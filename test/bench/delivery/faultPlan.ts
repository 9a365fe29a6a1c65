/**
 * Which faults strike which requests: rules of the local portal, whose chances add up to the wanted share. Alternately
 * on fresh connections, where one attempt is one request, and on reused ones, where the browser repeats by itself
 * (BF 1A, 1B). Times are those of the world; the portal gets them divided by the speed of the clock.
 */
import type { FaultRule } from '../../portal/faults/rules.ts';

type Fault = Omit<FaultRule, 'method' | 'probability' | 'seed'>;

const page = (status: number) => `<html><body><h1>${status}</h1></body></html>`;
const gateways: Fault[] = [500, 502, 503, 504].flatMap((status) => [
  { fault: 'status', status, body: page(status) },
  { fault: 'status', status, body: page(status), executed: false },
]);
const second = 1_000;

/** ms; what a reading may take */
const readLimit = 10 * second;
/** times the limit of a call */
const tooLong = 1.2;

const ofAnswers = (callLimit: number): Fault[] => [
  { fault: 'drop-before' },
  { fault: 'drop-after' },
  ...gateways,
  { fault: 'status', status: 503, executed: false },
  { fault: 'status', status: 429, executed: false },
  { fault: 'malformed' },
  { fault: 'malformed', executed: false },
  { fault: 'truncate' },
  { fault: 'truncate', executed: false },
  { fault: 'delay', ms: tooLong * callLimit },
  { fault: 'delay', ms: tooLong * callLimit, executed: false },
];

/** As often as all gateway errors together: these are the ones that hurt. */
const ofSends = (callLimit: number): Fault[] => [
  ...ofAnswers(callLimit),
  { fault: 'drop-before' },
  { fault: 'drop-after' },
  { fault: 'drop-after' },
  { fault: 'late-commit', ms: 1 * second },
  { fault: 'late-commit', ms: 8 * second },
  { fault: 'late-commit', ms: 25 * second },
  { fault: 'late-commit', ms: 45 * second },
  { fault: 'late-commit', ms: 58 * second },
];

export interface FaultPlan {
  /** methods that write */
  sends: readonly string[];
  /** methods that read, or take back */
  readings: readonly string[];
  /** keyed: the job that notes the key comes late */
  keysLate: boolean;
  /** ms; what a call that writes may take */
  callLimit: number;
}

/** @param share of the sends; of the readings, half of it */
export function rulesOf(
  plan: FaultPlan,
  {
    share,
    speed,
    seed,
    connection,
  }: { share: number; speed: number; seed: number; connection: 'fresh' | 'reused' },
): FaultRule[] {
  const late: FaultRule[] = [3, 20, 50].map((seconds) => ({
    method: '*',
    fault: 'uuid-late',
    ms: seconds * second,
    probability: share / 3,
  }));
  const rules: FaultRule[] = [
    ...plan.sends.flatMap((method) => chances(method, ofSends(plan.callLimit), share)),
    ...plan.readings.flatMap((method) => chances(method, ofAnswers(readLimit), share / 2)),
    { method: 'OPTIONS', fault: 'drop-before', probability: share / 15 },
    { method: 'OPTIONS', fault: 'status', status: 502, probability: share / 15 },
    ...(plan.keysLate ? late : []),
  ];
  if (share === 0) return [];
  for (const [index, rule] of rules.entries()) {
    rule.connection = connection;
    rule.seed = seed * 1_000 + index;
    if (rule.ms !== undefined) rule.ms = Math.round(rule.ms / speed);
  }
  return rules;
}

/** Equally often each; the portal draws one rule after the other, so later ones are asked less often. */
function chances(method: string, faults: readonly Fault[], share: number): FaultRule[] {
  const each = share / faults.length;
  return faults.map((fault, index) => ({ method, ...fault, probability: each / (1 - index * each) }));
}
