/** The HTML entities that Bitrix24 decodes when a message is read (PB 4.5), and no others. */

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&amp;': '&',
  '&#33;': '!',
  '&#036;': '$',
  '&#39;': "'",
  '&#91;': '[',
  '&#092;': '\\',
  '&#93;': ']',
  '&#124;': '|',
  '&#153;': '(tm)',
  '&#169;': '(c)',
  '&#174;': '(r)',
};

const known = new RegExp(Object.keys(characters).join('|'), 'g');

/** Decodes once: `&amp;lt;` is `&lt;` afterwards. Case matters. */
export function decodeEntities(text: string): string {
  return text.replace(known, (entity) => characters[entity] ?? entity);
}
