/** JSON as PHP and Bitrix24 read and write it (PB 1.2). */

/** @throws SyntaxError for broken JSON; also for half a surrogate pair, which PHP does not take */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new SyntaxError('Lone surrogate');
    return value;
  });
}

/**
 * Writes an answer: `<` `>` `&` `'` `"` inside strings as `\u00XX`, `/` as `\/`, the rest of Unicode as it is, and
 * every empty object as `[]`, since PHP has one kind of array.
 */
export function toPhpJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) => (isEmptyObject(inner) ? [] : inner));
  return text.replaceAll(/\\u(d[89a-f]..)|\\.|[<>&'/]/g, (found, surrogate: string | undefined) => {
    if (surrogate !== undefined) return '\u{FFFD}';
    if (found === '\\"') return asUnicode('"');
    if (found === '/') return '\\/';
    return found.startsWith('\\') ? found : asUnicode(found);
  });
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function asUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
