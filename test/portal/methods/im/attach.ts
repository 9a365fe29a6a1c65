/** `ATTACH` of a message: which blocks are kept, and how they read back (PB 4.2, RF 3.4). */
import { V2Error } from '../../rest/errors.ts';
import { isEmpty, isRecord, listOf, textOf } from '../values.ts';

/** characters of JSON, exclusive (PB 4.2) */
const tooLong = 60_000;

type Block = Record<string, unknown>;

/**
 * As `params.ATTACH` reads back; undefined when there is none.
 * @throws V2Error 400 `ATTACH_ERROR` when no valid block is left, 400 `ATTACH_OVERSIZE`
 */
export function readAttach(value: unknown): Block[] | undefined {
  if (isEmpty(value)) return undefined;
  const attach = parseJson(value);
  const whole: Record<string, unknown> = isRecord(attach) && 'BLOCKS' in attach ? attach : { BLOCKS: attach };
  const blocks = listOf(whole['BLOCKS']).flatMap((block) => (isRecord(block) ? readBlock(block) : []));
  if (blocks.length === 0) throw new V2Error('ATTACH_ERROR', 'Incorrect attach params');
  const read: Block = {
    ID: textOf(whole['ID']) || '1',
    BLOCKS: blocks,
    DESCRIPTION: textOf(whole['DESCRIPTION']),
    COLOR: textOf(whole['COLOR']) || 'transparent',
    ...(whole['COLOR_TOKEN'] === undefined ? {} : { COLOR_TOKEN: textOf(whole['COLOR_TOKEN']) }),
  };
  if (JSON.stringify(read).length >= tooLong) {
    throw new V2Error('ATTACH_OVERSIZE', 'You have exceeded the maximum allowable size of attach');
  }
  return [read];
}

/** `ATTACH`, `KEYBOARD` and `MENU` may come as JSON text. What cannot be read is nothing. */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

/** One kind a block; unknown and invalid ones are dropped without a word (PB 4.2). */
function readBlock(block: Block): Block[] {
  for (const [kind, read] of Object.entries(kinds)) {
    if (!(kind in block)) continue;
    const content = read(block[kind]);
    return content === null ? [] : [{ [kind]: content }];
  }
  return [];
}

const kinds: Readonly<Record<string, (value: unknown) => unknown>> = {
  MESSAGE: (value) => (typeof value === 'string' && value !== '' ? value : null),
  LINK: (value) => rows(value, (row) => isAddress(row['LINK'])),
  RICH_LINK: (value) => rows(value, (row) => isAddress(row['LINK'])),
  IMAGE: (value) => rows(value, (row) => isAddress(row['LINK'])),
  FILE: (value) => rows(value, (row) => isAddress(row['LINK'])),
  USER: (value) => rows(value, (row) => textOf(row['NAME']) !== ''),
  GRID: (value) => rows(value, (row) => 'NAME' in row || 'VALUE' in row)?.map(cell) ?? null,
  DELIMITER: (value) =>
    isRecord(value) || Array.isArray(value) ? { SIZE: 200, ...(isRecord(value) ? value : {}) } : null,
};

/** A single object stands for a list of one. */
function rows(value: unknown, isValid: (row: Block) => boolean): Block[] | null {
  const list =
    isRecord(value) && !Object.keys(value).every((key) => /^\d+$/.test(key)) ? [value] : listOf(value);
  const valid = list.filter(isRecord).filter(isValid);
  return valid.length === 0 ? null : valid;
}

/** PB 4.2 */
function isAddress(value: unknown): boolean {
  return /^(\/|https?:\/\/)/.test(textOf(value));
}

function cell(row: Block): Block {
  return { ...row, DISPLAY: displayOf(row['DISPLAY']) };
}

/** PB 4.2: COLUMN is shown as ROW, CARD as LINE; what is unknown is a BLOCK. */
function displayOf(value: unknown): string {
  const name = textOf(value).toUpperCase();
  const shown: Readonly<Record<string, string>> = {
    LINE: 'LINE',
    CARD: 'LINE',
    ROW: 'ROW',
    COLUMN: 'ROW',
    TABLE: 'TABLE',
  };
  return shown[name] ?? 'BLOCK';
}
