/**
 * What the field shows of a BB code text: each `[USER=5]Marta Olsen[/USER]` as `@Marta Olsen`, all else as it stands.
 * Offsets count UTF-16 units, as the field does. Pure.
 */

export interface Piece {
  bb: string;
  shown: string;
  isMention: boolean;
}

/** Where a piece starts and ends in both forms. */
export interface PlacedPiece extends Piece {
  bbStart: number;
  start: number;
  end: number;
}

// RF 3.6, 4.5. A name with brackets is none that we write, and stays as it is.
const mention = /\[user=(?:all|[1-9]\d{0,14})(?: replace)?\]([^[\]\n]{1,200})\[\/user\]/gi;

/** The text in pieces, in order; none is empty. */
export function piecesOf(value: string): PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  let start = 0;
  let at = 0;
  const take = (bbEnd: number, name?: string) => {
    const bb = value.slice(at, bbEnd);
    const shown = name === undefined ? bb : `@${name}`;
    if (bb !== '') {
      const end = start + shown.length;
      pieces.push({ bb, shown, isMention: name !== undefined, bbStart: at, start, end });
    }
    start += shown.length;
    at = bbEnd;
  };
  for (const found of value.matchAll(mention)) {
    take(found.index);
    take(found.index + found[0].length, found[1] ?? '');
  }
  take(value.length);
  return pieces;
}

/** The text as the field shows it. */
export function toShown(value: string): string {
  return piecesOf(value)
    .map(({ shown }) => shown)
    .join('');
}

/** The place in the BB code of a place in the shown text; within a mention its `edge`. */
export function toBbOffset(value: string, offset: number, edge: 'start' | 'end'): number {
  for (const { bb, bbStart, start, end, isMention } of piecesOf(value)) {
    if (offset > end) continue;
    if (!isMention) return bbStart + Math.max(0, offset - start);
    if (offset === start || (offset < end && edge === 'start')) return bbStart;
    return bbStart + bb.length;
  }
  return value.length;
}

/** The place in the shown text of a place in the BB code; within a mention its end. */
export function toShownOffset(value: string, offset: number): number {
  const piece = piecesOf(value).findLast(({ bbStart }) => bbStart <= offset);
  if (!piece) return 0;
  return piece.isMention && offset > piece.bbStart
    ? piece.end + Math.max(0, offset - piece.bbStart - piece.bb.length)
    : piece.start + offset - piece.bbStart;
}

/** Where two texts differ: from `start`, up to `endBefore` in the first and `endAfter` in the second. */
export function difference(before: string, after: string, caret = after.length) {
  const shorter = Math.min(before.length, after.length);
  const behind = after.length - caret;
  // What was typed ends at the caret: that decides where one of several equal letters was added.
  let endAfter = behind <= shorter && before.endsWith(after.slice(caret)) ? caret : after.length;
  let endBefore = before.length - (after.length - endAfter);
  let start = 0;
  while (start < Math.min(endBefore, endAfter) && before[start] === after[start]) start++;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  // Never through the middle of a character of two units.
  if (isLowHalf(before, start) || isLowHalf(after, start)) start--;
  if (isLowHalf(before, endBefore) || isLowHalf(after, endAfter)) {
    endBefore++;
    endAfter++;
  }
  return { start, endBefore, endAfter };
}

/** Whether the unit at a place belongs to the character that begins one before it. */
function isLowHalf(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const unit = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && unit >= 0xdc00 && unit <= 0xdfff;
}
