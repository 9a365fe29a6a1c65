/** The beginning of a message in one line, without its markup. */
import { textOf } from '../../text/bbNode.ts';
import { parseBb } from '../../text/bbcode.ts';

const longest = 80;

/** @param text BB code, hostile; the answer is text and may be empty */
export function firstWords(text: string): string {
  const words = textOf(parseBb(text)).replace(/\s+/gu, ' ').trim();
  const points = Array.from(words);
  return points.length > longest ? `${points.slice(0, longest).join('').trimEnd()}…` : words;
}
