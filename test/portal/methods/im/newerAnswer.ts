/**
 * Messages in the newer form of `im`, as `im.dialog.messages.search` answers them (RF 3.8, the docs' sample, PB source
 * key M `im/lib/V2`): camelCase, with reactions, and with the messages that are replied to.
 */
import type { Call } from '../../rest/call.ts';
import { deletedText } from '../../world/deletion.ts';
import { findMessage } from '../../world/messages.ts';
import type { Chat, Message } from '../../world/types.ts';
import { intOf, listOf } from '../values.ts';
import { filesOf, withDeletion } from './messagePage.ts';
import { newerParams } from './params.ts';
import { imUser } from './people.ts';
import { readPosition } from './unread.ts';

export function newerAnswer(call: Call, chat: Chat, messages: readonly Message[]): Record<string, unknown> {
  const { world } = call;
  const ids = new Set(messages.map(({ id }) => id));
  const repliedTo = [...new Set(messages.map(({ params }) => intOf(params['REPLY_ID'])))]
    .filter((id) => id > 0 && !ids.has(id))
    .flatMap((id) => findMessage(world, id) ?? []);
  const liked = messages.filter(({ params }) => listOf(params['LIKE']).length > 0);
  const likers = liked.flatMap(({ params }) => listOf(params['LIKE']).map(intOf));
  const authors = [...messages, ...repliedTo].map(({ authorId }) => authorId);
  return {
    users: peopleOf(call, authors),
    files: filesOf(call, messages),
    additionalMessages: repliedTo.map((message) => newerMessage(call, chat, message)),
    copilot: null,
    stickers: [],
    reactions: liked.map((message) => reactionsOf(call, message)),
    usersShort: peopleOf(call, likers).map(({ id, name, avatar }) => ({ id, name, avatar })),
    tariffRestrictions: { isHistoryLimitExceeded: false },
    messages: messages.map((message) => newerMessage(call, chat, message)),
  };
}

function newerMessage({ world, user }: Call, chat: Chat, message: Message): Record<string, unknown> {
  const { id, chatId, authorId, date, uuid } = message;
  const { text, params } = withDeletion(message, deletedText(world));
  const position = readPosition(chat, user.id);
  const isOwn = authorId === user.id;
  const others = chat.memberIds.filter((memberId) => memberId !== authorId);
  return {
    id,
    chatId,
    chat_id: chatId,
    authorId,
    author_id: authorId,
    date,
    text,
    isSystem: authorId === 0,
    uuid,
    forward: null,
    params: newerParams(params),
    viewedByOthers: others.some((memberId) => (chat.lastRead[memberId] ?? 0) >= id),
    unread: !isOwn && position !== null && position < id,
    viewed: isOwn || (position !== null && position >= id),
  };
}

function reactionsOf({ user }: Call, { id, params }: Message): Record<string, unknown> {
  const likers = listOf(params['LIKE']).map(intOf);
  return {
    messageId: id,
    reactionCounters: { like: likers.length },
    reactionUsers: { like: likers },
    ownReactions: likers.includes(user.id) ? ['like'] : [],
  };
}

/** The system (0) is nobody. */
function peopleOf({ world }: Call, ids: readonly number[]): Array<Record<string, unknown>> {
  return [...new Set(ids)].flatMap((id) => {
    const user = world.users.get(id);
    if (!user) return [];
    const fields = Object.entries(imUser(user)).map(([key, value]) => [camelCase(key), value] as const);
    return [Object.fromEntries(fields)];
  });
}

function camelCase(key: string): string {
  return key.replaceAll(/_(.)/g, (_underscore, letter: string) => letter.toUpperCase());
}
