/** The list of chats, kept fresh while somebody looks, and the one that is open. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isPassing } from '../../conversation/isPassing.ts';
import { useReaderActivity } from '../../conversation/useReaderActivity.ts';
import type { PortalError } from '../../portal/errors.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import type { Rest } from '../../portal/rest.ts';
import { firstList, originsOf, type ChatListReading } from './listReading.ts';
import type { CrmChat } from './crmChat.ts';
import { listInterval } from './listInterval.ts';
import { mergeChats } from './mergeChats.ts';
import type { OpenedCard } from './openCrmCard.ts';
import { readChatList } from './readChatList.ts';
import { useChosen } from './useChosen.ts';

export interface Chats {
  /** newest first; who did not change is the same object */
  chats: readonly CrmChat[];
  /** null: there is none, or it is not known yet which one to open */
  chosen: CrmChat | null;
  choose: (chatId: number) => void;
  /** the chats of contacts and company are not known yet */
  isPartial: boolean;
  isReading: boolean;
  /** why the list could not be read, once that is worth a word */
  error: PortalError | null;
  /** Reads the list now. Stable, never rejects. */
  refresh: () => Promise<void>;
}

/** ms; one lost reading is nothing to speak of */
const worthAWord = 60_000;
/** ms after which what was unread in the open chat is looked up again */
const readingTakes = 5_000;

/** @param opened what the first paint has read; another one once the card was read anew, with those it is about */
export function useChats(rest: Rest, entity: LineEntity, opened: OpenedCard): Chats {
  const client = useQueryClient();
  const key = ['crmChats', entity.type, entity.id];
  const [first] = useState(() => firstList(entity, opened));
  // Query counts anew with every reading; what slows the readings down is how many failed in a row.
  const failures = useRef(0);
  const { quietFor, stir } = useReaderActivity(
    () => void client.refetchQueries({ queryKey: key, stale: true }),
  );

  async function read(): Promise<ChatListReading> {
    const known = client.getQueryData<ChatListReading>(key) ?? first;
    try {
      const found = await readChatList(rest, originsOf(entity, opened), known);
      failures.current = 0;
      if (newestIn(found) !== newestIn(known)) stir();
      return found;
    } catch (failure) {
      failures.current += 1;
      throw failure;
    }
  }

  const query = useQuery<ChatListReading, PortalError, ReturnType<typeof shownOf>>({
    queryKey: key,
    queryFn: read,
    initialData: first,
    // What is not whole is completed at once.
    initialDataUpdatedAt: first.isWhole ? opened.began : 0,
    select: shownOf,
    staleTime: 15_000,
    retry: false,
    refetchInterval: ({ state }) => listInterval(quietFor(), failures.current, state.error?.kind === 'limit'),
  });

  const { error, refetch, errorUpdatedAt, dataUpdatedAt } = query;
  const [firstOpened] = useState(opened);
  useEffect(() => {
    if (opened !== firstOpened) void refetch();
  }, [opened, firstOpened, refetch]);

  const { chats, isPartial } = query.data;
  const { chosen, choose } = useChosen(chats, isPartial && error === null);
  const chosenId = chosen?.chatId;
  const unread = chosen?.dialog?.unreadCount ?? 0;
  useEffect(() => {
    if (chosenId === undefined || unread === 0) return undefined;
    const timer = setTimeout(() => void refetch(), readingTakes);
    return () => clearTimeout(timer);
  }, [chosenId, unread, refetch]);

  const isLasting = isPartial || !isPassing(error) || errorUpdatedAt - dataUpdatedAt > worthAWord;
  return {
    chats,
    chosen,
    choose,
    isPartial,
    isReading: query.isFetching,
    error: isLasting ? error : null,
    refresh: useCallback(async () => void (await refetch()), [refetch]),
  };
}

function shownOf(reading: ChatListReading): { chats: CrmChat[]; isPartial: boolean } {
  return { chats: mergeChats(reading), isPartial: !reading.isWhole };
}

function newestIn({ details }: ChatListReading): number {
  return Math.max(0, ...[...details.values()].map(({ dialog }) => dialog?.lastMessageId ?? 0));
}
