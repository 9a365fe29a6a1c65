/** Takes short pieces out of a text to the end: also those that come together only when another one has gone. */

/** What is taken out wherever it stands. */
export interface Piece {
  /** the characters it can end in, lower case */
  last: string;
  /** it, at the end of a text without white space */
  end: RegExp;
  /** what stays in its place; undefined: nothing is taken out after all */
  to: string | ((match: RegExpExecArray) => string | undefined);
}

/** characters; the longest piece is a Drive tag with a number of twenty digits */
const longest = 27;

/** Takes out white space and all `pieces`. One pass: a piece is complete at its last character. */
export function takePiecesOut(text: string, pieces: readonly Piece[]): string {
  const byLast = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (const last of piece.last) byLast.set(last, [...(byLast.get(last) ?? []), piece]);
  }
  const out: string[] = [];
  for (const character of text.replace(/\s+/g, '')) {
    // What stays in the place of a piece may complete another one.
    const waiting = [character];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (/\s/.test(next)) continue;
      out.push(next);
      const left = take(out, byLast.get(next.toLowerCase()) ?? []);
      waiting.push(...Array.from(left).reverse());
    }
  }
  return out.join('');
}

/** Shortens `out` by the piece it ends in. @returns what stays in its place */
function take(out: string[], pieces: readonly Piece[]): string {
  if (pieces.length === 0) return '';
  const tail = out.slice(-longest).join('');
  for (const { end, to } of pieces) {
    const match = end.exec(tail);
    const left = match && (typeof to === 'string' ? to : to(match));
    if (!match || left === null || left === undefined) continue;
    out.length -= Array.from(match[0]).length;
    return left;
  }
  return '';
}
