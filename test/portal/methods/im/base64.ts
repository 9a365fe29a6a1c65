/** Base64 as PHP's `base64_decode` reads it when it is strict. */

/** characters that 100 MB make (RF 3.10) */
export const longestBase64 = Math.floor((100 * 1024 * 1024 * 4) / 3);

/** White space is passed over, and so is a `+` that a form has turned into a space; null = not Base64. */
export function decodeBase64(text: string): Uint8Array | null {
  const packed = /\s/.test(text) ? text.replaceAll(/\s/g, '') : text;
  const match = /^[A-Za-z0-9+/]*(={0,2})$/.exec(packed);
  if (!match) return null;
  const padding = match[1]?.length ?? 0;
  const isWhole = padding === 0 ? packed.length % 4 !== 1 : packed.length % 4 === 0;
  return isWhole ? Buffer.from(packed, 'base64') : null;
}
