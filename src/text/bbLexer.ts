/** Cuts a message text into tokens. Each character is looked at a bounded number of times. */
import { readImageSize } from './bbNode.ts';
import { setArrows, startLine } from './bbQuotes.ts';
import { match, push, type Reader, seek, startReading, takeText, type Token } from './bbReader.ts';
import { isPair, readPair, readSingle } from './bbTags.ts';

// One level of brackets inside an attribute, as in [url=https://x.y/?a[1]=2]. The bounds keep hostile input linear.
const TAG = /\[(\/?)([a-z]{1,9})([= ](?:[^[\]]|\[[^[\]]{0,200}\]){0,2048})?\]/iy;
const IMAGE_END = /\s{0,99}([^\s[\]]{1,2048})\s{0,99}\[\/img\]/iy;
const CODE_END = /\[\/code\]/gi;
const INLINE_CODE_END = /\[\/icode\]/gi;

/** Tokens in the order of the text. */
export function readTokens(text: string): Token[] {
  const reader = startReading(text.replaceAll('\r\n', '\n'));
  while (reader.at < reader.text.length) {
    if (reader.atLineStart && startLine(reader)) continue;
    readPlain(reader);
    if (!reader.atLineStart && reader.text[reader.at] === '[' && !readTag(reader)) takeText(reader, 1);
  }
  setArrows(reader, 0);
  return reader.tokens;
}

/** Everything up to the next bracket or the end of the line. */
function readPlain(reader: Reader): void {
  const { text, at } = reader;
  let end = at;
  while (end < text.length && text[end] !== '[' && text[end] !== '\n') end++;
  reader.atLineStart = text[end] === '\n';
  takeText(reader, end - at + (reader.atLineStart ? 1 : 0));
}

/** False when the bracket at the reader opens no tag that we know. */
function readTag(reader: Reader): boolean {
  const tag = match(TAG, reader);
  if (!tag) return false;
  const [raw, slash, written = '', attribute = ''] = tag;
  const name = written.toLowerCase();
  const after = reader.at + raw.length;
  if (slash) {
    if (attribute !== '' || !isPair(name)) return false;
    return push(reader, { kind: 'close', name, raw }, after);
  }
  if (name === 'br' && attribute === '') {
    reader.atLineStart = true;
    return push(reader, { kind: 'text', text: '\n' }, after);
  }
  if ((name === 'code' || name === 'icode') && attribute === '') return readCode(reader, name, after);
  if (name === 'img') return readImage(reader, attribute, after);
  const make = readPair(name, attribute);
  if (make) return push(reader, { kind: 'open', name, raw, make }, after);
  const node = readSingle(name, attribute);
  return node ? push(reader, { kind: 'node', node }, after) : false;
}

function readCode(reader: Reader, name: 'code' | 'icode', from: number): boolean {
  const inline = name === 'icode';
  const end = seek(inline ? INLINE_CODE_END : CODE_END, reader, from);
  if (!end) return false;
  const inside = reader.text.slice(from, end.index);
  const text = inline ? inside : inside.replace(/^\n/, '').replace(/\n$/, '');
  push(reader, { kind: 'node', node: { type: 'code', text, inline } }, end.index + end[0].length);
  // A block ends its line by itself.
  if (!inline && reader.text[reader.at] === '\n') {
    reader.at++;
    reader.atLineStart = true;
  }
  return true;
}

/** `[img size=small]address [/img]`; the size is mandatory, as in the portal. */
function readImage(reader: Reader, attribute: string, from: number): boolean {
  const size = readImageSize(attribute);
  const end = size && match(IMAGE_END, reader, from);
  if (!end) return false;
  const address = end[1] ?? '';
  return push(reader, { kind: 'node', node: { type: 'image', address, size } }, from + end[0].length);
}
