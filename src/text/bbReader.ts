/** What a message text is cut into, and the place where the cutting has got to. */
import type { BbNode } from './bbNode.ts';
import type { MakePair } from './bbTags.ts';

export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'node'; node: BbNode }
  /** `raw` is what the tag looks like when it turns out to have no partner */
  | { kind: 'open'; name: string; raw: string; make: MakePair }
  | { kind: 'close'; name: string; raw: string };

/** The name of quotes among the tokens; no tag is called so. */
export const QUOTE = '>>';

export interface Reader {
  readonly text: string;
  readonly tokens: Token[];
  at: number;
  atLineStart: boolean;
  /** how many `>>` quotes are open */
  arrows: number;
  /** between two fences of a quoted message */
  inFence: boolean;
  /** searches for an end that found none; nothing further on can find one either */
  readonly missing: Set<string>;
}

/** A reader at the beginning of `text`, with nothing taken yet. */
export function startReading(text: string): Reader {
  return { text, tokens: [], at: 0, atLineStart: true, arrows: 0, inFence: false, missing: new Set() };
}

/** Adds a token and goes on behind it. True, so that a reader of tags can return it. */
export function push(reader: Reader, token: Token, at: number): true {
  reader.tokens.push(token);
  reader.at = at;
  return true;
}

/** Takes the next characters as text. */
export function takeText(reader: Reader, length: number): void {
  const end = reader.at + length;
  if (length > 0) push(reader, { kind: 'text', text: reader.text.slice(reader.at, end) }, end);
}

/** What a sticky pattern finds right here (or at another place). */
export function match(sticky: RegExp, reader: Reader, at = reader.at): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(reader.text);
}

/** The next match of a global pattern after a place. A search without a find is made once a text, not again. */
export function seek(pattern: RegExp, reader: Reader, from: number): RegExpExecArray | null {
  if (reader.missing.has(pattern.source)) return null;
  pattern.lastIndex = from;
  const found = pattern.exec(reader.text);
  if (!found) reader.missing.add(pattern.source);
  return found;
}
