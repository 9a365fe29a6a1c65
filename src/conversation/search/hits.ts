/** Messages that hold what is asked for. Pure. */
import type { DialogFile, Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { TextLabels } from '../../text/labels.ts';
import { plainWords } from '../plainWords.ts';
import { contains, matchIn, type Match } from './fold.ts';

export interface Hit {
  message: Message;
  match: Match;
}

interface Known {
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
  labels: TextLabels;
}

/**
 * Newest first, each message once. The portal's answer goes through this too: it looks at BB codes as well, and takes
 * `%` and `_` for anything (RF 3.8).
 */
export function findHits(messages: readonly Message[], query: string, known: Known): Hit[] {
  if (query.trim() === '') return [];
  const hits = new Map<number, Hit>();
  for (const message of messages) {
    if (message.isDeleted || message.isUnreadable || hits.has(message.id)) continue;
    const words = wordsOf(message, known);
    const match = contains(words, query) ? matchIn(words, query) : null;
    if (match) hits.set(message.id, { message, match });
  }
  return [...hits.values()].sort((a, b) => b.message.id - a.message.id);
}

/** What can be read of a message: its text, and the names of its files. */
function wordsOf({ text, fileIds }: Message, { people, files, labels }: Known): string {
  const names = fileIds.flatMap((id) => files.get(id)?.name ?? []);
  return [plainWords(text, { labels, nameOf: (id) => people.get(id)?.name }), ...names]
    .filter(Boolean)
    .join(' · ');
}
