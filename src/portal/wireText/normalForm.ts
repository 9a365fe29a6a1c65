/**
 * The part of a text that survives the way to the portal and back: equal for what was typed and what is read.
 *
 * Known to fail: `[url]` around other tags, a bracket written as an entity inside a tag, one unseen person mentioned
 * several times with tags left open.
 */
import { table } from './table.ts';
import { takePiecesOut } from './tokens.ts';

export interface Reading {
  /** user ids whose mentions the portal has taken the tags from */
  unseen?: ReadonlySet<string>;
  /** the text is the beginning of a longer one */
  isCut?: boolean;
}

const nobody: ReadonlySet<string> = new Set();
const pieces = table.flatMap((row) => row.pieces ?? []);

/** One pass a step. Not for people's eyes: white space, square brackets and names of mentions are gone. */
export function normalForm(text: string, { unseen = nobody, isCut = false }: Reading = {}): string {
  const prepared = table.reduce((left, { first, names }) => {
    const next = first ? left.replace(...first) : left;
    return names ? names(next, unseen) : next;
  }, text);
  // Names twice: one ends where the portal sees its tag, and entities have become tags which it has not seen.
  const bare = takePiecesOut(prepared, pieces);
  const nameless = table.reduce((left, { names }) => names?.(left, unseen) ?? left, bare);
  return table.reduce((left, { links }) => links?.(left, isCut) ?? left, nameless);
}
