/** In whose name one replies: one's own, unless an administrator has asked for others and chosen one of the chat. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import { dialogPeople } from '../../portal/methods/dialogPeople.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { getUserOption, setUserOption } from '../../portal/methods/options.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import type { Rest } from '../../portal/rest.ts';

/**
 * Who is in the chat, where the screen knows it; else what can be done about that:
 * - `ask`: the portal tells this person, and is asked once others are offered
 * - `untold`: it does not
 * - `waiting`: the chat is yet to be read, which tells
 */
export type ChatMembers = readonly Person[] | 'ask' | 'untold' | 'waiting';

interface ReplyAsOptions {
  rest: Rest;
  chatId: number;
  currentUser: CurrentUser;
  isAdmin: boolean;
  members: ChatMembers;
}

export interface ReplyAuthors {
  /** others can be offered at all: to administrators only */
  isPossible: boolean;
  /** the person has asked for it */
  areOthersOffered: boolean;
  /** who a reply is from; `USER_ID` of `imopenlines.crm.message.add` */
  author: Pick<Person, 'id' | 'name'>;
  /** it is somebody else */
  isOther: boolean;
  /** colleagues and bots of the chat, without the person and without the client */
  others: readonly Person[];
  /** why `others` is empty; null: it is not, or that is not known yet */
  whyNobody: 'alone' | 'unread' | null;
  choose: (id: number) => void;
  /** Kept for the person in the portal. Switched off, replies are one's own again. */
  offerOthers: (areOffered: boolean) => void;
  /** who was chosen and is not in the chat any more; a reply is from the person until they choose anew */
  gone: Pick<Person, 'id' | 'name'> | null;
  /** why the portal did not keep it */
  error: PortalError | null;
}

const option = 'replyAs';
const queryKey = ['userOption', option];
const [on, off] = ['others', 'own'];

/** ms between two looks at who is in the chat, while one writes as somebody else there */
const looksEvery = 60_000;

/** The choice is one chat's: each begins with the person's own name. */
export function useReplyAs(options: ReplyAsOptions): ReplyAuthors {
  const { rest, chatId, currentUser, isAdmin, members } = options;
  const client = useQueryClient();
  const kept = useQuery({
    queryKey,
    queryFn: () => getUserOption(rest, option),
    enabled: isAdmin,
    staleTime: Infinity,
    retry: false,
  });
  const { mutate, error } = useMutation<void, PortalError, boolean>({
    mutationFn: (areOffered) => setUserOption(rest, option, areOffered ? on : off),
    async onMutate(areOffered) {
      // It holds for this page at least.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, areOffered ? on : off);
    },
  });
  const areOthersOffered = isAdmin && kept.data === on;
  const dialogId = dialogOfChat(chatId);
  const [chosen, setChosen] = useState<{ chatId: number; person: Pick<Person, 'id' | 'name'> | null }>({
    chatId,
    person: null,
  });
  // Also one that was open before.
  if (chosen.chatId !== chatId) setChosen({ chatId, person: null });
  const asked = useQuery({
    queryKey: ['people', dialogId],
    queryFn: () => dialogPeople(rest, dialogId),
    enabled: areOthersOffered && members === 'ask',
    staleTime: looksEvery,
    refetchInterval: chosen.person !== null && looksEvery,
    retry: false,
  });
  const inChat = typeof members === 'object' ? members : members === 'ask' ? asked.data : undefined;
  const others = useMemo(
    () => (areOthersOffered ? (inChat ?? []) : []).filter((person) => mayAnswer(person, currentUser.id)),
    [areOthersOffered, inChat, currentUser.id],
  );
  const isUnread = members === 'untold' || (members === 'ask' && !inChat && asked.isError);
  const isAlone = inChat && others.length === 0;
  const whyNobody = !areOthersOffered ? null : isUnread ? 'unread' : isAlone ? 'alone' : null;
  // Who is no longer in the chat cannot answer there.
  const isGone =
    chosen.person !== null && inChat !== undefined && others.every(({ id }) => id !== chosen.person?.id);
  const other = isGone ? null : chosen.person;
  return {
    isPossible: isAdmin,
    areOthersOffered,
    author: other ?? currentUser,
    isOther: other !== null,
    others,
    whyNobody,
    choose: (id) => setChosen({ chatId, person: others.find((person) => person.id === id) ?? null }),
    offerOthers: (areOffered) => {
      setChosen({ chatId, person: null });
      mutate(areOffered);
    },
    gone: isGone ? chosen.person : null,
    error,
  };
}

function mayAnswer({ id, isClient, hasLeft }: Person, currentUserId: number): boolean {
  return id > 0 && id !== currentUserId && !isClient && !hasLeft;
}
