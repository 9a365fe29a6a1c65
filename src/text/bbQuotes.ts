/** Quotes in a message text: lines that start with `>>`, and messages quoted between two fences of dashes. */
import { match, push, QUOTE, type Reader, seek } from './bbReader.ts';

const ARROWS = /(?:>>){1,8}/y;
// The docs draw the fence of a quoted message with six dashes; the portal's own clients write 54 of them.
const FENCE = /-{6,}[ \t]*(?:\n|$)/y;
const NEXT_FENCE = /\n-{6,}[ \t]*(?:\n|$)/g;
// "Name [today, 12:34] #chat5/41017", as the portal's own clients head a quoted message
const HEAD =
  /([^[\]\n]{1,200}?) ?\[([^[\]=/\n][^[\]=\n]{0,60})\](?: #(?:chat\d+|\d+:\d+)\/\d+)?[ \t]*(?:\n|$)/y;

/** Reads what may stand at the start of a line. True when that took whole lines and another one starts here. */
export function startLine(reader: Reader): boolean {
  const fence = match(FENCE, reader)?.[0];
  if (fence !== undefined && reader.inFence) {
    setArrows(reader, 0);
    reader.inFence = false;
    return push(reader, { kind: 'close', name: QUOTE, raw: fence }, reader.at + fence.length);
  }
  if (fence !== undefined && seek(NEXT_FENCE, reader, reader.at + fence.length - 1)) {
    setArrows(reader, 0);
    return openFence(reader, fence);
  }
  const arrows = match(ARROWS, reader)?.[0] ?? '';
  setArrows(reader, arrows.length / 2);
  reader.at += arrows.length;
  return false;
}

function openFence(reader: Reader, fence: string): true {
  const found = match(HEAD, reader, reader.at + fence.length);
  // The portal's dates always hold a time; without a digit it is somebody's own bracket.
  const head = found && /\d/.test(found[2] ?? '') ? found : null;
  const author = head?.[1]?.trim() ?? null;
  const date = head?.[2]?.trim() ?? null;
  const raw = fence + (head?.[0] ?? '');
  reader.inFence = true;
  return push(
    reader,
    { kind: 'open', name: QUOTE, raw, make: (children) => ({ type: 'quote', author, date, children }) },
    reader.at + raw.length,
  );
}

/** Opens or closes `>>` quotes until as many are open as the line has marks. */
export function setArrows(reader: Reader, arrows: number): void {
  for (; reader.arrows > arrows; reader.arrows--) {
    push(reader, { kind: 'close', name: QUOTE, raw: '' }, reader.at);
  }
  for (; reader.arrows < arrows; reader.arrows++) {
    push(
      reader,
      {
        kind: 'open',
        name: QUOTE,
        raw: '',
        make: (children) => ({ type: 'quote', author: null, date: null, children }),
      },
      reader.at,
    );
  }
}
