/** A colour that somebody chose for a block, as the styles of this folder take it. */
import type { BlockColor } from '../../portal/methods/attach.ts';

interface BlockColorProps {
  'data-color'?: string;
  style?: Record<`--${string}`, string>;
}

/** Attributes for an element whose styles make the colour readable here; none for none. */
export function colored(color: BlockColor | null): BlockColorProps {
  if (color === null) return {};
  if (!color.startsWith('#')) return { 'data-color': color };
  return { 'data-color': 'written', style: { '--written-color': color } };
}
