/** The space a picture takes in a message. Pure. */

const widest = 320;
const tallest = 240;

interface Size {
  width: number;
  height: number;
}

/**
 * CSS pixels: the whole picture within 320 × 240, never larger than it is. A picture of unknown or absurd size gets
 * 4 : 3; a very long one is cut to a strip that can still be pressed.
 */
export function fitPicture(size: Size | null): Size {
  if (!size || size.width < 1 || size.height < 1) return { width: tallest, height: (tallest * 3) / 4 };
  const scale = Math.min(1, widest / size.width, tallest / size.height);
  const fit = (length: number, most: number) => Math.round(Math.min(most, Math.max(24, length * scale)));
  return { width: fit(size.width, widest), height: fit(size.height, tallest) };
}
