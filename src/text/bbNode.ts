/** The nodes of a message text. Plain data: nothing here has been checked for display (see `safeLink`). */

export type TextStyle = 'b' | 'i' | 'u' | 's';
const imageSizes = ['small', 'medium', 'large'] as const;
export type ImageSize = (typeof imageSizes)[number];

export type BbNode =
  | { type: 'text'; text: string }
  | { type: 'style'; style: TextStyle; children: BbNode[] }
  /** 8 to 30 CSS pixels */
  | { type: 'size'; pixels: number; children: BbNode[] }
  /** `#rgb` or `#rrggbb` */
  | { type: 'color'; color: string; children: BbNode[] }
  /** `address` as written, unchecked */
  | { type: 'link'; address: string; children: BbNode[] }
  | { type: 'user'; userId: number | 'all'; children: BbNode[] }
  /** `chat5` or, for an open line, `imol|5` */
  | { type: 'chat'; dialogId: string; children: BbNode[] }
  /** a message elsewhere: `chat5` or `1:7` (two people), and its id */
  | { type: 'context'; dialogId: string; messageId: number; children: BbNode[] }
  /** author and date are the portal's own words; null in `>>` quotes */
  | { type: 'quote'; author: string | null; date: string | null; children: BbNode[] }
  | { type: 'code'; text: string; inline: boolean }
  | { type: 'image'; address: string; size: ImageSize }
  /** width and height in CSS pixels, 1 to 100 */
  | { type: 'icon'; address: string; width: number; height: number; title: string }
  /** a bot's command: into the input field, or sent at once */
  | { type: 'action'; action: 'put' | 'send'; command: string; children: BbNode[] }
  | { type: 'call'; number: string; children: BbNode[] }
  /** `format` is one of `timestampFormats` */
  | { type: 'timestamp'; seconds: number; format: string }
  | { type: 'disk'; fileId: number };

/** The characters of a subtree without any markup; what a link without an address points to. */
export function textOf(nodes: readonly BbNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.text;
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('');
}

/** The size in ` size=medium`; undefined when it is missing or unknown. */
export function readImageSize(attribute: string): ImageSize | undefined {
  const written = attribute.trim().toLowerCase();
  return imageSizes.find((size) => written === `size=${size}`);
}
