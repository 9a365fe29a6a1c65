/** What was written, and everything the pages have said about it since; the person's side of the comparison. */
import type { Sight } from '../page/protocol.ts';
import type { Known, Write } from './known.ts';

type ItemSight = Extract<Sight, { see: 'item' }>;

/** ms; a page may have told of it, and the store not have it yet */
const settlesWithin = 1_000;

export class Book {
  readonly byKey = new Map<string, Known>();
  readonly wrong: string[] = [];
  /** what happened to the tabs */
  readonly events: string[] = [];
  /** names of the tabs whose storage the browser has refused */
  readonly refused = new Set<string>();
  /** attempts of items that no page has shown yet */
  readonly #early = new Map<string, string[]>();
  readonly #stored = new Set<string>();
  /** of items whose attempt was told, by key */
  readonly #texts = new Map<string, string>();
  readonly #begun = new Map<string, number[]>();
  readonly #turnedAway = new Map<string, Known['turnedAway']>();

  note(page: string, sight: Sight, writes: readonly Write[]): void {
    const line = `${new Date(sight.at).toISOString().slice(14, 23)} ${page}`;
    if (sight.see === 'wrong') {
      this.wrong.push(`${line} ${sight.text}`);
      return;
    }
    if (sight.see === 'refusal') {
      this.refused.add(page);
      this.events.push(`${line} storage refused`);
      return;
    }
    if (sight.see === 'added') {
      const write = writes[sight.write];
      if (write) write.state = 'stored';
      this.#stored.add(sight.key);
      this.#history(sight.key, `${line} stored`);
      return;
    }
    if (sight.see === 'item') return this.#noteItem(page, line, sight);
    const known = this.byKey.get(sight.key);
    if (sight.see === 'outcome') {
      if (/^(later|refused)/.test(sight.outcome)) this.#noteTurnedAway(sight.key, sight.at);
      return this.#history(sight.key, `${line} outcome ${sight.outcome}`);
    }
    if (known) {
      known.isGone = true;
      known.changedAt = sight.at;
      known.history.push(`${line} gone`);
    }
  }

  noteAttempt(page: string, key: string, at: number, text: string): void {
    this.#texts.set(key, text);
    this.#history(key, `${new Date(at).toISOString().slice(14, 23)} ${page} attempt`);
    this.#begun.set(key, [...(this.#begun.get(key) ?? []), at]);
    const known = this.byKey.get(key);
    if (known) known.attempts = this.#begun.get(key) ?? [];
  }

  #noteTurnedAway(key: string, at: number): void {
    const begun = this.#begun.get(key)?.findLast((time) => time <= at);
    if (begun === undefined) return;
    const turnedAway = [...(this.#turnedAway.get(key) ?? []), { begun, heard: at }];
    this.#turnedAway.set(key, turnedAway);
    const known = this.byKey.get(key);
    if (known) known.turnedAway = turnedAway;
  }

  /**
   * What is in the store no more, and nobody has seen go.
   * @param at ms since 1970, before the store was read @param alive names of the pages that have not been thrown away
   */
  reconcile(
    keys: ReadonlySet<string>,
    at: number,
    alive: ReadonlySet<string>,
    writes: readonly Write[],
  ): void {
    this.#addUnseen(keys, at, writes);
    for (const known of this.byKey.values()) {
      const isStored = known.isStored || this.#stored.has(known.key) || known.attempts.length > 0;
      if (known.isGone || keys.has(known.key) || known.changedAt > at - settlesWithin) continue;
      if (!isStored && alive.has(known.page)) continue;
      known.isGone = true;
      known.wasNeverStored = !isStored;
      known.history.push(`${new Date(at).toISOString().slice(14, 23)} not in the store any more`);
    }
  }

  /** Attempted, gone and never shown: all that saw it was thrown away in the moment in which it was written. */
  #addUnseen(keys: ReadonlySet<string>, at: number, writes: readonly Write[]): void {
    for (const [key, text] of this.#texts) {
      const attempts = this.#begun.get(key) ?? [];
      const lane = writes.find((write) => write.text === text)?.lane.lane;
      const isFresh = (attempts.at(-1) ?? at) > at - settlesWithin;
      if (this.byKey.has(key) || keys.has(key) || isFresh || lane === undefined) continue;
      const item = { kind: '', key, state: 'sending', createdAt: at, attempts: attempts.length } as const;
      this.#noteItem('', `${new Date(at).toISOString().slice(14, 23)} never seen;`, {
        see: 'item',
        at: attempts.at(-1) ?? at,
        lane,
        item: { ...item, text },
      });
    }
  }

  #noteItem(page: string, line: string, { lane, item, at }: ItemSight): void {
    const { text = '', ...rest } = item;
    const before = this.byKey.get(item.key);
    const known = before ?? {
      key: item.key,
      lane,
      text,
      item: rest,
      isGone: false,
      page,
      isStored: false,
      wasNeverStored: false,
      pressed: { refused: 0, stillUnclear: 0 },
      attempts: [],
      turnedAway: [],
      told: [],
      changedAt: at,
      history: [] as string[],
    };
    if (!before) {
      const early = this.#early.get(item.key) ?? [];
      known.history.push(...early);
      known.attempts = this.#begun.get(item.key) ?? [];
      known.turnedAway = this.#turnedAway.get(item.key) ?? [];
      this.byKey.set(item.key, known);
    }
    const { state, attempts, attemptEndedAt, baseline, traceId, copies, problem } = rest;
    known.history.push(
      `${line} ${state} attempts=${attempts} ended=${attemptEndedAt ?? '-'} baseline=${baseline ?? '-'} trace=${traceId ?? '-'} copies=${copies?.join() ?? '-'} ${problem?.code ?? ''}`,
    );
    // Shown before it is stored; another page knows it from the store only.
    known.isStored ||= page !== known.page || attempts > 0;
    known.told = [...new Set([...known.told, ...(copies ?? [])])];
    // Sights of several pages come a little out of order: what is gone stays gone.
    if (at < known.changedAt) return;
    known.item = rest;
    known.changedAt = at;
  }

  #history(key: string, entry: string): void {
    const known = this.byKey.get(key);
    if (known) known.history.push(entry);
    else this.#early.set(key, [...(this.#early.get(key) ?? []), entry]);
  }
}
