/** Where a text with BB codes may be cut, and which tags are open there. Pure. */

const tag = /\[(\/?)(b|i|u|s|size|color|font|code|quote)(?:=[^\]\n]*)?\]/gi;
/** Belong together: half of a link is none. */
const whole =
  /\[(url|user|chat|img|disk|icon|send|put|context|timestamp)\b[^\]]*\](?:[^[]{0,300}\[\/\1\])?|\[\/?[a-z]+(?:=[^\]\n]*)?\]|https?:\/\/\S{1,300}|\r\n|\p{RI}{2}|\p{Emoji}(?:\p{EMod}|\uFE0F|\u200D\p{Emoji})+/giu;

/** Ascending, without the ends: not inside of a tag, a link, an address, an emoji or a surrogate pair. */
export function cutPoints(text: string): number[] {
  const points: number[] = [];
  let at = 0;
  for (const match of text.matchAll(whole)) {
    letters(text.slice(at, match.index), at, points);
    at = match.index + match[0].length;
    points.push(at);
  }
  letters(text.slice(at), at, points);
  return points.filter((point) => point > 0 && point < text.length);
}

function letters(text: string, from: number, points: number[]): void {
  let at = from;
  for (const letter of text) {
    at += letter.length;
    points.push(at);
  }
}

/** The tags that stand open at a place, the outermost first. */
export function openAt(text: string, at: number): string[] {
  const open: Array<{ name: string; tag: string }> = [];
  for (const match of text.slice(0, at).matchAll(tag)) {
    const [found, slash, name = ''] = match;
    const kind = name.toLowerCase();
    if (slash === '') open.push({ name: kind, tag: found });
    else {
      const last = open.findLastIndex((other) => other.name === kind);
      if (last !== -1) open.splice(last, 1);
    }
  }
  return open.map((one) => one.tag);
}

export function openersOf(open: readonly string[]): string {
  return open.join('');
}

export function closersOf(open: readonly string[]): string {
  return open
    .toReversed()
    .map((opener) => `[/${/\w+/.exec(opener)?.[0] ?? ''}]`)
    .join('');
}
