/** A search in a dialog: at once in what is loaded, then in the whole chat. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import { type Hits, searchMessages, shortestSearch } from '../../portal/methods/messageSearch.ts';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { Rest } from '../../portal/rest.ts';
import type { Timeline } from '../timeline.ts';
import { useTextLabels } from '../useTextLabels.ts';
import { findHits, type Hit } from './hits.ts';

/** ms of rest after a key before the portal is asked */
const pause = 400;

interface SearchOptions {
  rest: Rest;
  chatId: number;
  timeline: Timeline;
  people: ReadonlyMap<number, Person>;
  canSearchAll: boolean;
  query: string;
}

/** How far the search goes: `short`: too short for the portal; `part`: further back there may be more. */
export type Reach = 'loaded' | 'short' | 'searching' | 'failed' | 'part' | 'all';

export interface Search {
  hits: readonly Hit[];
  people: ReadonlyMap<number, Person>;
  reach: Reach;
  /** why the whole chat could not be searched */
  error: PortalError | null;
  /** it is what lies further back that could not be searched */
  hasFailedFurther: boolean;
  isSearchingFurther: boolean;
  searchFurther: () => void;
  retry: () => void;
}

export function useSearch(options: SearchOptions): Search {
  const { rest, chatId, timeline, people, canSearchAll, query } = options;
  const labels = useTextLabels();
  const asked = query.trim();
  const settled = useSettled(asked);
  const isLongEnough = Array.from(asked).length >= shortestSearch;
  const isAsked = canSearchAll && isLongEnough && settled === asked;

  const whole = useInfiniteQuery<Hits, PortalError, readonly Hits[], readonly unknown[], number | undefined>({
    queryKey: ['search', chatId, settled],
    queryFn: ({ pageParam }) =>
      searchMessages(rest, chatId, settled, pageParam === undefined ? {} : { before: pageParam }),
    initialPageParam: undefined,
    getNextPageParam: ({ before }) => before ?? undefined,
    select: ({ pages }) => pages,
    enabled: isAsked,
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // What was found for a shorter text is looked through until the answer comes.
    placeholderData: keepPreviousData,
  });

  const pages = isLongEnough && canSearchAll ? whole.data : undefined;
  const known = useMemo(() => {
    const found = pages ?? [];
    return {
      messages: found.flatMap(({ messages }) => messages),
      people: new Map([...found.flatMap((page) => page.people).map(byId), ...people]),
      files: new Map([...found.flatMap((page) => page.files).map(byId), ...timeline.files]),
    };
  }, [pages, people, timeline.files]);
  const hits = useMemo(
    // What is loaded comes first: it is fresher than the answer.
    () => findHits([...timeline.messages, ...known.messages], asked, { ...known, labels }),
    [timeline.messages, known, asked, labels],
  );

  return {
    hits,
    people: known.people,
    reach: reachOf(),
    error: isAsked ? whole.error : null,
    hasFailedFurther: whole.isFetchNextPageError,
    isSearchingFurther: whole.isFetchingNextPage,
    searchFurther: () => void whole.fetchNextPage(),
    retry: () => void (whole.isFetchNextPageError ? whole.fetchNextPage() : whole.refetch()),
  };

  function reachOf(): Reach {
    if (!canSearchAll) return 'loaded';
    if (!isLongEnough) return 'short';
    if (isAsked && whole.isError && !whole.isFetching) return 'failed';
    if (!isAsked || whole.isPlaceholderData || !whole.data) return 'searching';
    return whole.hasNextPage ? 'part' : 'all';
  }
}

function byId<Item extends { id: number }>(item: Item): [number, Item] {
  return [item.id, item];
}

/** The text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
