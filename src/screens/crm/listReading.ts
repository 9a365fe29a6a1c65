/** What is known of the chats of a card and of its client. Pure. */
import type { DialogPage, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { LineChat, LineEntity } from '../../portal/methods/openLines.ts';
import type { LastMessage, Origin } from './crmChat.ts';
import type { OpenedCard } from './openCrmCard.ts';

/** By id; null: the portal did not tell who this is. */
export type People = Map<number, Person | null>;

/** What one element lists, as the portal orders it: newest first. */
export interface Listing extends Origin {
  chats: readonly LineChat[];
}

export interface ChatListReading {
  /** the card's own element first, then its contacts, then the company */
  listings: readonly Listing[];
  details: ReadonlyMap<number, ReadChat>;
  people: ReadonlyMap<number, Person | null>;
  /** the chats of contacts and company are there too */
  isWhole: boolean;
}

/** What was read of one chat; nulls: it was tried, and is not for this person. */
export interface ReadChat {
  dialog: LineDialog | null;
  lastMessage: LastMessage | null;
  /** id of the newest message that was looked for, so that a whole session is not read twice for one line */
  lookedFor: number | null;
  /** something was asked for and neither told nor refused: it is asked for again */
  isOwed: boolean;
  /** the reading that looked into it last, counted from 1; 0: the first paint */
  turn: number;
}

/** The card's own element, and those whose chats are offered too, as far as this person may see them. */
export function originsOf(entity: LineEntity, { card }: Pick<OpenedCard, 'card'>): Origin[] {
  const relatives = card ? [...card.contacts, ...(card.company ? [card.company] : [])] : [];
  return [
    { entity, name: null },
    ...relatives.map(({ entity, title, personName }) => ({ entity, name: personName ?? title })),
  ];
}

/** What the first paint knows. */
export function firstList(entity: LineEntity, opened: OpenedCard): ChatListReading {
  const { user, chats, newest: chat } = opened;
  const people: People = new Map([[user.id, { id: user.id, name: user.name, color: null, avatarUrl: null }]]);
  const details = new Map<number, ReadChat>();
  if (chat) {
    const page = chat.reading?.page ?? { messages: [], people: [], files: [] };
    meet(people, page.people);
    details.set(chat.chatId, readChat(chat.dialog, page, people));
  }
  const listings = [{ entity, name: null, chats: chats ?? [] }];
  const isWhole =
    originsOf(entity, opened).length === 1 &&
    chatIdsIn(listings).every((id) => details.has(id) && !isLastMessageUnknown(details.get(id))) &&
    strangersIn({ details, people }).length === 0;
  return { listings, details, people, isWhole };
}

export function readChat(
  dialog: LineDialog | null,
  { messages, files }: Pick<DialogPage, 'messages' | 'files'>,
  people: ReadonlyMap<number, Person | null>,
): ReadChat {
  const message = messages.at(-1);
  return {
    dialog,
    lastMessage: message
      ? {
          message,
          author: people.get(message.authorId) ?? null,
          file: files.find(({ id }) => id === message.fileIds[0]) ?? null,
        }
      : null,
    lookedFor: message?.id ?? null,
    isOwed: false,
    turn: 0,
  };
}

export function meet(people: People, met: readonly Person[]): void {
  for (const person of met) people.set(person.id, person);
}

/** Chats of the listings, each once, as the portal orders them. */
export function chatIdsIn(listings: readonly Listing[]): number[] {
  return [...new Set(listings.flatMap(({ chats }) => chats.map(({ chatId }) => chatId)))];
}

/** Owners whom nobody has named yet. */
export function strangersIn({ details, people }: Pick<ChatListReading, 'details' | 'people'>): number[] {
  const owners = [...details.values()].flatMap(({ dialog }) => dialog?.ownerId ?? []);
  return [...new Set(owners)].filter((id) => !people.has(id));
}

/** Under at least one of its elements. */
export function isActiveIn(listings: readonly Listing[], id: number): boolean {
  return listings.some(({ chats }) => chats.some(({ chatId, isActive }) => chatId === id && isActive));
}

/** Nothing is known of it, or not all that was asked for. */
export function isOwed(chat: ReadChat | undefined): boolean {
  return chat?.isOwed ?? true;
}

/** The chat has a newer message than was looked for, and it is known that this person does not read it as a member. */
export function isLastMessageUnknown(chat: ReadChat | undefined): boolean {
  if (chat?.isOwed) return false;
  const newest = chat?.dialog?.lastMessageId ?? 0;
  return newest > (chat?.lookedFor ?? 0);
}
