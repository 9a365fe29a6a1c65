/** What the messages of a timeline answer, where the portal does not say it with the messages themselves. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { PortalError } from '../portal/errors.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { FoundMessages } from '../portal/methods/messageSearch.ts';
import type { Rest } from '../portal/rest.ts';
import { type Quote, quoteOf, quoteOfNothing } from './quote.ts';
import { type IdRange, rangesToRead, withRange } from './ranges.ts';
import type { Timeline } from './timeline.ts';

interface Replies {
  /** message -> the one it answers */
  to: ReadonlyMap<number, number>;
  /** what is answered and may not be loaded */
  answered: ReadonlyMap<number, Quote>;
}

/** Failures in all, after which it is given up. */
const mostTries = 3;
/** Kinds of errors after which it is worth asking again, when there is something new. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'limit']);

const nothing: Replies = { to: new Map(), answered: new Map() };

/**
 * Message id -> what it answers. Each range of ids is asked for once, after the first paint and by
 * `im.dialog.messages.search` (RF 3.8), whose answer holds what `im.dialog.messages.get` leaves out. Where that fails
 * there are no quotes, and it is not asked again.
 */
export function useQuotes(rest: Rest, chatId: number, timeline: Timeline): ReadonlyMap<number, Quote> {
  const { messages, people, files } = timeline;
  const [replies, setReplies] = useState(nothing);
  const known = useRef<readonly IdRange[]>([]);
  const isOff = useRef(false);
  const tries = useRef(0);
  const isAlive = useRef(true);
  useEffect(() => {
    isAlive.current = true;
    return () => {
      isAlive.current = false;
    };
  }, []);

  useEffect(() => {
    if (isOff.current || saysEnough(messages)) return;
    const before = known.current;
    const ranges = rangesToRead(messages, known.current);
    // Also while they are under way: the next reading of the timeline must not ask for them again.
    for (const range of ranges) known.current = withRange(known.current, range);
    const read = async () => {
      try {
        // Not needed for the first paint, and so not loaded with it.
        const { readReplies, longestPage } = await import('../portal/methods/messageSearch.ts');
        for (const { from, to, count } of ranges) {
          const limit = Math.min(Math.max(count, 1), longestPage);
          let below = to + 1;
          while (below > from) {
            const page = await readReplies(rest, chatId, { before: below, limit });
            if (!isAlive.current) return;
            setReplies((replies) => withPage(replies, page));
            if (page.rowCount < limit) break;
            below = page.messages[0]?.id ?? 0;
          }
        }
      } catch (failure) {
        const isPassing = failure instanceof PortalError && passing.has(failure.kind);
        tries.current += 1;
        if (isPassing && tries.current < mostTries) known.current = before;
        else isOff.current = true;
      }
    };
    if (ranges.length > 0) void read();
  }, [rest, chatId, messages]);

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
