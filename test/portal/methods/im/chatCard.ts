/** A chat as `im.dialog.get` describes it (RF 3.8). */
import type { Call } from '../../rest/call.ts';
import { portalDate } from '../../world/clock.ts';
import { lastSession, openSession, states } from '../../world/lineStates.ts';
import { fullName, messagesOf } from '../../world/messages.ts';
import type { Chat, ChatKind, Session } from '../../world/types.ts';
import type { Dialog } from './dialogId.ts';
import { readPosition, unreadMessages } from './unread.ts';

/** RF 2.3 for tasks, RF 4.2 for lines */
const kinds: Readonly<Record<ChatKind, { type: string; messageType: string }>> = {
  task: { type: 'tasksTask', messageType: 'X' },
  private: { type: 'private', messageType: 'P' },
  group: { type: 'chat', messageType: 'C' },
  lines: { type: 'lines', messageType: 'L' },
};

export function chatCard(call: Call, { chat, id: dialogId }: Dialog): Record<string, unknown> {
  const { world, user } = call;
  const messages = messagesOf(world, chat.id);
  const { type, messageType } = kinds[chat.kind];
  const unread = unreadMessages(world, chat, user.id);
  const isOwner = chat.ownerId === user.id;
  return {
    id: chat.id,
    parent_chat_id: 0,
    parent_message_id: 0,
    name: chat.title,
    description: null,
    owner: chat.ownerId,
    extranet: false,
    avatar: '',
    color: chat.color,
    type,
    counter: unread.length,
    user_counter: chat.memberIds.length,
    message_count: messages.length,
    unread_id: unread[0]?.id ?? 0,
    restrictions: {
      avatar: true,
      rename: true,
      extend: true,
      call: true,
      mute: true,
      leave: true,
      leave_owner: true,
      send: true,
      user_list: true,
    },
    last_message_id: messages.at(-1)?.id ?? 0,
    last_id: readPosition(chat, user.id) ?? 0,
    marked_id: 0,
    disk_folder_id: 0,
    entity_type: chat.entityType,
    entity_id: chat.entityId,
    ...entityData(call, chat),
    mute_list: [],
    date_create: messages[0]?.date ?? portalDate(),
    message_type: messageType,
    public: '',
    // Lower case here, upper case in `im.recent.*` (RF 3.8).
    role: isOwner ? 'owner' : chat.memberIds.includes(user.id) ? 'member' : 'guest',
    entity_link: entityLink(chat, user.id),
    text_field_enabled: true,
    background_id: null,
    permissions: {
      manage_users_add: 'member',
      manage_users_delete: 'manager',
      manage_ui: 'member',
      manage_settings: 'owner',
      manage_messages: 'member',
      can_post: 'member',
    },
    is_new: false,
    readed_list: readers(call, chat),
    manager_list: [chat.ownerId],
    last_message_views: { message_id: messages.at(-1)?.id ?? 0, first_viewers: [], count_of_viewers: 0 },
    dialog_id: String(dialogId),
  };
}

function entityLink(chat: Chat, viewerId: number): Record<string, string> {
  const id = chat.entityId;
  if (chat.kind !== 'task') return { type: chat.entityType, url: '', id };
  const url = `/company/personal/user/${viewerId}/tasks/task/view/${id}/?ta_sec=chat_tasks&ta_el=view_button`;
  return { type: 'TASKS', url, id };
}

/**
 * RF 4.2: of an open line the first entry names its CRM element, whether it is assigned and waits for the client, the
 * open session (0 when it is closed, PB source key M, `chat.php` `close`), and until when the channel takes replies.
 */
function entityData(call: Call, chat: Chat): Record<string, string> {
  const { world } = call;
  const session = lastSession(world, chat.id);
  if (!session) return { entity_data_1: '', entity_data_2: '', entity_data_3: '' };
  const [link] = session.crm;
  const head = link ? `Y|${link.type.toUpperCase()}|${link.id}` : 'N|NONE|0';
  const started = Math.trunc(Date.parse(messagesOf(world, chat.id)[0]?.date ?? portalDate()) / 1000);
  const flag = (is = false) => (is ? 'Y' : 'N');
  const isWaiting = session.status === states.waitsForClient;
  const openId = openSession(world, chat.id)?.id ?? 0;
  const window = `0|${replyEnd(call, chat, session)}`;
  return {
    entity_data_1: `${head}|${flag(session.isPinned)}|${flag(isWaiting)}|${openId}|${started}|${window}`,
    entity_data_2: (['lead', 'company', 'contact', 'deal'] as const)
      .map((type) => crmPart(session, type))
      .join('|'),
    entity_data_3: 'N',
  };
}

/** Connectors that take replies for 24 hours after the client's message (PB source key M, `imconnector` `library.php`). */
const limited = new Set(['whatsappbytwilio']);

/** `BLOCK_DATE|BLOCK_REASON`: in seconds since 1970, `0|0` without an end */
function replyEnd({ world }: Call, chat: Chat, { connectorId, clientUserId }: Session): string {
  const last = messagesOf(world, chat.id).findLast(({ authorId }) => authorId === clientUserId);
  if (!last || !limited.has(connectorId)) return '0|0';
  return `${Math.trunc(Date.parse(last.date) / 1000) + 86_400}|DEFAULT`;
}

function crmPart({ crm }: Session, type: Session['crm'][number]['type']): string {
  return `${type.toUpperCase()}|${crm.find((link) => link.type === type)?.id ?? 0}`;
}

function readers({ world, user }: Call, chat: Chat): unknown[] {
  return chat.memberIds
    .filter((id) => id !== user.id && (chat.lastRead[id] ?? 0) > 0)
    .flatMap((id) => {
      const reader = world.users.get(id);
      if (!reader) return [];
      return [
        { user_id: id, user_name: fullName(reader), message_id: chat.lastRead[id], date: portalDate() },
      ];
    });
}
