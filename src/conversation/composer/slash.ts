/** Finding the `/` that asks for a quick reply, and putting the reply in its place. Pure. */
import type { Written } from './format.ts';
import { piecesOf, toBbOffset } from './shown.ts';

export interface SlashQuery {
  /** where the `/` stands in the shown text */
  at: number;
  /** what is typed behind it, up to the caret */
  query: string;
}

/** A place of a text, in UTF-16 units. */
export interface Place {
  from: number;
  to: number;
}

const maxLength = 60;

/** A `/` that starts a word, and what stands between it and the caret. None in `and/or`, `1/2` or an address. */
export function findSlash(value: string, caret: number): SlashQuery | null {
  const pieces = piecesOf(value);
  const shown = pieces.map((piece) => piece.shown).join('');
  const at = caret < 1 ? -1 : shown.lastIndexOf('/', caret - 1);
  if (at === -1 || caret - at > maxLength) return null;
  const query = shown.slice(at + 1, caret);
  const startsWord = at === 0 || /\s/.test(shown[at - 1] ?? '');
  if (!startsWord || /^\s|[\n@]|\s{2}/.test(query)) return null;
  const isInMention = pieces.some(({ isMention, start, end }) => isMention && start <= at && at < end);
  return isInMention ? null : { at, query };
}

/**
 * Puts a text in the place of what was typed for it. What has to be filled in first is chosen, else the caret stands
 * behind the text.
 * @param unfilledIn the places of a text that somebody has to fill in
 */
export function putReply(
  value: string,
  { at, query }: SlashQuery,
  text: string,
  unfilledIn: (text: string) => readonly Place[],
): Written {
  const from = toBbOffset(value, at, 'end');
  const to = toBbOffset(value, at + 1 + query.length, 'end');
  const after = from + text.length;
  const first = unfilledIn(text)[0];
  const place = first ? { from: from + first.from, to: from + first.to } : { from: after, to: after };
  return { value: value.slice(0, from) + text + value.slice(to), ...place };
}
