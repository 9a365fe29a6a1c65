/** A message as one line of plain text, for titles, previews of quotes and screen readers. */
import { parseBb } from './bbcode.ts';
import { type BbNode, textOf } from './bbNode.ts';
import { defaultLabels, type TextLabels, userName } from './labels.ts';
import { formatTimestamp } from './timestamps.ts';

export interface PlainTextOptions {
  /** BCP 47, for dates; without it the browser's */
  language?: string;
  nameOf?: (userId: number) => string | undefined;
  labels?: TextLabels;
}

// Embeddings, overrides and isolates would go on reordering whatever the line is put into.
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line without codes. Quoted words are left out, unless there is nothing else. */
export function toPlainText(text: string, options: PlainTextOptions = {}): string {
  const nodes = parseBb(text);
  return oneLine(plain(nodes, options, false)) || oneLine(plain(nodes, options, true));
}

function oneLine(text: string): string {
  return text.replace(REORDERING, '').replace(/\s+/g, ' ').trim();
}

function plain(nodes: readonly BbNode[], options: PlainTextOptions, quotes: boolean): string {
  return nodes.map((node) => plainNode(node, options, quotes)).join('');
}

function plainNode(node: BbNode, options: PlainTextOptions, quotes: boolean): string {
  const labels = options.labels ?? defaultLabels;
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return node.inline ? node.text : ` ${node.text} `;
    case 'quote':
      return quotes ? ` ${plain(node.children, options, quotes)} ` : ' ';
    case 'image':
      return ` ${labels.image} `;
    case 'icon':
      return node.title;
    case 'disk':
      return ` ${labels.file} `;
    case 'timestamp':
      return formatTimestamp(node.seconds, node.format, options.language);
    case 'user':
      return userName(node.userId, textOf(node.children), labels, options.nameOf);
    case 'style':
    case 'size':
    case 'color':
    case 'link':
    case 'chat':
    case 'context':
    case 'action':
    case 'call':
      break;
  }
  return plain(node.children, options, quotes) || fallback(node);
}

/** What a pair of tags with nothing between them stands for. */
function fallback(node: BbNode): string {
  if (node.type === 'link') return node.address;
  if (node.type === 'call') return node.number;
  if (node.type === 'action') return node.command;
  return '';
}
