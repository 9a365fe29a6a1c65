/** Whom one may mention: the people of a dialog, and those of the company. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Person } from '../portal/methods/dialogMessages.ts';
import type { Rest } from '../portal/rest.ts';
import { searchPeople } from '../portal/methods/users.ts';

interface MentionOptions {
  /** the people of the timeline */
  known: ReadonlyMap<number, Person>;
  currentUserId: number;
  /** somebody is being mentioned: the people of the dialog are read, once */
  isWanted: boolean;
}

export interface MentionPeople {
  near: readonly Person[];
  /** by the beginnings of words of the name; rejects with a PortalError */
  search: (query: string) => Promise<readonly Person[]>;
}

/** Without the person themself and those who left. Where the dialog's people cannot be read, the known ones remain. */
export function useMentionPeople(
  rest: Rest,
  dialogId: string,
  { known, currentUserId, isWanted }: MentionOptions,
): MentionPeople {
  const { data: members } = useQuery({
    queryKey: ['people', dialogId],
    queryFn: async () => {
      const { dialogPeople } = await import('../portal/methods/dialogPeople.ts');
      return dialogPeople(rest, dialogId);
    },
    enabled: isWanted,
    staleTime: 5 * 60_000,
    retry: false,
  });
  const near = useMemo(() => {
    const all = new Map([...known, ...(members ?? []).map((person) => [person.id, person] as const)]);
    return [...all.values()].filter(({ id, hasLeft }) => id !== currentUserId && id > 0 && !hasLeft);
  }, [known, members, currentUserId]);
  const search = useCallback(
    async (query: string) => {
      const found = await searchPeople(rest, query);
      return found.filter(({ id }) => id !== currentUserId);
    },
    [rest, currentUserId],
  );
  return useMemo(() => ({ near, search }), [near, search]);
}
