/** Whether a person is in the chat, as far as that is known: reading it and having a part in its task do not say so. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Item } from '../delivery/item.ts';
import type { Message, Person } from '../portal/methods/dialogMessages.ts';

interface MembershipOptions {
  dialogId: string;
  currentUserId: number;
  /** false: they cannot be in it, as far as the screen knows */
  isExpected: boolean;
  /** of the chat, ascending */
  messages: readonly Message[];
  /** on their way into the chat, or refused */
  items: readonly Item[];
}

interface Membership {
  /** as long as nothing speaks against it */
  isMember: boolean;
  /** It has turned out otherwise. */
  onNotMember: () => void;
}

const notAllowed: ReadonlySet<string> = new Set(['CANCELED', 'ACCESS_ERROR']);
/** Below this a list of people was read to its end; see `methods/dialogPeople.ts`. */
const fewPeople = 200;

/**
 * No request is made for it. The portal's refusal of an answer says it, and the people of the dialog, once somebody
 * else has read them (`useMentionPeople`). A new message of the person, or a part in the task, makes it uncertain again:
 * both can bring them into the chat.
 */
export function useMembership(options: MembershipOptions): Membership {
  const { dialogId, currentUserId, isExpected, messages, items } = options;
  const newest = messages.at(-1)?.id ?? 0;
  /** the newest message when it turned out that the person is not in the chat; null: it did not */
  const [outsideSince, setOutsideSince] = useState<number | null>(null);

  const people = useQuery<readonly Person[]>({ queryKey: ['people', dialogId], queryFn: skipToken });
  const [seenPeople, setSeenPeople] = useState<readonly Person[]>();
  if (people.data !== seenPeople) {
    setSeenPeople(people.data);
    if (people.data && lacks(people.data, currentUserId)) setOutsideSince(newest);
  }

  const isRefused = items.some(isRefusedAnswer);
  const [wasRefused, setWasRefused] = useState(false);
  if (isRefused !== wasRefused) {
    setWasRefused(isRefused);
    if (isRefused) setOutsideSince(newest);
  }

  const [wasExpected, setWasExpected] = useState(isExpected);
  if (isExpected !== wasExpected) {
    setWasExpected(isExpected);
    setOutsideSince(null);
  }
  const hasWritten =
    outsideSince !== null &&
    messages.some(({ id, authorId }) => authorId === currentUserId && id > outsideSince);
  if (hasWritten) setOutsideSince(null);

  return {
    isMember: isExpected && outsideSince === null,
    onNotMember: useCallback(() => setOutsideSince(newest), [newest]),
  };
}

/** Ascending by id; a very long list may end before the person. */
function lacks(people: readonly Person[], userId: number): boolean {
  const isRead = people.length < fewPeople || people.some(({ id }) => id > userId);
  return isRead && people.every(({ id }) => id !== userId);
}

/** `im.message.add` takes answers from members alone (PB 4.1, 9). */
function isRefusedAnswer({ state, target, problem }: Item): boolean {
  return state === 'refused' && target['replyTo'] !== undefined && notAllowed.has(problem?.code ?? '');
}
