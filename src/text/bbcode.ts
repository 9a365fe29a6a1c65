/**
 * Bitrix24 message text (PB 4.3, 4.5; RF 3.6) as a tree.
 *
 * Decision: an own parser of two passes instead of `@bbob/parser` 4.4 (3.8 KB gzip). bbob is linear on hostile input,
 * but it swallows the characters of unbalanced tags (`[b]x` loses `[b]`, `[code]…` without an end loses `[code]`),
 * takes `503 REPLACE` and `123 format=X` for attribute names, breaks addresses with brackets, and knows no quotes.
 * A message must never lose what somebody wrote, so the odd forms would have had to be parsed by hand around it.
 */
import { readTokens } from './bbLexer.ts';
import { buildTree } from './bbTree.ts';
import type { BbNode } from './bbNode.ts';

/**
 * Reads a message text into nodes. Never throws; linear in the length of the text; nesting is bounded.
 * Unknown, misspelt and unbalanced tags stay as literal text. Addresses are NOT checked here: see `safeLink`.
 * Line feeds, tabs and runs of spaces stay in the text nodes, to be shown with `white-space: pre-wrap`.
 */
export function parseBb(text: string): BbNode[] {
  return buildTree(readTokens(text));
}
