/** Finding words whatever their case and accents. Pure. */

/** A folded text that knows where each of its characters comes from. */
interface Folded {
  text: string;
  /** for each UTF-16 unit of `text`, and for its end, the place in the original */
  at: readonly number[];
}

function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of original) {
    const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    text += plain;
    place += character.length;
  }
  at.push(place);
  return { text, at };
}

export interface Match {
  before: string;
  match: string;
  after: string;
}

/** Characters around a match that are shown, so that a hit stays a few lines. */
const lead = 40;
const trail = 120;

/** What is asked for, as it is compared: one space for white space, as the words have it. */
function asked(query: string): string {
  return fold(query.replaceAll(/\s+/gu, ' ').trim()).text;
}

export function contains(words: string, query: string): boolean {
  return fold(words).text.includes(asked(query));
}

/** The first match with what stands around it; null: there is none. */
export function matchIn(words: string, query: string): Match | null {
  const wanted = asked(query);
  const { text, at } = fold(words);
  const found = wanted === '' ? -1 : text.indexOf(wanted);
  if (found === -1) return null;
  const start = at[found] ?? 0;
  // Marks that were folded away belong to the character before them.
  const end = at[found + wanted.length] ?? words.length;
  return {
    before: cutStart(words.slice(0, start)),
    match: words.slice(start, end),
    after: cutEnd(words.slice(end)),
  };
}

function cutStart(text: string): string {
  if (text.length <= lead) return text;
  const part = text.slice(-lead);
  const space = part.indexOf(' ');
  return `…${space === -1 ? part : part.slice(space + 1)}`;
}

function cutEnd(text: string): string {
  if (text.length <= trail) return text;
  const part = text.slice(0, trail);
  const space = part.lastIndexOf(' ');
  return `${space === -1 ? part : part.slice(0, space)}…`;
}
