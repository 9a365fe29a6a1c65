/** What is written into the task: the message, the description and the title of a new task. Pure. */
import { countCodePoints } from '../../text/count.ts';
import { harmless, harmlessLine } from '../../text/harmless.ts';
import { safeLink } from '../../text/safeLink.ts';

/** All of it hostile but `kind` and `when`. */
export interface Source {
  /** who has written the message */
  author: string;
  /** "WhatsApp"; may be empty */
  channel: string;
  /** the moment in words, with a digit in them */
  when: string;
  /** the message as plain text; may be empty */
  body: string;
  /** names of its files */
  fileNames: readonly string[];
  card: {
    /** "Deal" */
    kind: string;
    title: string;
    /** absolute */
    address: string;
  };
}

interface Limits {
  /** code points a text may have */
  limit: number;
  /** code points of a text, never fewer than the portal will count */
  countOf: (text: string) => number;
}

export interface Forwarded {
  text: string;
  /** the end of the quoted message is missing */
  isCut: boolean;
}

/** As many dashes as the portal's own clients write around a quoted message (RF 3.6). */
const fence = '-'.repeat(54);

/**
 * The message: the comment, the quote as the portal's own clients write one, and a link to the card.
 * @param comment BB code of the person
 */
export function forwardedText(comment: string, source: Source, limits: Limits): Forwarded {
  const head = `${authorOf(source)} [${source.when.replace(/[[\]=/]/g, '.')}]`;
  return fitting(source.body, limits, (body) =>
    lines(comment.trim(), fence, head, quoted(body, source), fence, cardOf(source)),
  );
}

/** The description of a task, which knows another code for quotes than messages do. */
export function taskDescription(source: Source, limits: Limits): string {
  const head = `${authorOf(source)}, ${source.when}:`;
  return fitting(source.body, limits, (body) =>
    lines('[QUOTE]', head, quoted(body, source), '[/QUOTE]', cardOf(source)),
  ).text;
}

/** What takes the place of a file that cannot be forwarded; null: it has no address that may be a link. */
export function linkToFile(
  label: string,
  { name, url }: { name: string; url: string | null },
  portalOrigin: string,
): string | null {
  const address = url === null ? null : safeLink(url, portalOrigin);
  if (address === null) return null;
  const whole = address.replaceAll('[', '%5B').replaceAll(']', '%5D');
  return `${label}: [URL=${whole}]${harmlessLine(name) || whole}[/URL]`;
}

const longestTitle = 80;

/** Where the words end is seen by the sign; a word is left whole where that costs little. */
export function taskTitle({ body, fileNames: [fileName = ''] }: Pick<Source, 'body' | 'fileNames'>): string {
  const words = (body.trim() || fileName).replace(/\s+/gu, ' ').trim();
  const points = Array.from(words);
  if (points.length <= longestTitle) return words;
  const cut = points.slice(0, longestTitle).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > longestTitle / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function lines(...all: string[]): string {
  return all.filter((line) => line !== '').join('\n');
}

function authorOf({ author, channel }: Source): string {
  return [author, channel].map(harmlessLine).filter(Boolean).join(', ');
}

function quoted(body: string, { fileNames }: Source): string {
  return lines(harmless(body.trim()), ...fileNames.map((name) => `📎 ${harmlessLine(name)}`));
}

function cardOf({ card: { kind, title, address } }: Source): string {
  return `${kind}: [URL=${address}]${harmlessLine(title) || address}[/URL]`;
}

/** The beginning of the body with which the whole is short enough; a link counts more than it is long. */
function fitting(body: string, { limit, countOf }: Limits, write: (body: string) => string): Forwarded {
  const points = Array.from(body);
  let text = write(body);
  let kept = points.length;
  while (kept > 0 && countOf(text) > limit) {
    const over = countOf(text) - limit;
    kept = Math.max(0, Math.min(kept - over - 1, Math.floor(kept * 0.95)));
    text = write(`${points.slice(0, kept).join('').trimEnd()}…`);
  }
  return { text, isCut: kept < points.length };
}

/** For texts that are compared with nothing, such as a description. */
export const plainLimits: Limits = { limit: 20_000, countOf: countCodePoints };
