/** HTML entities in texts that go to the portal and come back (PB 4.5). */

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  nbsp: ' ',
};
const entityAtEnd = /&(?:(lt|gt|quot|amp|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));$/i;
/** characters of the longest entity above */
const longest = 10;

/**
 * Decodes to the end: typed `&amp;lt;` is read back as `&lt;`, and both must come out alike. One pass, whatever the
 * nesting: an entity is complete at its semicolon, and those inside it were decoded before.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const decoded: string[] = [];
  for (const character of text) {
    decoded.push(character);
    // `&lt&#59;`: what came out may complete another one.
    while (decoded.at(-1) === ';' && decodeEnd(decoded));
  }
  return decoded.join('');
}

/** @returns true when `decoded` ended in an entity, which is one character now */
function decodeEnd(decoded: string[]): boolean {
  const match = entityAtEnd.exec(decoded.slice(-longest).join(''));
  const character = match && characterOf(match[1], match[2], match[3]);
  if (!character) return false;
  decoded.length -= match[0].length;
  decoded.push(character);
  return true;
}

function characterOf(name?: string, decimal?: string, hex?: string): string | undefined {
  if (name) return named[name.toLowerCase()];
  const code = Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
