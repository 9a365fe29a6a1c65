/** `imopenlines.crm.chat.user.add` and `.delete` (PB 3, RF 4.1); the keys are in capitals only. */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { addMember, notify, removeMember } from '../world/lineChat.ts';
import { joined } from '../world/lineNotices.ts';
import { isActive, lastSession } from '../world/lineStates.ts';
import { mayJoinLine, mayReadCrm } from '../world/rights.ts';
import { sessionsOf } from '../world/sessions.ts';
import type { Chat, User, World } from '../world/types.ts';
import { given, readEntity, readId, type Link } from './imopenlines/crmParams.ts';
import { line } from './imopenlines/lineMethod.ts';
import { intOf, isEmpty } from './values.ts';

export const lineMembers: V2Method[] = [
  line('crm.chat.user.add', addUser),
  line('crm.chat.user.delete', deleteUser),
];

const denied = (detail: string) => new V2Error('ACCESS_DENIED', `Access denied! ${detail}`, 403);

/** The chat's id, or 0 where there is none. The order of the checks is that of PB source key M, `rest.php`. */
function addUser(call: Call): unknown {
  const { world, params } = call;
  const link = readEntity(params);
  requireEntity(call, link);
  const chat = findChat(world, params, link);
  if (!chat) return 0;
  if (!mayJoinLine(world, call.user, chat)) throw denied("You don't have access to join user to chat");
  if (intOf(params['USER_ID']) <= 0) given({}, 'Empty USER_ID');
  const user = requireActive(world, params);
  if (!mayReadCrm(world, user, link)) {
    throw denied(
      'This user does not have access to the chat because he does not have access to this CRM entity',
    );
  }
  if (!mayViewHistory(world, user, chat)) {
    throw denied(
      'This user does not have access to the chat because he does not have access to this view chat history',
    );
  }
  if (!addMember(chat, user.id)) {
    throw new V2Error('WRONG_REQUEST', "You don't have access or user already member in chat");
  }
  notify(world, chat, joined(user));
  return chat.id;
}

function deleteUser(call: Call): unknown {
  const { world, params } = call;
  if (intOf(params['USER_ID']) <= 0) throw new V2Error('CRM_CHAT_EMPTY_USER', 'Empty User ID');
  if (isEmpty(params['CRM_ENTITY_TYPE']) || isEmpty(params['CRM_ENTITY'])) {
    throw new V2Error('CRM_CHAT_EMPTY_CRM_DATA', 'Empty CRM data');
  }
  readId(params, 'CRM_ENTITY');
  const link = readEntity(params);
  requireEntity(call, link);
  const chat = findChat(world, params, link);
  if (!chat) return 0;
  if (!mayJoinLine(world, call.user, chat)) {
    const text = "You don't have access to delete a user from this chat";
    throw new V2Error('CHAT_DELETE_USER_PERMISSION_DENIED', text, 403);
  }
  const user = requireActive(world, params);
  if (!removeMember(chat, user.id)) {
    throw new V2Error('WRONG_REQUEST', "You don't have access or user already not in chat");
  }
  return chat.id;
}

function requireEntity({ world, user }: Call, link: Link): void {
  if (!mayReadCrm(world, user, link)) throw denied("You don't have access to join user to chat");
}

/** The chat that is named, else the last; undefined where there is none. @throws V2Error 400: no active chat of the element */
function findChat(world: World, params: Params, link: Link): Chat | undefined {
  const sessions = sessionsOf(world, link);
  const chatId = isEmpty(params['CHAT_ID']) ? (sessions[0]?.chatId ?? 0) : intOf(params['CHAT_ID']);
  if (chatId <= 0) return undefined;
  if (!sessions.some((session) => session.chatId === chatId && isActive(session))) {
    throw new V2Error('CHAT_NOT_IN_CRM', 'Chat does not belong to the CRM entity being checked');
  }
  return world.chats.get(chatId);
}

function requireActive(world: World, params: Params): User {
  const user = world.users.get(intOf(params['USER_ID']));
  if (!user?.isActive) throw new V2Error('CRM_CHAT_USER_NOT_ACTIVE', 'User not active');
  return user;
}

/** Admins and the queue of the line; the sources leave it to the roles of the lines. */
function mayViewHistory(world: World, user: User, chat: Chat): boolean {
  const lineId = lastSession(world, chat.id)?.lineId;
  return user.isAdmin || world.lines.some(({ id, queue }) => id === lineId && queue.includes(user.id));
}
