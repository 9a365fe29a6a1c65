/** The words of a piece of HTML, to be shown as text; the HTML itself is never shown. */
import { withoutHalf } from './fields.ts';

const longest = 5000;
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  amp: '&',
};

/** Plain text in one paragraph; of at most 5000 characters of HTML. */
export function wordsOfHtml(html: string): string {
  return withoutHalf(html.slice(0, longest))
    .replaceAll(/<(script|style)\b[^<>]*>[^<]*<\/\1>/gi, ' ')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(nbsp|lt|gt|quot|#39|apos|amp);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
