/** The answer of `im.dialog.messages.get` (PB 4.3, RF 3.7). */
import type { Call } from '../../rest/call.ts';
import { deletedText } from '../../world/deletion.ts';
import type { Message } from '../../world/types.ts';
import { intOf, listOf } from '../values.ts';
import { imFile } from './files.ts';
import type { Rows } from './messageRows.ts';
import { givenParams } from './params.ts';
import { imUser } from './people.ts';

/** @param position the reader's last read message, null for no member @param withHtml `CONVERT_TEXT=Y` */
export function messagePage(
  call: Call,
  chatId: number,
  { messages, named, isAscending }: Rows,
  position: number | null,
  withHtml: boolean,
): Record<string, unknown> {
  const files = filesOf(call, named);
  return {
    chat_id: chatId,
    messages: messages.map((message) => imMessage(call, message, position, withHtml)),
    users: authorsOf(call, named),
    files: isAscending ? files : files.reverse(),
  };
}

function imMessage(
  { world }: Call,
  message: Message,
  position: number | null,
  withHtml: boolean,
): Record<string, unknown> {
  const { id, chatId, authorId, date, uuid } = message;
  const { text, params: all } = withDeletion(message, deletedText(world));
  const params = givenParams(all, world.switches);
  return {
    id,
    chat_id: chatId,
    author_id: authorId,
    date,
    text,
    unread: position !== null && position < id,
    uuid,
    replaces: [],
    // PB 4.3: a list when empty
    params: Object.keys(params).length === 0 ? [] : params,
    disappearing_date: null,
    ...(withHtml ? { text_converted: asHtml(text) } : {}),
  };
}

/** PB 4.3: a message without text and content is shown as a deleted one. */
export function withDeletion(
  { text, params }: Message,
  deletedText: string,
): Pick<Message, 'text' | 'params'> {
  const hasContent = text !== '' || ['FILE_ID', 'KEYBOARD', 'ATTACH'].some((key) => key in params);
  return hasContent ? { text, params } : { text: deletedText, params: { ...params, IS_DELETED: 'Y' } };
}

export function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br />');
}

/** In the order of their messages; the system (0) is nobody. */
function authorsOf({ world }: Call, messages: readonly Message[]): unknown[] {
  const ids = [...new Set(messages.map(({ authorId }) => authorId))];
  return ids.flatMap((id) => {
    const user = world.users.get(id);
    return user ? [imUser(user)] : [];
  });
}

/** Ascending by id. */
export function filesOf(call: Call, messages: readonly Message[]): unknown[] {
  const ids = new Set(messages.flatMap(({ params }) => listOf(params['FILE_ID']).map(intOf)));
  return [...ids]
    .sort((left, right) => left - right)
    .flatMap((id) => {
      const file = call.world.files.get(id);
      return file ? [imFile(call, file)] : [];
    });
}
