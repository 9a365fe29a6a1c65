/**
 * Texts on their way to the portal: what is sent, how long it may be, and how a message that was read back is
 * recognised. What the portal rewrites stands in one table, `wireText/table.ts`.
 */
import { cleanTyped, countCodePoints } from '../text/count.ts';
import { remembered } from '../text/remembered.ts';
import { textLimit } from './textLimit.ts';
import { unseenIn } from './wireText/mentions.ts';
import { normalForm } from './wireText/normalForm.ts';
import { table } from './wireText/table.ts';

/** What the portal puts where it has cut (PB 4.5). */
const cutMark = ' (...)';
/** characters; a cut may fall into a tag the portal itself has added, so the last piece is not compared */
const cutSlack = 200;

/**
 * What is really sent of a typed text; empty when nothing is left. Without NUL and lone surrogates, which JSON and
 * the portal's database do not carry, and without the white space at its ends, which the portal trims (PB 4.5).
 */
export function sendable(text: string): string {
  return cleanTyped(text).trim();
}

/**
 * Code points that count towards `textLimit`, never fewer than the portal will count. Whether it cuts before or after
 * it has made links and decoded entities is not certain, so what is added counts and what is taken away counts too.
 */
export function lengthForPortal(text: string): number {
  let sent = sendable(text);
  let length = countCodePoints(sent);
  for (const { adds, first } of table) {
    length += adds?.(sent) ?? 0;
    if (first) sent = sent.replace(...first);
  }
  return length;
}

/**
 * True when `readBack`, a message's text in the portal, is what became of `typed`.
 *
 * True for what the portal has made of it, but for a link so long that the cut falls into it (and see normalForm.ts). Other texts can pass for it that differ in nothing but: white space
 * and line breaks in any spelling; square brackets; an entity and its character, ©, ® and ™ and (c), (r) and (tm);
 * `http://`, Drive tags, `[url]`, `[url=` that nothing closes; the name in a mention; where the label of a link begins with its
 * address, that address; where an address ends and its label begins; all that is behind a cut.
 */
export function isSameText(typed: string, readBack: string): boolean {
  return typed === readBack || becomes(typed, readBack);
}

const becomes = remembered((typed, readBack) => {
  const [sent, got] = [sendable(typed), cleanTyped(readBack)];
  const isCut = got.endsWith(cutMark) && countCodePoints(got) >= textLimit;
  return unseenIn(sent, got).some((unseen) => {
    const form = normalForm(sent, { unseen });
    if (form === normalForm(got, { unseen })) return true;
    const sure = isCut ? sureBeginning(got.slice(0, -cutMark.length), unseen) : '';
    return sure !== '' && form.startsWith(sure);
  });
});

/** What of a cut text is as it would be in the whole one: the portal's own tags are closed in it. */
function sureBeginning(cutText: string, unseen: ReadonlySet<string>): string {
  const lastTag = Math.max(...['[url=', '[user='].map((tag) => cutText.toLowerCase().lastIndexOf(tag)));
  const isOpen = lastTag >= 0 && !cutText.includes(']', lastTag);
  return normalForm(isOpen ? cutText.slice(0, lastTag) : cutText, { unseen, isCut: true }).slice(
    0,
    -cutSlack,
  );
}
