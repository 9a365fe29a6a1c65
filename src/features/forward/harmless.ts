/** Words of somebody else, to be written into a text of ours: they read the same, and nothing in them is a code. Pure. */
import { cleanTyped } from '../../text/count.ts';

/** Has no width, and takes a code apart. */
const gap = '\u200b';

/** What looks like a BB code, an entity, or one of the ways to write a line break (PB 4.5). */
const codes = /\[(?=\/?[a-z])|&(?=#?\w{1,20};)|#(?=br#)|<(?=br\s*\/?>)/gi;
/** The portal takes a row of dashes for the edge of a quote (RF 3.6). */
const fences = /-{6,}/g;

/** For several lines, plain text without BB codes of its own. */
export function harmless(words: string): string {
  return cleanTyped(words)
    .replace(codes, (sign) => sign + gap)
    .replace(fences, (dashes) => '–'.repeat(dashes.length));
}

const longestLine = 200;

/** For a name or a title: one line, and without the brackets that have a meaning in the head of a quote. */
export function harmlessLine(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const round = line.replaceAll('[', '(').replaceAll(']', ')');
  return harmless(Array.from(round).slice(0, longestLine).join(''));
}
