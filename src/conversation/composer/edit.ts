/** Carries what was typed into the shown text over to the BB code. Pure. */
import { difference, type PlacedPiece, piecesOf, toShown } from './shown.ts';

interface Edit {
  /** the field after it */
  shown: string;
  /** where the caret stands after it */
  caret?: number;
  /** one Backspace: the last letter of a mention takes the whole of it */
  isBackspace?: boolean;
}

/**
 * The BB code that belongs to the field after an edit. A mention that is touched becomes plain text: what is left of
 * `@Marta Olsen` would otherwise name a person by a wrong name. All others stay.
 */
export function applyEdit(value: string, { shown, caret, isBackspace = false }: Edit): string {
  const pieces = piecesOf(value);
  const { start, endBefore, endAfter } = difference(toShown(value), shown, caret);
  const typed = shown.slice(start, endAfter);
  const cut = isBackspace && typed === '' && endBefore - start === 1;
  const whole = cut
    ? pieces.find(({ isMention, start: first, end }) => isMention && end === endBefore && first < start)
    : undefined;
  const from = whole?.start ?? start;
  return before(pieces, from) + typed + after(pieces, endBefore);
}

/** What stands left of a place. */
function before(pieces: readonly PlacedPiece[], place: number): string {
  return pieces
    .map(({ bb, shown, start, end }) => {
      if (end <= place) return bb;
      return start < place ? shown.slice(0, place - start) : '';
    })
    .join('');
}

/** What stands right of a place. */
function after(pieces: readonly PlacedPiece[], place: number): string {
  return pieces
    .map(({ bb, shown, start, end }) => {
      if (start >= place) return bb;
      return end > place ? shown.slice(place - start) : '';
    })
    .join('');
}
