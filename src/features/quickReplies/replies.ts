/**
 * Quick replies as an option of the portal holds them: JSON with a version. Pure.
 *
 * Two people may change the shared ones at the same time, so that a change is made to what is held now, by the id of
 * the reply, and never to the list somebody saw. What we cannot read of it is written back as it was.
 */

export interface Reply {
  id: string;
  title: string;
  /** BB code */
  text: string;
}

/** A saved reply, and what was there when somebody began to change it (null: it is new), or one that is to go. */
export type Change = { kind: 'save'; reply: Reply; base: Reply | null } | { kind: 'remove'; base: Reply };

export interface Held {
  entries: readonly unknown[];
  /** `newer`: of a version after ours, which is not ours to write; `unreadable`: nothing of it can be kept */
  state: 'ours' | 'newer' | 'unreadable';
}

export type Changed =
  | { kind: 'changed'; entries: readonly unknown[] }
  /** it is so already */
  | { kind: 'same' }
  /** somebody else has changed the reply since, or deleted it (null) */
  | { kind: 'conflict'; theirs: Reply | null };

const version = 1;

/** UTF-8 bytes of the JSON; the portal keeps all shared options of an application in one column of 64 KB. */
const sizeLimit = 40_000;
/** Code points. */
export const titleLimit = 80;
export const textLimit = 4_000;

/** @param value of the option; null: it was never set */
export function readHeld(value: string | null): Held {
  if (value === null || value === '') return { entries: [], state: 'ours' };
  const held = recordOf(parse(value));
  const entries: unknown = held?.['replies'];
  if (!Array.isArray(entries)) return { entries: [], state: 'unreadable' };
  return { entries, state: Number(held?.['version'] ?? version) > version ? 'newer' : 'ours' };
}

export function repliesIn({ entries }: Pick<Held, 'entries'>): Reply[] {
  return entries.map(replyOf).filter((reply) => reply !== null);
}

/** The option with these entries. */
export function writeHeld(entries: readonly unknown[]): string {
  // Older databases keep no characters of four bytes.
  return JSON.stringify({ version, replies: entries }).replace(/[\u{10000}-\u{10FFFF}]/gu, (character) =>
    [0, 1].map((at) => `\\u${character.charCodeAt(at).toString(16)}`).join(''),
  );
}

export function isTooLarge(value: string): boolean {
  return new TextEncoder().encode(value).length > sizeLimit;
}

/** Makes a change to what is held now. */
export function applyChange(entries: readonly unknown[], change: Change): Changed {
  const { base } = change;
  const id = change.kind === 'save' ? change.reply.id : change.base.id;
  const at = entries.findIndex((entry) => replyOf(entry)?.id === id);
  const theirs = replyOf(entries[at]);
  if (change.kind === 'remove') {
    if (!theirs) return { kind: 'same' };
    if (!isEqual(theirs, change.base)) return { kind: 'conflict', theirs };
    return { kind: 'changed', entries: entries.filter((_, place) => place !== at) };
  }
  const { reply } = change;
  if (!theirs && base) return { kind: 'conflict', theirs };
  if (!theirs) return { kind: 'changed', entries: [...entries, reply] };
  if (isEqual(theirs, reply)) return { kind: 'same' };
  if (!base || !isEqual(theirs, base)) return { kind: 'conflict', theirs };
  const merged = { ...recordOf(entries[at]), ...reply };
  return { kind: 'changed', entries: entries.map((entry, place) => (place === at ? merged : entry)) };
}

/** What stands in the place of a change that was made: undefined where it still holds, null where nothing does. */
export function insteadOf({ entries }: Pick<Held, 'entries'>, change: Change): Reply | null | undefined {
  if (applyChange(entries, change).kind === 'same') return undefined;
  const id = change.kind === 'save' ? change.reply.id : change.base.id;
  return repliesIn({ entries }).find((reply) => reply.id === id) ?? null;
}

export function isEqual(one: Reply, other: Reply): boolean {
  return one.title === other.title && one.text === other.text;
}

/** null: it lacks something */
function replyOf(entry: unknown): Reply | null {
  const { id, title, text } = recordOf(entry) ?? {};
  const isWhole =
    (typeof id === 'string' || typeof id === 'number') && typeof text === 'string' && text !== '';
  if (!isWhole) return null;
  const plain = text.replace(/\r\n?/g, '\n');
  const named = typeof title === 'string' && title.trim() !== '' ? title : plain.trim().slice(0, titleLimit);
  return { id: String(id), title: named.replace(/\s+/g, ' ').trim(), text: plain };
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
