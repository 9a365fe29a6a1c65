/** A client's chat: what any dialog is made of, how its session stands and what can be done with it, who replies. */
import { useMemo, useState } from 'react';
import { useChat } from '../../conversation/useChat.ts';
import { useTimeline, type FirstReading } from '../../conversation/useTimeline.ts';
import { useLine } from '../../features/line/useLine.ts';
import { useReplyAs } from '../../features/session/useReplyAs.ts';
import { useSession } from '../../features/session/useSession.ts';
import type { Portal } from '../../portal/connect.ts';
import type { CrmCard } from '../../portal/methods/crmItems.ts';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import type { CrmChat } from './crmChat.ts';
import { membersOf } from './membersOf.ts';
import type { KeptFiles } from './useKeptFiles.ts';
import { useLineDesk } from './useLineDesk.ts';

export interface LineChatOptions {
  portal: Portal;
  user: CurrentUser;
  isAdmin: boolean;
  entity: LineEntity;
  /** null: the element itself may not be read */
  card: CrmCard | null;
  chat: CrmChat;
  /** what the first paint has read of this chat; null: nothing so far, or reading was refused */
  firstReading: FirstReading | null;
  /** files chosen for replies */
  kept: KeptFiles;
  /** reads the list of chats anew */
  onChanged: () => Promise<void>;
}

export type LineChatState = ReturnType<typeof useLineChat>;

export function useLineChat(options: LineChatOptions) {
  const { portal, user, isAdmin, entity, chat, firstReading, kept, onChanged } = options;
  const { rest } = portal;
  const { chatId } = chat;
  const entities = chat.origins.map((origin) => origin.entity);
  const line = useLine({ rest, chatId, entities, known: chat });
  const { dialogId, dialog, replyEntity } = line;
  const isMember = line.isMember === true;
  const live = useTimeline(line.source, dialogId, firstReading);
  const authors = useReplyAs({
    rest,
    chatId,
    currentUser: user,
    isAdmin,
    members: membersOf(line),
  });
  const [owner] = useState(() => ({ portal, userId: user.id }));
  const desk = useLineDesk({
    owner,
    chatId,
    dialogId,
    // Nothing is sent while it is active nowhere; what was refused is.
    entity: replyEntity ?? chat.replyEntity ?? entities[0] ?? entity,
    alsoUnder: entities,
    asUserId: authors.isOther ? authors.author.id : undefined,
    read: live.readBack,
  });
  const shown = useChat({
    portal,
    currentUserId: user.id,
    chatId,
    dialogId,
    source: line.source,
    live,
    desk,
    isMember,
    // What has reached the client cannot be taken back, and a reply carries no quote.
    canChange: false,
    hasQuotes: isMember,
    hasUnsaved: kept.areElsewhere,
  });

  const { people: inChat } = live.timeline;
  const people = useMemo((): ReadonlyMap<number, Person> => {
    const self: Person = { id: user.id, name: user.name, color: null, avatarUrl: null };
    const known = [self, ...(chat.owner ? [chat.owner] : [])];
    return new Map([...known.map((person): [number, Person] => [person.id, person]), ...inChat]);
  }, [inChat, chat.owner, user]);
  // Who may not read the dialog's card meets the client among who has written.
  const clientId = dialog?.clientId ?? [...inChat.values()].find(({ isClient }) => isClient)?.id ?? null;
  const client = clientId === null ? undefined : people.get(clientId);
  const clientName = client?.name.trim() || dialog?.name || '';
  const session = useSession({
    rest,
    chatId,
    clientName,
    dialog,
    isMember: line.isMember,
    isActive: line.isActive,
    canJoin: line.canJoin ?? undefined,
    toldOwnerId: line.sessionOwnerId,
    currentUserId: user.id,
    isAdmin,
    people,
    onChanged: async () => void (await Promise.all([line.refresh(), onChanged()])),
  });
  return { chat: shown, line, session, authors, people, clientId, clientName };
}
