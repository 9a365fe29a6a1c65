/** Tasks for what is typed: asked a moment after the last key, and only the newest answer counts. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import { searchTasks, type TaskBrief } from '../../portal/methods/taskList.ts';
import { readTask, taskCommand } from '../../portal/methods/tasks.ts';
import type { Rest } from '../../portal/rest.ts';

/** ms */
const pause = 300;

export interface TaskSearch {
  /** what was asked for last; '' for nothing */
  asked: string;
  tasks: readonly TaskBrief[];
  isSearching: boolean;
  error: PortalError | null;
}

const none: readonly TaskBrief[] = [];

export function useTaskSearch(rest: Rest, typed: string): TaskSearch {
  const wanted = typed.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const search = useQuery<readonly TaskBrief[], PortalError>({
    queryKey: ['taskSearch', asked],
    queryFn: () => find(rest, asked),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  if (wanted === '') return { asked: '', tasks: none, isSearching: false, error: null };
  const isSearching = wanted !== asked || search.isFetching;
  return { asked, tasks: search.data ?? none, isSearching, error: isSearching ? null : search.error };
}

/** A number is looked for as such first, with or without its sign; titles may hold it as well. */
async function find(rest: Rest, words: string): Promise<readonly TaskBrief[]> {
  const number = /^#?(\d{1,9})$/.exec(words)?.[1];
  const [numbered, titled] = await Promise.all([
    number === undefined ? null : rest.call(taskCommand(Number(number))).then(readTask),
    searchTasks(rest, words),
  ]);
  if (!numbered) return titled;
  const { id, title, status, chatId } = numbered;
  return [{ id, title, status, chatId, responsibleId: null }, ...titled.filter((task) => task.id !== id)];
}
