/** People of the company for what is typed: asked a moment after the last key, and only the newest answer counts. */
import { useEffect, useState } from 'react';
import type { Person } from '../../portal/methods/dialogMessages.ts';

const pause = 250;

interface Search {
  /** of the last answer, which may belong to fewer letters */
  people: readonly Person[];
  state: 'idle' | 'searching' | 'failed';
}

export function usePeopleSearch(
  query: string,
  search: (query: string) => Promise<readonly Person[]>,
): Search {
  const [answer, setAnswer] = useState<{ query: string; people: readonly Person[]; isFailed: boolean }>();
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === '') return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      search(wanted).then(
        (people) => !isStale && setAnswer({ query: wanted, people, isFailed: false }),
        () => !isStale && setAnswer({ query: wanted, people: [], isFailed: true }),
      );
    }, pause);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, search]);
  if (wanted === '') return { people: [], state: 'idle' };
  if (answer?.query !== wanted) return { people: answer?.people ?? [], state: 'searching' };
  return { people: answer.people, state: answer.isFailed ? 'failed' : 'idle' };
}
