/** Finding and writing mentions. Pure. */
import { type PlacedPiece, piecesOf, toBbOffset } from './shown.ts';
import type { Written } from './format.ts';

export interface MentionQuery {
  /** where the `@` stands in the shown text */
  at: number;
  /** what is typed behind it, up to the caret */
  query: string;
}

const maxLength = 40;
const maxWords = 4;

/** The mention somebody is about to write at the caret: an `@` at the start of a word and up to four words. */
export function findMention(value: string, caret: number): MentionQuery | null {
  const pieces = piecesOf(value);
  const shown = pieces.map((piece) => piece.shown).join('');
  const at = shown.lastIndexOf('@', caret - 1);
  if (caret < 1 || at === -1 || caret - at > maxLength || isInside(pieces, at)) return null;
  const query = shown.slice(at + 1, caret);
  const startsWord = at === 0 || /[\s([{"'«“,;:>\]]/.test(shown[at - 1] ?? '');
  if (!startsWord || /^\s|\n|\s{2}/.test(query) || query.split(' ').length > maxWords) return null;
  return { at, query };
}

function isInside(pieces: readonly PlacedPiece[], at: number): boolean {
  return pieces.some(({ isMention, start, end }) => isMention && start <= at && at < end);
}

/** Puts a mention (`[USER=5]Name[/USER]`, RF 3.6) in the place of what was typed for it, and a space behind it. */
export function putMention(
  value: string,
  { at, query }: MentionQuery,
  person: { id: number; name: string },
): Written {
  const from = toBbOffset(value, at, 'end');
  const to = toBbOffset(value, at + 1 + query.length, 'end');
  const code = `[USER=${person.id}]${harmless(person.name)}[/USER]`;
  const rest = value.slice(to);
  const after = from + code.length + 1;
  return {
    value: value.slice(0, from) + code + (rest.startsWith(' ') ? '' : ' ') + rest,
    from: after,
    to: after,
  };
}

/** A name without what would end or change the code around it. */
function harmless(name: string): string {
  const plain = name.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim();
  return Array.from(plain).slice(0, 100).join('') || '?';
}
