/** A chat of the list in words: its state, whose it is, what was said last. Pure. */
import { plainWords } from '../../conversation/plainWords.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { TextLabels } from '../../text/labels.ts';
import type { CrmChat, LastMessage, Origin } from './crmChat.ts';

type T = Translator['t'];

export type ChatState = 'Open' | 'Closed' | 'Nobody' | 'Inactive';

/**
 * As far as the portal tells it. A chat that is not active and neither closed nor nobody's may wait for its client, or
 * a bot may answer in it: which one cannot be read.
 */
export function stateOf({ isActive, dialog }: CrmChat): ChatState {
  if (isActive) return 'Open';
  if (!dialog) return 'Inactive';
  if (dialog.sessionId === null) return 'Closed';
  return dialog.ownerId === null ? 'Nobody' : 'Inactive';
}

/** '' where nobody can own it, where it is said already, or where it is not known */
export function ownerFact(t: T, { isActive, dialog, owner }: CrmChat): string {
  if (owner) return t('session.owner', { name: owner.name });
  return isActive && dialog?.ownerId === null ? t('crm.ownerNobody') : '';
}

/** Through whom the chat is here; '' for a chat of the card itself */
export function originWords(t: T, origins: readonly Origin[]): string {
  const [first] = origins;
  // The card's own element has no name here.
  if (!first || first.name === null) return '';
  const name = first.name || t('crm.unknownName');
  return first.entity.type === 'company' ? t('crm.companysChat', { name }) : t('crm.contactsChat', { name });
}

/** Through which channel; never '' */
export function titleOf(t: T, { connectorTitle, dialog }: CrmChat): string {
  return connectorTitle || dialog?.name || t('crm.unknownName');
}

/** Ids of those that title, unread messages, state and origin do not tell from another one. */
export function namesakesIn(t: T, chats: readonly CrmChat[]): ReadonlySet<number> {
  const named = chats.map((chat) => ({
    id: chat.chatId,
    name: [
      titleOf(t, chat),
      chat.dialog?.unreadCount ?? 0,
      stateOf(chat),
      originWords(t, chat.origins),
    ].join(),
  }));
  const hasEqual = ({ id, name }: (typeof named)[number]) =>
    named.some((other) => other.id !== id && other.name === name);
  return new Set(named.filter(hasEqual).map(({ id }) => id));
}

interface Reader {
  t: T;
  labels: TextLabels;
  userId: number;
}

/** One line of plain words; '' where nothing is known */
export function lastWords({ dialog, lastMessage }: CrmChat, { t, labels, userId }: Reader): string {
  if (!lastMessage) return '';
  const { message, author } = lastMessage;
  const text = contentOf(lastMessage, t, labels);
  if (message.authorId === userId) return t('crm.youWrote', { text });
  // What the client says needs no name: it is their chat.
  const isClient = dialog === null || message.authorId === dialog.clientId;
  return author && !isClient ? t('crm.wrote', { name: author.name, text }) : text;
}

function contentOf({ message, file }: LastMessage, t: T, labels: TextLabels): string {
  if (message.isDeleted) return t('conversation.deleted');
  const words = plainWords(message.text, { labels });
  if (words !== '') return words;
  if (file) return file.kind === 'image' ? labels.image : file.name || labels.file;
  return message.fileIds.length > 0 ? labels.file : t('conversation.nothing');
}
