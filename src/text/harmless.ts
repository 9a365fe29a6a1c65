/** Words of somebody else, to be written into a text of ours: they read the same, and nothing in them is a code. Pure. */
import { cleanTyped } from './count.ts';

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

/** Control characters, halves of characters, and what turns the direction of the text around it. */
const unseen = /[\p{Cc}\p{Surrogate}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Code points; a name is shorter. */
const longestLine = 200;

/** For a name or a title: one line, and without the brackets that have a meaning in the head of a quote. */
export function harmlessLine(words: string): string {
  const line = words.replace(/\s/gu, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim();
  const round = line.replaceAll('[', '(').replaceAll(']', ')');
  return harmless(Array.from(round).slice(0, longestLine).join('').trim());
}

/** What would become a code or an address together with what stands behind it (PB 4.5). */
const beginnings = /(?:&#?\w{0,20}|#(?:br?)?|<(?:br?\s*\/?)?)$/i;
const addresses = /:(?=\/\/)|www(?=\.)/gi;

/**
 * For a name that goes into a sentence somebody else has written: neither a quote nor a link nor a variable in braces
 * either, and nothing that the words around it could complete.
 */
export function harmlessValue(words: string): string {
  const line = harmlessLine(words)
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replaceAll('>', '›')
    .replace(/-{3,}|–{3,}/g, '–')
    .replace(addresses, (sign) => sign + gap);
  return beginnings.test(line) ? line + gap : line;
}
