/** Blocks below a message (`ATTACH`), as `im.dialog.messages.get` gives them (RF 3.4, PB 4.2, 4.3). */
import { addressOf, countOf, type Fields, fieldsOf, isTooLong, listOf, textOf, wordsIn } from './fields.ts';
import { wordsOfHtml } from './wordsOfHtml.ts';

/** `#rrggbb`, or a role of the portal's look (`COLOR_TOKEN`) */
export type BlockColor = `#${string}` | 'primary' | 'secondary' | 'alert' | 'base';

interface Size {
  width: number;
  height: number;
}

export interface GridCell {
  /** a `row` stands in two columns, a `line` beside its neighbours */
  display: 'block' | 'line' | 'row';
  name: string;
  /** BB code */
  value: string;
  address: string | null;
  color: BlockColor | null;
  /** CSS pixels */
  width: number | null;
}

/** Addresses are as written: absolute, or relative to the portal; unchecked. Texts are hostile. */
export type AttachBlock =
  /** BB code */
  | { type: 'message'; text: string }
  /** the description is BB code; `size` is that of the preview in pixels */
  | {
      type: 'link';
      address: string;
      name: string;
      description: string;
      previewUrl: string | null;
      size: Size | null;
    }
  | {
      type: 'images';
      images: Array<{ address: string; name: string; previewUrl: string; size: Size | null }>;
    }
  /** sizes in bytes, 0 = not known */
  | { type: 'files'; files: Array<{ address: string; name: string; size: number }> }
  | { type: 'user'; name: string; avatarUrl: string | null; address: string | null }
  | { type: 'grid'; cells: GridCell[] }
  /** `width` in CSS pixels */
  | { type: 'delimiter'; width: number; color: BlockColor | null }
  /** a kind this version does not know: the words found in it; empty where too many blocks came to be shown */
  | { type: 'unknown'; text: string };

export interface Attach {
  color: BlockColor | null;
  description: string;
  blocks: AttachBlock[];
}

/** Never throws: a block that cannot be read becomes an `unknown` one, or is left out when it says nothing. */
export function readAttaches(value: unknown): Attach[] {
  const whole: Attach[] = [];
  const loose: unknown[] = [];
  for (const item of listOf(value)) {
    const fields = fieldsOf(item);
    if (fields?.has('blocks')) {
      whole.push({
        color: colorOf(fields),
        description: textOf(fields.get('description')).trim(),
        blocks: readBlocks(fields.get('blocks')),
      });
    } else loose.push(item);
  }
  // The short form is the list of blocks itself.
  const attaches = [...whole, { color: null, description: '', blocks: readBlocks(loose) }];
  return attaches.filter(({ description, blocks }) => description !== '' || blocks.length > 0);
}

function readBlocks(value: unknown): AttachBlock[] {
  const blocks = listOf(value).flatMap(readBlock);
  return isTooLong(value) ? [...blocks, { type: 'unknown', text: '' }] : blocks;
}

/** One kind a block, by the documents; where there are several, each is read. */
function readBlock(block: unknown): AttachBlock[] {
  const found = [...(fieldsOf(block) ?? [])].flatMap(([kind, content]) => kinds.get(kind)?.(content) ?? []);
  if (found.length > 0) return found;
  const text = wordsIn(block);
  return text === '' ? [] : [{ type: 'unknown', text }];
}

const kinds = new Map<string, (content: unknown) => AttachBlock[]>([
  ['message', message],
  ['link', (content) => rowsOf(content).flatMap(link)],
  // The documents name it without its fields; the portal takes those of LINK.
  ['richlink', (content) => rowsOf(content).flatMap(link)],
  ['image', (content) => wrap(rowsOf(content).flatMap(image), (images) => ({ type: 'images', images }))],
  ['file', (content) => wrap(rowsOf(content).flatMap(file), (files) => ({ type: 'files', files }))],
  ['user', (content) => rowsOf(content).flatMap(user)],
  ['grid', (content) => wrap(rowsOf(content).flatMap(cell), (cells) => ({ type: 'grid', cells }))],
  ['delimiter', delimiter],
]);

function message(content: unknown): AttachBlock[] {
  const text = typeof content === 'string' ? content : wordsIn(content);
  return text.trim() === '' ? [] : [{ type: 'message', text }];
}

function link(row: Fields): AttachBlock[] {
  const address = addressOf(row.get('link'));
  const name = textOf(row.get('name')).trim() || address;
  if (name === null) return [];
  const description = textOf(row.get('desc')).trim() || wordsOfHtml(textOf(row.get('html')));
  const previewUrl = addressOf(row.get('preview'));
  return [{ type: 'link', address: address ?? '', name, description, previewUrl, size: sizeOf(row) }];
}

function image(row: Fields) {
  const address = addressOf(row.get('link')) ?? addressOf(row.get('preview'));
  if (address === null) return [];
  const name = textOf(row.get('name')).trim();
  return [{ address, name, previewUrl: addressOf(row.get('preview')) ?? address, size: sizeOf(row) }];
}

function file(row: Fields) {
  const address = addressOf(row.get('link')) ?? '';
  const name = textOf(row.get('name')).trim();
  return address === '' && name === '' ? [] : [{ address, name, size: countOf(row.get('size')) }];
}

function user(row: Fields): AttachBlock[] {
  const name = textOf(row.get('name')).trim();
  if (name === '') return [];
  const avatarUrl = addressOf(row.get('avatar'));
  return [{ type: 'user', name, avatarUrl, address: addressOf(row.get('link')) }];
}

function cell(row: Fields): GridCell[] {
  const name = textOf(row.get('name')).trim();
  const value = textOf(row.get('value'));
  if (name === '' && value.trim() === '') return [];
  const display = displays.get(textOf(row.get('display')).toUpperCase()) ?? 'block';
  const address = addressOf(row.get('link'));
  return [{ display, name, value, address, color: colorOf(row), width: countOf(row.get('width')) || null }];
}

/** PB 4.2; a table may be shown as rows (RF 3.4). */
const displays = new Map<string, GridCell['display']>([
  ['LINE', 'line'],
  ['CARD', 'line'],
  ['ROW', 'row'],
  ['COLUMN', 'row'],
  ['TABLE', 'row'],
]);

function delimiter(content: unknown): AttachBlock[] {
  const fields = rowsOf(content)[0];
  const width = countOf(fields?.get('size')) || 200;
  return [{ type: 'delimiter', width, color: fields ? colorOf(fields) : null }];
}

function rowsOf(content: unknown): Fields[] {
  return listOf(content).flatMap((row) => fieldsOf(row) ?? []);
}

function wrap<Row>(rows: Row[], block: (rows: Row[]) => AttachBlock): AttachBlock[] {
  return rows.length === 0 ? [] : [block(rows)];
}

function sizeOf(row: Fields): Size | null {
  const [width, height] = [countOf(row.get('width')), countOf(row.get('height'))];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** A colour that was written says more than a role, which the portal fills in by itself. */
function colorOf(fields: Fields): BlockColor | null {
  const [, digits = ''] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(textOf(fields.get('color'))) ?? [];
  if (digits !== '') return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
  const role = textOf(fields.get('colortoken')).toLowerCase();
  return role === 'primary' || role === 'secondary' || role === 'alert' || role === 'base' ? role : null;
}
