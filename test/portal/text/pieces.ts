/** A text in pieces: what a rule has dealt with is not looked at by the rules after it. */

export interface Piece {
  text: string;
  /** true: no later rule may touch it */
  isDone: boolean;
}

/** Every match of `pattern` (with the flag `g`) in the open pieces becomes a done piece that reads `to(match)`. */
export function settle(
  pieces: readonly Piece[],
  pattern: RegExp,
  to: (match: RegExpExecArray) => string,
): Piece[] {
  return pieces.flatMap((piece) => (piece.isDone ? [piece] : split(piece.text, pattern, to)));
}

/** Rewrites the open pieces and leaves them open. */
export function rewrite(pieces: readonly Piece[], change: (text: string) => string): Piece[] {
  return pieces.map((piece) => (piece.isDone ? piece : { ...piece, text: change(piece.text) }));
}

export function join(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function split(text: string, pattern: RegExp, to: (match: RegExpExecArray) => string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push({ text: text.slice(end, match.index), isDone: false });
    pieces.push({ text: to(match), isDone: true });
    end = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(end), isDone: false });
  return pieces.filter((piece) => piece.text !== '');
}
