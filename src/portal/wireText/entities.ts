/** HTML entities in texts that go to the portal and come back (PB 4.5). */

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  nbsp: ' ',
};

/** An entity at the end of a text; which ones the portal knows is not certain, so every number is one. */
export const entityEnd = /&(?:(lt|gt|quot|amp|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));$/i;

/** @returns the character of a match of `entityEnd`; undefined when there is none of that number */
export function entityOf([, name, decimal, hex]: RegExpExecArray): string | undefined {
  if (name) return named[name.toLowerCase()];
  const code = Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
