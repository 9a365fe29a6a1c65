/**
 * The part of a text that survives the way to the portal and back. The portal rewrites what it is sent (PB 4.5); here
 * everything is taken out that it may have changed. Each step below names what that is, and each costs one pass.
 *
 * Known to fail: broken tags around whole ones (`[url]` or `[user=1]` never closed, `[url=` without its bracket).
 */
import { decodeEntities } from './wireEntities.ts';

type Rewrite = readonly [fact: string, from: RegExp, to: string];

const rewrites: readonly Rewrite[] = [
  ['every form of a line break becomes \n', /\[br\]|#br#|<br\s?\/?>/gi, '\n'],
  ['and so does CRLF', /\r/g, ''],
  ['a no-break space becomes a space', /\u00a0/g, ' '],
  ['a Drive tag is removed', /\[disk=\d+\]/gi, ''],
  ['the entity for © is decoded to (c)', /©/g, '(c)'],
  ['the entity for ® is decoded to (r)', /®/g, '(r)'],
  ['the entity for ™ is decoded to (tm)', /[™\u0099]/g, '(tm)'],
  ['a link without a label shows its address', /\[url\s?=((?:[^[\]]|\[[^[\]]*\])+)\]\s*\[\/url\]/gi, '$1'],
  ['a script address in a link is broken up', /java ?script: ?/gi, 'javascript:'],
];

// Of the private use area: nobody types them.
const addressMark = '\uE000';
const mentionMark = '\uE001';
/** One step may uncover work for another: a tag of the portal's can stand inside an entity. */
const rounds = 3;

/**
 * Equal for a typed text and for what it is read back as.
 * @param seen user ids whose mentions the portal keeps; of the others only the typed name is left. Not given: all
 */
export function normalForm(text: string, seen?: ReadonlySet<string>): string {
  let form = text;
  for (let round = 0; round < rounds; round++) {
    const before = form;
    form = reduce(before, seen);
    if (form === before) break;
  }
  return form.trim();
}

function reduce(text: string, seen: ReadonlySet<string> | undefined): string {
  let form = decodeEntities(text);
  for (const [, from, to] of rewrites) form = form.replace(from, to);
  // An address that begins behind a bracket loses the white space before the closing one.
  form = form.replace(/\s+([.,?!;]?[)>”’»])?/g, (found, closing?: string) => closing ?? found);
  return foldMentions(foldAddresses(withoutLinkTags(form)), seen);
}

/** The user ids that are mentioned in a text. */
export function mentionedIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\[user=(\d+)/gi), ([, id = '']) => id));
}

/** The portal makes addresses links to themselves, and trims what stands in a tag. */
function withoutLinkTags(text: string): string {
  const parts = text.split(/(\[\/?url\])/i);
  return parts
    .filter((_part, index) => index % 2 === 0)
    .map((part, index) => {
      const [before, after] = [parts[index * 2 - 1], parts[index * 2 + 1]];
      const begun = before !== undefined && !before.startsWith('[/') ? part.trimStart() : part;
      return after?.startsWith('[/') ? begun.trimEnd() : begun;
    })
    .join('');
}

/** Only an address that differs from its label says something that the label does not. */
function foldAddresses(text: string): string {
  const parts = text.split(/\[url\s?=((?:[^[\]]|\[[^[\]]*\])+)\]/i);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return index === 0 ? part : part.trimStart();
      const address = plainAddress(part);
      const label = plainAddress((parts[index + 1] ?? '').trimStart().slice(0, part.length));
      return label.startsWith(address) || address.startsWith(label)
        ? ''
        : `${addressMark}${address}${addressMark}`;
    })
    .join('');
}

/** What is left of an address when the portal has added a scheme and encoded signs. */
function plainAddress(address: string): string {
  return address
    .replace(/%5b\/url%5d|%5b|%5d|%27/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^http(?!s)/i, '')
    .toLowerCase();
}

/** A mention comes back with the name that the portal knows; without the tag when the writer may not see them. */
function foldMentions(text: string, seen: ReadonlySet<string> | undefined): string {
  let folded = '';
  let open: { id: string; tag: string; name: string } | null = null;
  const isSeen = (id: string) => seen === undefined || seen.has(id);
  for (const part of text.split(/(\[user=\d+[^[\]]*\]|\[\/user\])/i)) {
    const id = /^\[user=(\d+)/i.exec(part)?.[1];
    if (open && /^\[\/user\]/i.test(part)) {
      folded += isSeen(open.id) ? `${mentionMark}${open.id}${mentionMark}` : open.name;
      open = null;
    } else if (open) open.name += part;
    else if (id !== undefined) open = { id, tag: part, name: '' };
    else folded += part;
  }
  return open ? folded + open.tag + open.name : folded;
}
