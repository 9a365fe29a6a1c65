/** A text that is too long for one message of a channel, as several. Pure. */
import { closersOf, cutPoints, openAt, openersOf } from './cutPoints.ts';

/** Where to cut by preference; each names the end of what stays together. */
const borders = [/\n\s*\n/g, /\n/g, /[.!?…]["»”)\]]*\s/g, /\s/g];

/**
 * At the ends of paragraphs, lines, sentences or words, whichever comes first in that order without leaving a part half
 * empty; a longer word is cut. BB tags stay whole, and those around a cut are closed before and opened again behind it.
 * @param limit of a part, in the units of `measure`; at least 16
 * @param measure grows with the text
 */
export function splitText(
  text: string,
  limit: number,
  measure: (text: string) => number = (part) => part.length,
): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (measure(rest) > limit) {
    const { head, tail } = cut(rest, limit, measure);
    if (head !== '') parts.push(head);
    rest = tail;
  }
  return rest === '' ? parts : [...parts, rest];
}

function cut(text: string, limit: number, measure: (text: string) => number): { head: string; tail: string } {
  const whole = withTags(text, limit, measure);
  if (whole) return whole;
  // Tags that leave no room: they go as the letters they are.
  const [end = 1] = fitting(text, letterPoints(text), (at) => measure(text.slice(0, at)) <= limit);
  return { head: text.slice(0, end).trim(), tail: text.slice(end).trim() };
}

function withTags(
  text: string,
  limit: number,
  measure: (text: string) => number,
): { head: string; tail: string } | null {
  const partsAt = (at: number) => {
    const open = openAt(text, at);
    const head = text.slice(0, at).trimEnd() + closersOf(open);
    return { head, tail: openersOf(open) + text.slice(at).trimStart() };
  };
  const fits = (at: number) => measure(partsAt(at).head) <= limit;
  const points = fitting(text, cutPoints(text), fits);
  const [furthest] = points;
  if (furthest === undefined) return null;
  const nice = points.filter((at) => at >= furthest / 2);
  const known = new Set(nice);
  const best = borders.flatMap((border) => endsOf(text, border).findLast((at) => known.has(at)) ?? [])[0];
  const parts = partsAt(best ?? furthest);
  // What is opened again may be as long as what was cut away.
  return parts.tail.length < text.length ? parts : null;
}

/** Those that fit, the last first. */
function fitting(text: string, points: readonly number[], fits: (at: number) => boolean): number[] {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(points[middle] ?? text.length)) low = middle + 1;
    else high = middle;
  }
  return points.slice(0, low).reverse();
}

function endsOf(text: string, border: RegExp): number[] {
  return [...text.matchAll(border)].map((match) => match.index + match[0].length);
}

/** Between any two letters. */
function letterPoints(text: string): number[] {
  const points: number[] = [];
  let at = 0;
  for (const letter of text) {
    at += letter.length;
    if (at < text.length) points.push(at);
  }
  return points;
}
