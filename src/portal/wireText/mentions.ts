/** Mentions: the portal puts in the name it knows, and takes the tag away of people the writer may not see (PB 4.5). */

import { encodedClose, encodedOpen } from './brackets.ts';

const mentionMark = '\uE001';
const tags = /(\[user=\d+[^[\]]*\]|\[\/user\])/i;
const opening = /^\[user=(\d+)[^[\]]*\]$/i;
/** One in the address of a link. No name is longer than 200 characters. */
const encoded = new RegExp(
  `${encodedOpen}user=(\\d+)[^[\\]${encodedOpen}${encodedClose}]*${encodedClose}([^[\\]]{0,200}?)${encodedOpen}/user${encodedClose}`,
  'gi',
);

/**
 * The ids whose tags the portal may have taken away, leaving the typed names: those that `readBack` has fewer of than
 * `typed`. Several answers, since tags within tags and behind a cut can be counted or not; most often they are one.
 */
export function unseenIn(typed: string, readBack: string): ReadonlySet<string>[] {
  const [all, kept, outer, keptOuter] = [
    idsOf(typed),
    idsOf(readBack),
    idsOf(outside(typed)),
    idsOf(outside(readBack)),
  ];
  const answers = [
    fewer(outer, keptOuter),
    fewer(all, kept),
    fewer(new Map([...all.keys()].map((id) => [id, 1])), kept),
  ];
  return answers.filter((answer, at) => answers.findIndex((other) => isSameSet(answer, other)) === at);
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id));

function fewer(typed: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...typed].filter(([id, count]) => (kept.get(id) ?? 0) < count).map(([id]) => id));
}

/** how often each id is mentioned */
function idsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, id = ''] of text.matchAll(/(?:\[|&#91;|%5b)user=(\d+)/gi))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Without the names, and so without the mentions in them. */
function outside(text: string): string {
  let isOpen = false;
  const parts = text.split(tags).filter((part) => {
    const wasOpen = isOpen;
    isOpen = opening.test(part) || (isOpen && !isClosing(part));
    return !wasOpen;
  });
  return parts.join('');
}

/**
 * Each mention as its id alone; of those in `unseen` the name alone. What is not closed stays.
 * A closing tag belongs to the unseen mention first, as the portal looks for the first one after an opening tag.
 */
export function withoutNames(text: string, unseen: ReadonlySet<string>): string {
  let out = '';
  let open: { id: string; tag: string; name: string } | null = null;
  let isUnseenOpen = false;
  const shown = (id: string, name: string) => (unseen.has(id) ? name : mentionMark + id + mentionMark);
  const plain = text.replace(encoded, (_tag, id: string, name: string) => shown(id, name));
  for (const part of plain.split(tags)) {
    const id = opening.exec(part)?.[1];
    if (id !== undefined && unseen.has(id)) isUnseenOpen ||= open === null;
    else if (id !== undefined && open === null) open = { id, tag: part, name: '' };
    else if (isClosing(part) && isUnseenOpen) isUnseenOpen = false;
    else if (isClosing(part) && open) {
      out += shown(open.id, open.name);
      open = null;
    } else if (open) open.name += part;
    else out += part;
  }
  return open ? out + open.tag + open.name : out;
}

function isClosing(part: string): boolean {
  return /^\[\/user\]$/i.test(part);
}
