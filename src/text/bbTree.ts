/** Joins tokens to a tree: pairs first, then nodes, both in one run over the tokens. */
import type { BbNode } from './bbNode.ts';
import { QUOTE, type Token } from './bbReader.ts';

/** Tags nested deeper than this are shown as written. Quotes have a bound of their own in the lexer. */
const MAX_DEPTH = 24;

interface Frame {
  /** index of the token that ends it; -1 for the message itself */
  closedBy: number;
  children: BbNode[];
  make: (children: BbNode[]) => BbNode;
}

/** Nodes of a message. Tags without a partner become text again. */
export function buildTree(tokens: readonly Token[]): BbNode[] {
  const partners = findPartners(tokens);
  const root: BbNode[] = [];
  const frames: Frame[] = [];
  const children = () => frames.at(-1)?.children ?? root;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') addText(children(), token.text);
    else if (token.kind === 'node') addNode(children(), token.node);
    else if (token.kind === 'open') {
      const closedBy = partners.get(index);
      const fits = token.name === QUOTE || frames.length < MAX_DEPTH;
      if (closedBy === undefined || !fits) addText(children(), token.raw);
      else frames.push({ closedBy, children: [], make: token.make });
    } else if (frames.at(-1)?.closedBy === index) {
      const frame = frames.pop();
      if (frame) addNode(children(), frame.make(trimEnd(frame, token.name)));
    } else addText(children(), token.raw);
  }
  return root;
}

/**
 * Opening token -> closing token. A closing tag takes the nearest opening one of its name; what was opened since
 * then and not closed has no partner. No pair reaches over the edge of a quote. Counting the open tags by name
 * answers "is there one?" without a search, which keeps the whole linear.
 */
function findPartners(tokens: readonly Token[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: Array<{ index: number; name: string }> = [];
  const counts: Array<Map<string, number>> = [new Map()];
  const count = (name: string, by: number) => {
    const inside = counts.at(-1);
    inside?.set(name, (inside.get(name) ?? 0) + by);
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') {
      open.push({ index, name: token.name });
      if (token.name === QUOTE) counts.push(new Map());
      else count(token.name, 1);
    } else if (token.kind === 'close' && (token.name === QUOTE || counts.at(-1)?.get(token.name))) {
      for (let last = open.pop(); last; last = open.pop()) {
        if (last.name === QUOTE) counts.pop();
        else count(last.name, -1);
        if (last.name !== token.name) continue;
        partners.set(last.index, index);
        break;
      }
    }
  }
  return partners;
}

function addText(nodes: BbNode[], text: string): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.text += text;
  else if (text !== '') nodes.push({ type: 'text', text });
}

const isBlock = (node: BbNode) => node.type === 'quote' || (node.type === 'code' && !node.inline);

function addNode(nodes: BbNode[], node: BbNode): void {
  if (isBlock(node)) dropLineEnd(nodes);
  nodes.push(node);
}

function trimEnd(frame: Frame, name: string): BbNode[] {
  if (name === QUOTE) dropLineEnd(frame.children);
  return frame.children;
}

/** A block starts and ends lines by itself; the line feed beside it would show as an empty line. */
function dropLineEnd(nodes: BbNode[]): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('\n')) return;
  last.text = last.text.slice(0, -1);
  if (last.text === '') nodes.pop();
}
