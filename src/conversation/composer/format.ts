/**
 * Puts BB codes around the chosen part of a text, or takes them away. Pure; loaded with the first use. Quotes are lines that start
 * with `>>` (RF 3.6).
 */

/** A text, and what is chosen in it (UTF-16 units of the BB code). */
export interface Written {
  value: string;
  from: number;
  to: number;
}

export type Format = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'quote';

const tags = { bold: 'b', italic: 'i', underline: 'u', strike: 's', code: 'code' } as const;

/** Switches a format. What is chosen stays chosen; with nothing chosen the caret stands where one goes on writing. */
export function toggleFormat(written: Written, format: Format): Written {
  if (format === 'quote') return toggleQuote(written);
  const chosen = withoutSpace(written);
  const [open, close] = [`[${tags[format]}]`, `[/${tags[format]}]`];
  return unwrap(chosen, open, close) ?? wrap(chosen, open, close);
}

/** Makes a link of what is chosen, or puts the address itself there. */
export function addLink(written: Written, address: string): Written {
  const chosen = withoutSpace(written);
  // A bracket would end the code before its time.
  const safe = address.replaceAll('[', '%5B').replaceAll(']', '%5D');
  if (chosen.from < chosen.to) return wrap(chosen, `[url=${safe}]`, '[/url]');
  const link = `[url=${safe}]${safe}[/url]`;
  const after = chosen.from + link.length;
  return { value: splice(chosen.value, chosen.from, chosen.to, link), from: after, to: after };
}

/** The text without the link around what is chosen; null when there is none. */
export function removeLink(written: Written): Written | null {
  const { value, from, to } = withoutSpace(written);
  const outside = /\[url(?:=[^\]]*)?\]$/i.exec(value.slice(0, from))?.[0];
  if (outside !== undefined && /^\[\/url\]/i.test(value.slice(to))) {
    return unwrap({ value, from, to }, outside, '[/url]');
  }
  const inside = /^\[url(?:=[^\]]*)?\](?=.*\[\/url\]$)/is.exec(value.slice(from, to))?.[0];
  return inside === undefined ? null : unwrap({ value, from, to }, inside, '[/url]');
}

function wrap({ value, from, to }: Written, open: string, close: string): Written {
  const chosen = value.slice(from, to);
  const start = from + open.length;
  return { value: splice(value, from, to, open + chosen + close), from: start, to: start + chosen.length };
}

/** Takes the tags away that stand right around what is chosen, or at its ends; null when there are none. */
function unwrap({ value, from, to }: Written, open: string, close: string): Written | null {
  const same = (start: number, words: string) =>
    start >= 0 && value.slice(start, start + words.length).toLowerCase() === words.toLowerCase();
  if (same(from - open.length, open) && same(to, close)) {
    const chosen = value.slice(from, to);
    const start = from - open.length;
    return {
      value: splice(value, start, to + close.length, chosen),
      from: start,
      to: start + chosen.length,
    };
  }
  const [start, end] = [from + open.length, to - close.length];
  if (end < start || !same(from, open) || !same(end, close)) return null;
  const chosen = value.slice(start, end);
  return { value: splice(value, from, to, chosen), from, to: from + chosen.length };
}

/** A double click chooses the space behind the word as well: it stays outside. */
function withoutSpace({ value, from, to }: Written): Written {
  const chosen = value.slice(from, to);
  if (chosen.trim() === '') return { value, from, to };
  const end = to - (chosen.length - chosen.trimEnd().length);
  return { value, from: from + (chosen.length - chosen.trimStart().length), to: end };
}

function toggleQuote({ value, from, to }: Written): Written {
  const start = value.lastIndexOf('\n', from - 1) + 1;
  const next = value.indexOf('\n', Math.max(from, to - 1));
  const end = next === -1 ? value.length : next;
  const lines = value.slice(start, end).split('\n');
  const areQuoted = lines.every((line) => line.startsWith('>>'));
  const changed = lines.map((line) => (areQuoted ? line.slice(2) : `>>${line}`)).join('\n');
  const after = start + changed.length;
  return {
    value: splice(value, start, end, changed),
    from: from === to ? after : start,
    to: after,
  };
}

function splice(value: string, from: number, to: number, words: string): string {
  return value.slice(0, from) + words + value.slice(to);
}
