/** What the messages of a timeline answer, where the portal does not say it with the messages themselves. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LaneView } from '../delivery/lanes.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { FoundMessages } from '../portal/methods/messageSearch.ts';
import type { Rest } from '../portal/rest.ts';
import { type Quote, quoteOf, quoteOfNothing } from './quote.ts';
import { ReplyReader } from './replyReader.ts';
import type { Timeline } from './timeline.ts';

type Sent = Pick<LaneView, 'items' | 'claims'>;

interface Replies {
  /** message -> the one it answers */
  to: ReadonlyMap<number, number>;
  /** what is answered and may not be loaded */
  answered: ReadonlyMap<number, Quote>;
}

const nothing: Replies = { to: new Map(), answered: new Map() };
const nothingSent: Sent = { items: [], claims: new Map() };

/**
 * Message id -> what it answers. Asked for after the first paint, by `im.dialog.messages.search` (RF 3.8), whose answer
 * holds what `im.dialog.messages.get` leaves out. Where that fails there are no quotes, and it is not asked again.
 * @param sent of this dialog: what was sent from here needs no asking
 */
export function useQuotes(
  rest: Rest,
  chatId: number,
  timeline: Timeline,
  { items, claims }: Sent = nothingSent,
): ReadonlyMap<number, Quote> {
  const { messages, people, files } = timeline;
  const [replies, setReplies] = useState(nothing);
  const reader = useRef<ReplyReader>(undefined);
  useEffect(() => {
    const current = new ReplyReader({
      async ask({ to, count }) {
        // Not needed for the first paint, and so not loaded with it.
        const { readReplies, longestPage } = await import('../portal/methods/messageSearch.ts');
        return readReplies(rest, chatId, { before: to + 1, limit: Math.min(count, longestPage) });
      },
      onPage: (page) => setReplies((before) => withPage(before, page)),
    });
    reader.current = current;
    return () => current.stop();
  }, [rest, chatId]);

  useEffect(() => {
    if (saysEnough(messages)) return;
    const plain = new Set(
      items.filter(({ target }) => target['replyTo'] === undefined).map(({ key }) => key),
    );
    reader.current?.follow(
      messages,
      ({ id, authorId, isDeleted }) => authorId === 0 || isDeleted || plain.has(claims.get(id) ?? ''),
    );
  }, [messages, items, claims]);

  return useMemo(() => {
    const loadedById = byId(messages);
    const quotes = messages.flatMap((message): Array<[number, Quote]> => {
      const answeredId = message.replyTo ?? replies.to.get(message.id);
      if (!answeredId || message.isDeleted) return [];
      const loaded = loadedById.get(answeredId);
      const quote = loaded ? quoteOf(loaded, { people, files }) : replies.answered.get(answeredId);
      if (quote) return [[message.id, quote]];
      return replies.to.has(message.id) ? [[message.id, quoteOfNothing(answeredId)]] : [];
    });
    return new Map(quotes);
  }, [messages, people, files, replies]);
}

/** A portal that says with each message what it answers; and all of that is loaded. */
function saysEnough(messages: readonly Message[]): boolean {
  const ids = new Set(messages.map(({ id }) => id));
  const answered = messages.flatMap(({ replyTo }) => replyTo ?? []);
  return answered.length > 0 && answered.every((id) => ids.has(id));
}

function withPage(replies: Replies, page: FoundMessages): Replies {
  const known = { people: byId(page.people), files: byId(page.files) };
  const told = page.messages.flatMap(({ id, replyTo }): Array<[number, number]> =>
    replyTo === null ? [] : [[id, replyTo]],
  );
  // Also those that are among the messages themselves: the timeline may not go as far up.
  const wanted = new Set(told.map(([, answeredId]) => answeredId));
  const quotes = [...page.messages, ...page.answered]
    .filter(({ id }) => wanted.has(id))
    .map((message): [number, Quote] => [message.id, quoteOf(message, known)]);
  return {
    to: new Map([...replies.to, ...told]),
    answered: new Map([...replies.answered, ...quotes]),
  };
}

function byId<Item extends { id: number }>(items: readonly Item[]): ReadonlyMap<number, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
