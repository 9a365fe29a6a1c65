/** Texts on their way to the portal: how long they may be, and how a message that was read back is recognised. */
import { countCodePoints } from '../text/count.ts';
import { mentionedIn, normalForm } from './normalForm.ts';

/** The most code points a message keeps; the rest is cut without an error (PB 4.1, 2.1). */
export const textLimit = 20_000;
/** What the portal puts where it has cut (PB 4.5). */
const cutMark = ' (...)';
/** A cut may fall into a tag the portal itself has added, so its last piece is not compared. */
const cutSlack = 200;

/** A bare address, which the portal puts into link tags. */
const bareAddress = /(?<![=\]\w])(?:https?:\/\/|www\.)[^\s[\]]+/gi;

/**
 * Code points that count towards `textLimit`. Whether the portal cuts before or after it has made links and decoded
 * entities is not certain, so the longer of both counts.
 */
export function lengthForPortal(text: string): number {
  const typed = text.trim();
  const tags = Array.from(typed.matchAll(bareAddress), ([address]) => linkTags(address));
  const stored = countCodePoints(normalForm(typed)) + tags.reduce((sum, length) => sum + length, 0);
  return Math.max(countCodePoints(typed), stored);
}

/** `[URL]…[/URL]`, or `[URL=http://www.x.y]…[/URL]` for an address without a scheme (PB 4.5). */
function linkTags(address: string): number {
  const tags = '[URL][/URL]'.length;
  return /^www/i.test(address) ? tags + '=http://'.length + countCodePoints(address) : tags;
}

/** True when `readBack`, a message's text in the portal, is what became of `typed`. */
export function isSameText(typed: string, readBack: string): boolean {
  if (typed === readBack) return true;
  const sent = normalForm(typed, mentionedIn(readBack));
  const got = normalForm(readBack);
  if (sent === got) return true;
  if (!readBack.endsWith(cutMark) || countCodePoints(readBack) < textLimit) return false;
  const sure = sureBeginning(readBack.slice(0, -cutMark.length));
  return sure !== '' && sent.startsWith(sure);
}

/** What of a cut text is as it would be in the whole one: the portal's own tags are closed in it. */
function sureBeginning(cutText: string): string {
  const lower = cutText.toLowerCase();
  const lastTag = Math.max(lower.lastIndexOf('[url='), lower.lastIndexOf('[user='));
  const isOpen = lastTag >= 0 && !cutText.includes(']', lastTag);
  return normalForm(isOpen ? cutText.slice(0, lastTag) : cutText).slice(0, -cutSlack);
}
