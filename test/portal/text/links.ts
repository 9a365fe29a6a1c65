/**
 * Addresses in a message become `[URL]` tags (PB 4.5). The rules in detail, with their oddities, are those of the
 * portal's text parser (PB source key M, `main/classes/general/textparser.php`).
 */
import { decodeEntities } from './entities.ts';
import { settle, type Piece } from './pieces.ts';

const schemes = 'http|https|news|ftp|aim|mailto|file|tel|callto|skype|viber';
const start = `(?:(?:${schemes})://|www\\.)[._:a-z0-9@-]`;

/** Tags that were typed; an address may hold one level of square brackets. */
const typedTags =
  /\[url\](?<bare>.*?)\[\/url\]|\[url\s*=\s*(?<url>(?:[^[\]]|\[[^[\]]*\])+)\](?<text>[\s\S]*?)\[\/url\]/gi;

/** Right after one of these an address ends at the partner, be there spaces or not. */
const pairs = [
  ['&lt;', '&gt;'],
  ['\\(', '\\)'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
] as const;
const inPairs = pairs.map(([open, close]) => new RegExp(`(?<=${open})${start}[\\s\\S]*?(?=${close})`, 'gi'));

/**
 * Elsewhere it begins after white space or punctuation (so never inside a word, an e-mail address or behind a quote)
 * and ends at white space, a double quote or a brace: a closing bracket belongs to it.
 */
const inText = new RegExp(`(?<=^|[\\s.,;:!?#\\-*|[\\](){}])${start}(?:(?!&quot;)[^\\s"{}])*`, 'gi');

/** Tags all addresses in the open pieces; tags that were typed are brought into the portal's form. */
export function tagLinks(pieces: readonly Piece[]): Piece[] {
  const untyped = settle(pieces, typedTags, ({ groups }) =>
    link(groups?.['url'] ?? groups?.['bare'] ?? '', groups?.['text'] ?? ''),
  );
  return [...inPairs, inText].reduce(
    (rest, pattern) => settle(rest, pattern, ([url]) => link(url, url)),
    untyped,
  );
}

function link(typedUrl: string, typedText: string): string {
  const brackets: Readonly<Record<string, string>> = { '[': '%5B', ']': '%5D' };
  const whole =
    typedText === '' ? typedUrl : typedUrl.replace(/[[\]]/g, (bracket) => brackets[bracket] ?? '');
  const address = whole.trim();
  const label = typedText.trim() || address;
  // One sign of punctuation at the end stays outside, and only where the address is its own label.
  const after = (address === label && /(?:[.,?!;]|&#33;)$/.exec(address)?.[0]) || '';
  const cut = after === '' ? undefined : -after.length;
  return decodeEntities(tag(withScheme(safe(address.slice(0, cut))), plain(label.slice(0, cut))) + after);
}

function tag(url: string, label: string): string {
  return url === label ? `[URL]${url}[/URL]` : `[URL=${url}]${label}[/URL]`;
}

function withScheme(url: string): string {
  const isComplete = url.startsWith('/') || new RegExp(`^(?:${schemes}):`, 'i').test(url);
  return isComplete ? url : `http://${url}`;
}

function safe(url: string): string {
  return url
    .replaceAll('&amp;', '&')
    .replace(/javascript:/gi, 'java script&#58; ')
    .replaceAll("'", '%27');
}

function plain(label: string): string {
  return label.replace(/&amp;/gi, '&').replace(/javascript:/gi, 'javascript&#58; ');
}
