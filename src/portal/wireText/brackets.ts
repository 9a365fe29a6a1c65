/** `[` and `]` as they stand in an address (`%5B`, `%5D`): of the private use area, since nobody types those. */
export const encodedOpen = '\uE002';
export const encodedClose = '\uE003';

/** A whole tag at the end of a text; both of its brackets are encoded, or neither. */
export function tagAtEnd(inside: string): RegExp {
  return new RegExp(`(?:\\[${inside}\\]|${encodedOpen}${inside}${encodedClose})$`, 'i');
}
