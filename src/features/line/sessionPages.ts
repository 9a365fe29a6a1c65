/** A client's chat as it is read without being opened to the reader: a session at a time, as far as they are told. */
import type { DialogPage } from '../../portal/methods/dialogMessages.ts';
import { pageSize, type MessageWindow } from '../../portal/methods/dialogs.ts';
import { getSessionHistory, type SessionOf } from '../../portal/methods/openLines.ts';
import type { SessionHistory } from '../../portal/methods/sessionHistory.ts';
import type { Rest } from '../../portal/rest.ts';
import type { ToldSessions } from './toldSessions.ts';

const nothing: DialogPage = { messages: [], people: [], files: [], rowCount: 0 };

/** See `DialogSource`. @param sessions learns of what is read */
export function sessionPages(rest: Rest, chatId: number, sessions: ToldSessions) {
  function pageOf({ sessionId, messages, people, files }: SessionHistory): DialogPage {
    sessions.noteWhole(sessionId, messages);
    sessions.note(messages);
    // Whether this is the first session nobody has said, and what is known of earlier ones stays.
    return { messages, people, files, rowCount: Math.max(pageSize, messages.length) };
  }
  async function read(session: SessionOf): Promise<DialogPage> {
    return pageOf(await getSessionHistory(rest, session));
  }
  /** The session of a message. */
  async function sessionAt(messageId: number): Promise<DialogPage> {
    const sessionId = sessions.holding(messageId);
    return read(sessionId === null ? { chatId } : { sessionId });
  }
  return {
    pageOf,
    async before(messageId: number): Promise<DialogPage> {
      const sessionId = sessions.holding(messageId - 1);
      return sessionId === null ? nothing : upTo(await read({ sessionId }), messageId - 1);
    },
    async after(messageId: number): Promise<DialogPage> {
      const left = from(await sessionAt(messageId), messageId);
      const next = sessions.after(messageId);
      return left.messages.length > 0 || next === null ? left : read({ sessionId: next });
    },
    async around(messageId: number): Promise<MessageWindow> {
      const page = await sessionAt(messageId);
      return { older: upTo(page, messageId), newer: from(page, messageId) };
    },
  };
}

function upTo(page: DialogPage, messageId: number): DialogPage {
  return { ...page, messages: page.messages.filter(({ id }) => id <= messageId) };
}

function from(page: DialogPage, messageId: number): DialogPage {
  return { ...page, messages: page.messages.filter(({ id }) => id > messageId) };
}
