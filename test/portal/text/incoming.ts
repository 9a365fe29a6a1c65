/** What the portal makes of a typed text on its way to `text` of `im.dialog.messages.get` (PB 4.5). */
import { decodeEntities } from './entities.ts';
import { tagLinks } from './links.ts';
import { join, rewrite, settle } from './pieces.ts';

/** code points; a text may be six longer, which is what the mark of the cut takes (PB 4.5) */
const longest = 20_000;
const cutMark = ' (...)';

export interface People {
  /** undefined: no such person, or the writer may not see them */
  nameOf: (userId: number) => string | undefined;
}

/** Each of these is kept as typed (PB 4.5). Only `[CODE]` may reach over lines. */
const untouched =
  /\[CODE\][\s\S]*?\[\/CODE\]|\[PUT(?:=[^\]\n]+)?\][^\n]*?\[\/PUT\]|\[SEND(?:=[^\]\n]+)?\][^\n]*?\[\/SEND\]/gi;

/**
 * The text as every reader gets it back: plain text with BB codes.
 * The order matters: breaks come before links, which they end; entities last, so that `&lt;` is no BB code or link.
 */
export function asReadBack(typed: string, people: People): string {
  const kept = settle([{ text: typed, isDone: false }], untouched, ([tag]) => tag);
  const prepared = rewrite(kept, (text) => {
    const lines = text.replace(/\r\n|\[BR\]|\[br\]|#BR#|<br\s*\/?>/g, '\n');
    return nameUsers(withoutDisk(lines), people).replaceAll('\u00A0', ' ');
  });
  return cut(trim(join(rewrite(tagLinks(prepared), decodeEntities))));
}

/** `[USER=5][/USER]` gets the person's name; of somebody unknown only the typed name is left (PB 4.5). */
function nameUsers(text: string, { nameOf }: People): string {
  return text.replace(
    /\[USER=(\d+)(?: REPLACE)?\]([\s\S]*?)\[\/USER\]/gi,
    (_tag, id: string, typedName: string) => {
      const name = nameOf(Number(id));
      return name === undefined ? typedName : `[USER=${id}]${name}[/USER]`;
    },
  );
}

/** `[DISK=n]` goes, its file is attached instead (PB 4.5). */
function withoutDisk(text: string): string {
  return text.replace(/\[DISK=\d+\]/gi, '');
}

/** PHP's idea of white space, not JavaScript's: an ideographic space stays. */
function trim(text: string): string {
  return text.replace(/^[ \t\n\r\0\v]+/, '').replace(/[ \t\n\r\0\v]+$/, '');
}

function cut(text: string): string {
  // No need to count code points where even the code units are few enough.
  if (text.length <= longest + cutMark.length) return text;
  const points = Array.from(text);
  if (points.length <= longest + cutMark.length) return text;
  return points.slice(0, longest).join('') + cutMark;
}
