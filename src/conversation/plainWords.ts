/** A message text as plain words in one line: without BB codes, with names for what is no text. Pure. */
import { parseBb } from '../text/bbcode.ts';
import type { BbNode } from '../text/bbNode.ts';
import { type TextLabels, userName } from '../text/labels.ts';

interface WordsOptions {
  labels: TextLabels;
  nameOf?: ((userId: number) => string | undefined) | undefined;
}

/** White space is one space; nothing that is written is left out. */
export function plainWords(text: string, options: WordsOptions): string {
  return wordsIn(parseBb(text), options).replaceAll(/\s+/gu, ' ').trim();
}

function wordsIn(nodes: readonly BbNode[], options: WordsOptions): string {
  return nodes.map((node) => wordsOf(node, options)).join('');
}

function wordsOf(node: BbNode, options: WordsOptions): string {
  const { labels, nameOf } = options;
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return ` ${node.text} `;
    case 'user':
      return userName(node.userId, wordsIn(node.children, options), labels, nameOf);
    case 'image':
      return ` ${labels.image} `;
    case 'icon':
      return ` ${node.title || labels.image} `;
    case 'disk':
      return ` ${labels.file} `;
    case 'timestamp':
      return new Date(node.seconds * 1_000).toLocaleString();
    case 'quote':
      return ` ${[node.author, node.date].filter(Boolean).join(' ')} ${wordsIn(node.children, options)} `;
    case 'link':
      return wordsIn(node.children, options) || node.address;
    case 'call':
      return wordsIn(node.children, options) || node.number;
    case 'action':
      return wordsIn(node.children, options) || node.command;
    case 'style':
    case 'size':
    case 'color':
    case 'chat':
    case 'context':
    default:
      return wordsIn(node.children, options);
  }
}
