/** The rules of `POST /control/faults` (design, section 6), and the book that hands them out. */
import { createRandom, type Random } from './random.ts';

export const faultKinds = [
  'drop-before',
  'drop-after',
  'status',
  'delay',
  'malformed',
  'truncate',
  'late-commit',
  'stall',
  'uuid-late',
  'mute-parent',
  'mute-refresh',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  /** as it is called, alone or inside a batch; `batch`, `*` for any; `OPTIONS` for preflights, which `*` spares */
  method: string;
  fault: FaultKind;
  /** 'fresh' closes every connection after its answer, so that no browser can repeat by itself (BF 1A, 1B) */
  connection?: 'fresh' | 'reused';
  /** default true: the method runs, only its answer suffers */
  executed?: boolean;
  /** of `status`; default 502 */
  status?: number;
  /** of `status` and `malformed`; default fits the status */
  body?: string;
  /** of `status`: false leaves out the CORS headers, as a front end in trouble may (PB NOT FOUND 1) */
  cors?: boolean;
  /** how long, in ms; default 3000 */
  ms?: number;
  /** how often it strikes; default without end */
  times?: number;
  /** 0 to 1, default 1: drawn anew for every match */
  probability?: number;
  /** of the draw, so that a run can be repeated; default 1 */
  seed?: number;
}

interface Entry {
  rule: FaultRule;
  left: number;
  random: Random;
}

export class FaultBook {
  #entries: Entry[] = [];

  /** Replaces all rules. */
  set(rules: readonly FaultRule[]): void {
    this.#entries = rules.map((rule) => ({
      rule,
      left: rule.times ?? Infinity,
      random: createRandom(rule.seed ?? 1),
    }));
  }

  clear(): void {
    this.#entries = [];
  }

  get rules(): readonly FaultRule[] {
    return this.#entries.map((entry) => entry.rule);
  }

  /** True from the moment such a rule is set until the rules change, struck or not. */
  get closesConnections(): boolean {
    return this.#entries.some((entry) => entry.rule.connection === 'fresh');
  }

  /**
   * The first rule of these kinds that strikes now; it counts as used.
   * @param methods all that a request names, a batch and what is inside it; none for what belongs to no method:
   * `take(['mute-parent'])`, `take(['mute-refresh'])`
   */
  take(kinds: readonly FaultKind[], ...methods: readonly string[]): FaultRule | null {
    for (const entry of this.#entries) {
      if (!kinds.includes(entry.rule.fault) || !matches(entry.rule, methods) || entry.left <= 0) continue;
      if (entry.random() >= (entry.rule.probability ?? 1)) continue;
      entry.left -= 1;
      return entry.rule;
    }
    return null;
  }
}

function matches({ method: wanted }: FaultRule, methods: readonly string[]): boolean {
  if (methods.length === 0) return true;
  if (wanted === '*') return !methods.includes('OPTIONS');
  return methods.some((method) => wanted.toLowerCase() === method.toLowerCase());
}
