/** Texts drawn to hurt: everything the portal rewrites (PB 4.5), the longest there are, and equal ones in a row. */
import type { Random } from '../../portal/faults/random.ts';

const pieces = [
  'Hello',
  'привет,',
  '🙂',
  '👩‍👩‍👧‍👦',
  'no\u00a0break',
  'two  spaces',
  'line\nbreak',
  'CR\r\nLF',
  '[br]',
  'a[BR]b',
  '#BR#',
  '<br>',
  '&lt;b&gt;',
  '&amp;amp;quot;',
  '&quot;quoted&quot;',
  '&#39;',
  '&#91;b&#93;',
  'https://x.example/z?a=1&b=2#c.',
  'http://a.example',
  'www.x.example,',
  '(www.x.example/y)',
  '[url]https://x.example[/url]',
  '[url=https://x.example/[1]]one[/url]',
  "[url=www.x.example]it's[/url]",
  '[user=2]Marta[/user]',
  '[USER=3][/USER]',
  '[user=77]nobody known[/user]',
  '[disk=5]',
  '[b]bold[/b]',
  '[code]a && b <br>[br] https://x.example[/code]',
  '>>quoted\n',
  '$result[task][id]',
  '50% + 1 = ?',
];

/** The portal's limit in code points (PB 4.5). */
const limit = 20_000;

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

/**
 * The texts of one lane, in the order they are written. Most are told apart by a mark of their own; some repeat the
 * one before, character by character or in another spelling of the same.
 */
export function drawTexts(random: Random, count: number, lane: string): string[] {
  const texts: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const before = texts.at(-1);
    const chance = random();
    if (before !== undefined && chance < 0.12) texts.push(before);
    else if (before !== undefined && chance < 0.15) texts.push(spelledOtherwise(before));
    else texts.push(drawText(random, `${lane}/${number}`));
  }
  return texts;
}

function drawText(random: Random, mark: string): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(random, pieces));
  const text = `n${mark} ${parts.join(' ')}`.trim();
  if (random() > 0.01) return text;
  const filler = pick(random, ['x', 'ж', '🙂']);
  const length = limit - 10 + Math.floor(random() * 21);
  // A line of its own, so that no link or word of twenty thousand characters comes of it.
  return `${text}\n${filler.repeat(Math.max(0, length - 1 - Array.from(text).length))}`;
}

/** What is not the same to a computer, and is to the portal. */
function spelledOtherwise(text: string): string {
  return text.includes(' ') ? text.replace(' ', '\u00a0') : `${text}[br]`;
}
