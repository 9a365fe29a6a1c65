/** Those a conversation can go to: colleagues, near ones until a name is typed, and the queues of the lines. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { usePeopleSearch } from '../../conversation/composer/usePeopleSearch.ts';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { listLines, type Line } from '../../portal/methods/lines.ts';
import { searchPeople } from '../../portal/methods/users.ts';
import type { Rest } from '../../portal/rest.ts';

interface Options {
  rest: Rest;
  query: string;
  currentUserId: number;
  people: ReadonlyMap<number, Person>;
}

interface Receivers {
  colleagues: readonly Person[];
  /** the search by name: too few letters for one, under way, without an answer, done */
  search: 'short' | 'searching' | 'failed' | 'found';
  /** those switched on, by name */
  lines: readonly Line[];
  linesState: 'loading' | 'failed' | 'there';
}

/** Below this the portal finds nobody (RF 3.9). */
const shortest = 2;

export function useReceivers({ rest, query, currentUserId, people }: Options): Receivers {
  const isShort = Array.from(query.trim()).length < shortest;
  // Each call ends within its time limit (`portal/rest.ts`).
  const search = useCallback((words: string) => searchPeople(rest, words), [rest]);
  const found = usePeopleSearch(isShort ? '' : query, search);
  const near = useMemo(() => [...people.values()].sort((a, b) => a.name.localeCompare(b.name)), [people]);
  const lines = useQuery({ queryKey: ['lines'], queryFn: () => listLines(rest), staleTime: 5 * 60_000 });
  const isReceiver = ({ id, isBot, isClient, hasLeft }: Person) =>
    id > 0 && id !== currentUserId && !isBot && !isClient && !hasLeft;
  return {
    colleagues: (isShort ? near : found.people).filter(isReceiver),
    search: isShort ? 'short' : found.state === 'idle' ? 'found' : found.state,
    lines: (lines.data ?? []).filter(({ isActive }) => isActive),
    linesState: lines.isSuccess ? 'there' : lines.isError ? 'failed' : 'loading',
  };
}
