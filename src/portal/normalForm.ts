/**
 * The part of a text that survives the way to the portal and back. The portal rewrites what it is sent (PB 4.5); here
 * everything is taken out that it may have changed. Each step below names what that is, and each costs one pass.
 */
import { decodeEntities } from './wireEntities.ts';

type Rewrite = readonly [fact: string, from: RegExp, to: string];

const rewrites: readonly Rewrite[] = [
  ['every form of a line break becomes \n', /\[br\]|#br#|<br\s?\/?>|\r\n?/gi, '\n'],
  ['a no-break space becomes a space', /\u00a0/g, ' '],
  ['a Drive tag is removed', /\[disk=[^[\]]*\]/gi, ''],
  ['the entity for © is decoded to (c)', /©/g, '(c)'],
  ['the entity for ® is decoded to (r)', /®/g, '(r)'],
  ['the entity for ™ is decoded to (tm)', /[™\u0099]/g, '(tm)'],
  ['a script address in a link is broken up', /java ?script: ?/gi, 'javascript:'],
];

/**
 * Equal for a typed text and for what it is read back as.
 * @param seen user ids whose mentions the portal keeps; of the others only the typed name is left. Not given: all
 */
export function normalForm(text: string, seen?: ReadonlySet<string>): string {
  let form = decodeEntities(text);
  for (const [, from, to] of rewrites) form = form.replace(from, to);
  return foldMentions(foldLinks(form), seen).trim();
}

/** The user ids that are mentioned in a text. */
export function mentionedIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\[user=(\d+)/gi), ([, id = '']) => id));
}

const linkTag = /(\[url\]|\[\/url\]|\[url\s?=(?:[^[\]]|\[[^[\]]*\])+\])/i;

/** The portal makes addresses links to themselves and trims inside its tags, so tags and that white space go. */
function foldLinks(text: string): string {
  const parts = text.split(linkTag);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return addressToKeep(part, parts[index + 1] ?? '');
      const afterOpening = /^\[url/i.test(parts[index - 1] ?? '') ? part.trimStart() : part;
      return /^\[\/url/i.test(parts[index + 1] ?? '') ? afterOpening.trimEnd() : afterOpening;
    })
    .join('');
}

/** Only an address that differs from its label says something that the label does not. */
function addressToKeep(tag: string, after: string): string {
  const address = plainAddress(tag.slice(tag.indexOf('=') + 1, -1));
  if (!tag.includes('=')) return '';
  const label = plainAddress(after.trimStart().slice(0, tag.length + 'http://'.length));
  // Without a label the portal shows the address; in a text that was cut the label may have lost its end.
  if (label === '') return address;
  return label.startsWith(address) || address.startsWith(label) ? '' : `[url=${address}]`;
}

/** `www.x.y` becomes `http://www.x.y`, and three signs are encoded. */
function plainAddress(address: string): string {
  return address
    .replace(/%5b/gi, '[')
    .replace(/%5d/gi, ']')
    .replace(/%27/g, "'")
    .trim()
    .replace(/^http:\/\//i, '');
}

/** A mention comes back with the name that the portal knows; without the tag when the writer may not see them. */
function foldMentions(text: string, seen: ReadonlySet<string> | undefined): string {
  let folded = '';
  let open: { id: string; tag: string; name: string } | null = null;
  const isSeen = (id: string) => seen === undefined || seen.has(id);
  for (const part of text.split(/(\[user=\d+[^[\]]*\]|\[\/user\])/i)) {
    const id = /^\[user=(\d+)/i.exec(part)?.[1];
    if (open && /^\[\/user\]/i.test(part)) {
      folded += isSeen(open.id) ? `[user=${open.id}]` : open.name;
      open = null;
    } else if (open) open.name += part;
    else if (id !== undefined) open = { id, tag: part, name: '' };
    else folded += part;
  }
  return open ? folded + open.tag + open.name : folded;
}
