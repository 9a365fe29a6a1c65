/** Links: `[url=address]` is one that the portal has made where the label repeats the address (PB 4.5). */
import { encodedClose, encodedOpen } from './brackets.ts';

const isClose = (character: string | undefined) => character === ']' || character === encodedClose;
const isBracket = (character: string | undefined) =>
  character === '[' || character === encodedOpen || isClose(character);

/**
 * The text without brackets and link tags; the address of a tag stays before its label unless the label repeats it.
 * From the end to the beginning, so that inner tags go first and the label is known: one pass.
 * @param isCut the text goes on where it ends, and so may the label
 */
export function withoutLinks(text: string, isCut: boolean): string {
  // Backwards: the last one is the first character of what was read.
  const out: string[] = [];
  /** where in `out` the closing brackets stand */
  const closing: number[] = [];
  for (const character of Array.from(text).reverse()) {
    out.push(character);
    if (isClose(character)) closing.push(out.length - 1);
    if (character !== '[' && character !== encodedOpen) continue;
    const end = partner(character, out, closing);
    if (!isLinkTag(out)) continue;
    out.length -= '[url='.length;
    if (end !== undefined && repeats(out, end, isCut)) out.length = end;
  }
  return out
    .reverse()
    .filter((character) => !isBracket(character))
    .join('');
}

/** Takes the closing bracket that belongs to an opening one off the list. */
function partner(open: string, out: readonly string[], closing: number[]): number | undefined {
  if (open === encodedOpen) return out[closing.at(-1) ?? -1] === encodedClose ? closing.pop() : undefined;
  for (let at = closing.pop(); at !== undefined; at = closing.pop()) if (out[at] === ']') return at;
  return undefined;
}

function isLinkTag(out: readonly string[]): boolean {
  return /^.url=$/i.test(out.slice(-'[url='.length).reverse().join(''));
}

/** Whether what is read after the bracket at `end` begins with what is read before it; brackets do not count. */
function repeats(out: readonly string[], end: number, isCut: boolean): boolean {
  const last = end + halfPiece(out, end);
  let label = end - 1;
  let compared = 0;
  for (let at = out.length - 1; at > last; at--) {
    // A mention may reach out of the address, which ends at the first white space of the name.
    if (
      out[at] === encodedOpen &&
      /^user=/i.test(
        out
          .slice(Math.max(0, at - 5), at)
          .reverse()
          .join(''),
      )
    )
      break;
    if (isBracket(out[at])) continue;
    while (isBracket(out[label])) label--;
    if (label < 0) return isCut;
    if (out[at] !== out[label]) return false;
    label--;
    compared++;
  }
  return compared > 0 || last > end;
}

/** Characters of an entity or a tag at the end of an address that has lost its last sign to the text behind it. */
function halfPiece(out: readonly string[], end: number): number {
  const tail = out
    .slice(end + 1, end + 10)
    .reverse()
    .join('');
  return /(?:&[#a-z0-9]*|<br?\/?|#br?|[[\uE002]ur?l?)$/i.exec(tail)?.[0].length ?? 0;
}
