/** A message as plain text, for the clipboard: what a person would write by hand in a letter. Pure. */
import { parseBb } from '../../text/bbcode.ts';
import type { BbNode } from '../../text/bbNode.ts';
import { type TextLabels, userName } from '../../text/labels.ts';
import { formatTimestamp } from '../../text/timestamps.ts';

export interface PlainTextOptions {
  labels: TextLabels;
  /** BCP 47, for dates */
  language: string;
  /** as in `BbText` */
  nameOf?: ((userId: number) => string | undefined) | undefined;
}

/** Mentions as `@Name`, links as their address (after words of their own in brackets), quoted lines behind `>`. */
export function plainText(text: string, options: PlainTextOptions): string {
  return inside(parseBb(text), options).trim();
}

function inside(nodes: readonly BbNode[], options: PlainTextOptions): string {
  return nodes.reduce((written, node) => {
    const words = wordsOf(node, options);
    // The line breaks beside a block are not in the nodes.
    const before = isBlock(node) && written !== '' && !written.endsWith('\n') ? '\n' : '';
    return written + before + words + (isBlock(node) ? '\n' : '');
  }, '');
}

const isBlock = (node: BbNode) => node.type === 'quote' || (node.type === 'code' && !node.inline);

function wordsOf(node: BbNode, options: PlainTextOptions): string {
  const { labels, language, nameOf } = options;
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'link':
      return withTarget(inside(node.children, options), node.address);
    case 'call':
      return withTarget(inside(node.children, options), node.number);
    case 'user':
      return `@${userName(node.userId, inside(node.children, options), labels, nameOf)}`;
    case 'quote': {
      const head = node.author === null ? '' : `${[node.author, node.date].filter(Boolean).join(', ')}:\n`;
      const lines = `${head}${inside(node.children, options).trimEnd()}`.split('\n');
      return lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n');
    }
    case 'action':
      return inside(node.children, options) || node.command;
    case 'image':
      return node.address;
    case 'icon':
      return node.title;
    case 'timestamp':
      return formatTimestamp(node.seconds, node.format, language);
    case 'disk':
      return `[${labels.file}]`;
    case 'style':
    case 'size':
    case 'color':
    case 'chat':
    case 'context':
      break;
  }
  return inside(node.children, options);
}

/** What is its own label is said once, be it with or without the scheme that the portal has added (PB 4.5). */
function withTarget(label: string, target: string): string {
  const words = label.trim();
  return words === '' || words === target || `http://${words}` === target ? target : `${words} (${target})`;
}
