/** Names of files: made harmless before they leave, and recognised when they come back. Pure. */

/** code points; Drive takes 255, and the portal may put a number into it */
const longestName = 200;
const longestExtension = 20;

/** What hides, or turns what is read round: control characters, marks of direction, half characters. */
const unseen = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The last part of a path, without what cannot be seen, of a length that Drive takes; the ending stays.
 * @param otherwise for a name of which nothing is left
 */
export function harmlessName(name: string, otherwise: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .replace(unseen, '')
    .trim()
    .replace(/[.\s]+$/, '');
  if (seen === '') return otherwise;
  const { stem, ending } = partsOf(seen);
  const kept = cut(ending, longestExtension);
  return cut(stem, longestName - kept.length) + kept;
}

/** @param length code points */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}

interface NamedFile {
  name: string;
  /** bytes */
  size: number;
}

/** Whether the portal may have made the one of the other: where a name is taken it numbers the new one, `a (1).pdf`. */
export function isSameFile(one: NamedFile, other: NamedFile): boolean {
  const [mine, its] = [partsOf(one.name), partsOf(other.name)];
  return (
    one.size === other.size &&
    mine.ending.toLowerCase() === its.ending.toLowerCase() &&
    unnumbered(mine.stem) === unnumbered(its.stem)
  );
}

/** A numbered one may be numbered again. */
function unnumbered(stem: string): string {
  return stem.replace(/(\s?\(\d+\))+$/, '');
}

/** The ending with its dot. */
function partsOf(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}
