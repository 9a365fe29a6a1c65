/** Lengths and cleaning of typed text. */

/** Code points, as the portal's limit of 20,000 counts them (PB 4.5): an emoji of two UTF-16 units is one. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) at++;
    count++;
  }
  return count;
}

/** The text without NUL and lone surrogates: neither survives the way to the portal, both would spoil comparing. */
export function cleanTyped(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '');
}
