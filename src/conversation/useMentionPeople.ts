/** Whom one may mention: the people of a dialog, and those of the company. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Person } from '../portal/methods/dialogMessages.ts';
import type { Rest } from '../portal/rest.ts';
import { searchPeople } from '../portal/methods/users.ts';
import { safeImage } from '../text/safeLink.ts';

interface MentionOptions {
  /** the people of the timeline */
  known: ReadonlyMap<number, Person>;
  currentUserId: number;
  /** `https://acme.bitrix24.com`; their pictures may be given relative to it */
  portalOrigin: string;
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
  { known, currentUserId, portalOrigin, isWanted }: MentionOptions,
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
    return [...all.values()]
      .filter(({ id, hasLeft }) => id !== currentUserId && id > 0 && !hasLeft)
      .map((person) => withPicture(person, portalOrigin));
  }, [known, members, currentUserId, portalOrigin]);
  const search = useCallback(
    async (query: string) => {
      const found = await searchPeople(rest, query);
      return found
        .filter(({ id }) => id !== currentUserId)
        .map((person) => withPicture(person, portalOrigin));
    },
    [rest, currentUserId, portalOrigin],
  );
  return useMemo(() => ({ near, search }), [near, search]);
}

function withPicture(person: Person, portalOrigin: string): Person {
  const { avatarUrl } = person;
  return avatarUrl ? { ...person, avatarUrl: safeImage(avatarUrl, portalOrigin) } : person;
}
