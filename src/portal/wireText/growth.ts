/** How much longer a text gets on its way, at most, in code points (PB 4.5). Overstated where the facts leave doubt. */
import { countCodePoints } from '../../text/count.ts';

const scheme = 'http://'.length;
/** Twice the limit: nobody needs to know by how much more a text is too long. */
const enough = 40_000;
/** The facts give no length; longer names are rare, and a text may be six longer than its limit (PB 4.1). */
const nameRoom = 60;

/** Right after one of these an address reaches up to its partner, white space or not. */
const partners = new Map([
  ['(', ')'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['&lt;', '&gt;'],
]);
const start = '(?:(?:https?|news|ftp|aim|mailto|file|tel|callto|skype|viber)://|www\\.)[._:a-z0-9@-]';
const open = '&lt;|[(“‘«]';
const addressStart = new RegExp(`(?<open>${open})?(?<![=\\w])${start}`, 'gi');
/** Behind other signs it is doubtful, such as a quote, and one of the above without its partner. */
const sureBefore = /(?:^|[\s.,;:!?#\-*|[\](){}])$/;
const bracketedStart = new RegExp(`(?:${open})${start}`, 'gi');
const addressEnd = /[\s"{}]|&quot;/g;

/** `[URL]…[/URL]`, or `[URL=http://www.x.y]www.x.y[/URL]` where the address differs from what was typed. */
export function addedByAddresses(text: string): number {
  const starts = new RegExp(addressStart);
  const missing = new Set<string>();
  let added = 0;
  for (let match = starts.exec(text); match && added < enough; match = starts.exec(text)) {
    const open = match.groups?.['open'] ?? '';
    const from = match.index + open.length;
    const close = partners.get(open.toLowerCase());
    const partner = close === undefined || missing.has(close) ? -1 : text.indexOf(close, starts.lastIndex);
    if (close !== undefined && partner < 0) missing.add(close);
    const to = partner < 0 ? next(addressEnd, text, starts.lastIndex)?.index : partner;
    const address = text.slice(from, to);
    added += '[URL][/URL]'.length;
    if (/^www|['[\]]|javascript:|&amp;/i.test(address)) added += doubled(address);
    // One inside counts as well where this may be none, or where a bracket may end this.
    if (partner < 0 && !sureBefore.test(text.charAt(from - 1))) continue;
    const inner = next(bracketedStart, text, starts.lastIndex)?.index ?? text.length;
    starts.lastIndex = Math.min(from + address.length, inner);
  }
  return added;
}

/** `=http://` and the address once more, some of its signs encoded */
function doubled(address: string): number {
  return 1 + scheme + countCodePoints(address) + encodedSigns(address);
}

/** What was typed as a link and has no scheme, no label, or signs that are encoded. */
export function addedByLinkTags(text: string): number {
  const opening = /\[url(?:\]|\s*=)/gi;
  let added = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = next(/\[\/url\](?:\][^[]*\[\/url\])*/gi, text, opening.lastIndex);
    if (!end) break;
    const inside = text.slice(opening.lastIndex, end.index + end[0].length - '[/url]'.length);
    const isAlone = /\[url\]|\]\s*$/i.test(match[0] + inside);
    added += isAlone ? doubled(inside) : scheme + encodedSigns(inside);
    opening.lastIndex = end.index;
  }
  return added;
}

/** `'`, `[` and `]` take three signs each. */
function encodedSigns(text: string): number {
  return 2 * (text.match(/['[\]]/g)?.length ?? 0);
}

/** `[USER=5][/USER]` gets a name, a short one a longer one. */
export function addedByNames(text: string): number {
  const lengths = Array.from(text.matchAll(/\[user=\d+[^[\]]*\]([^[\]]*)/gi), ([, name = '']) => name.length);
  return lengths.reduce((sum, length) => sum + Math.max(0, nameRoom - length), 0);
}

/** `java script&#58; ` in the address, `javascript&#58; ` in the label */
export function addedByScripts(text: string): number {
  const more = 'java script&#58; javascript&#58; '.length - 2 * 'javascript:'.length;
  return more * (text.match(/javascript:/gi)?.length ?? 0);
}

function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const search = new RegExp(pattern);
  search.lastIndex = from;
  return search.exec(text);
}
