/** What stands for a person without a picture. */

const palette = ['#3f74d9', '#b3532f', '#3f7f4f', '#8a52b5', '#0e7c86', '#b5365f', '#6b6f1f', '#5b5fc7'];
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Up to two letters of a name, upper case; empty for an empty name. */
export function initialsOf(name: string): string {
  // A letter with the marks on it, or a digit, at the start of each word.
  const letters = name.replace(INVISIBLE, '').matchAll(/(?<=^|\s)(?:\p{L}\p{M}*|\p{N})/gu);
  return Array.from(letters, (letter) => letter[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

/** The colour the portal gave (`#rrggbb`), else one of ours that is always the same for a name. */
export function colorOf(name: string, given?: string): string {
  if (given !== undefined && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(given)) return given;
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_536;
  return palette[sum % palette.length] ?? '#525c69';
}
