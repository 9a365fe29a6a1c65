/**
 * Where the messages of a client's chat are read from. Members read the dialog (`im.dialog.messages.get`: all sessions);
 * everybody else reads a session at a time (`imopenlines.session.history.get`): the last one, then those that are told.
 *
 * Who may read how changes while the chat is looked at: people join, and when a session closes all staff leave. Each
 * reading finds out anew, and what was read before stays.
 */
import { dialogSource, type DialogSource } from '../../conversation/dialogSource.ts';
import { PortalError } from '../../portal/errors.ts';
import { readMessages, type DialogPage } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand, pageSize, type MessageWindow } from '../../portal/methods/dialogs.ts';
import {
  getSessionHistory,
  sessionHistoryCommand,
  type LineEntity,
  type SessionOf,
} from '../../portal/methods/openLines.ts';
import { readSessionHistory, type SessionHistory } from '../../portal/methods/sessionHistory.ts';
import type { Rest } from '../../portal/rest.ts';
import { readState, stateCommands, type LineState } from './lineState.ts';
import { toldSessions } from './toldSessions.ts';

interface LineSourceOptions {
  rest: Rest;
  chatId: number;
  /** what is known before the first reading */
  known: LineState;
  /** @param hasJoined the reader has come into the chat; told before the messages of that reading are given */
  onState: (state: LineState, hasJoined: boolean) => void;
}

export interface LineSource extends DialogSource {
  /** Names the elements that list the chat, the one to answer under by preference first. */
  lookUnder: (entities: readonly LineEntity[]) => void;
}

const nothing: DialogPage = { messages: [], people: [], files: [], rowCount: 0 };

export function lineSource({ rest, chatId, known, onState }: LineSourceOptions): LineSource {
  const dialogId = dialogOfChat(chatId);
  const dialog = dialogSource(rest, dialogId);
  const sessions = toldSessions();
  let state = known;
  let entities: readonly LineEntity[] = [];

  function tell(next: LineState): void {
    const hasJoined = next.isMember === true && state.isMember === false;
    state = next;
    onState(next, hasJoined);
  }
  function noted<Page extends DialogPage>(page: Page): Page {
    sessions.note(page.messages);
    return page;
  }
  async function historyOf(session: SessionOf): Promise<DialogPage> {
    return pageOf(await getSessionHistory(rest, session));
  }
  function pageOf({ sessionId, messages, people, files }: SessionHistory): DialogPage {
    sessions.noteWhole(sessionId, messages);
    // Whether this is the first session nobody has said, and what is known of earlier ones stays.
    return noted({ messages, people, files, rowCount: Math.max(pageSize, messages.length) });
  }
  async function asMemberOr<Answer>(
    read: () => Promise<Answer>,
    other: () => Promise<Answer>,
  ): Promise<Answer> {
    if (state.isMember === false) return other();
    try {
      return await read();
    } catch (failure) {
      if (!isDenied(failure)) throw failure;
      tell({ ...state, isMember: false });
      return other();
    }
  }
  /** The session of a message, from where it is read on. */
  async function sessionAt(messageId: number): Promise<DialogPage> {
    const sessionId = sessions.holding(messageId);
    return historyOf(sessionId === null ? { chatId } : { sessionId });
  }

  return {
    lookUnder(next) {
      entities = next;
    },
    /** One POST, and another one when the person has just left the chat. */
    async newest() {
      const isOutside = state.isMember === false;
      const asked = entities;
      const answer = await rest.batch({
        messages: messagesCommand(dialogId),
        ...(isOutside ? { history: sessionHistoryCommand({ chatId }) } : {}),
        ...stateCommands(chatId, asked),
      });
      const next = readState(answer, { chatId, entities: asked, before: state });
      try {
        const page = noted(readMessages(answer('messages')));
        tell({ ...state, ...next, isMember: true });
        return page;
      } catch (failure) {
        if (!isDenied(failure)) throw failure;
      }
      tell({ ...state, ...next, isMember: false });
      const history = isOutside
        ? readSessionHistory(answer('history'))
        : await getSessionHistory(rest, { chatId });
      tell({ ...state, canJoin: history.canJoin });
      return pageOf(history);
    },
    before: (messageId) =>
      asMemberOr(
        async () => noted(await dialog.before(messageId)),
        async () => {
          const sessionId = sessions.holding(messageId - 1);
          return sessionId === null ? nothing : upTo(await historyOf({ sessionId }), messageId - 1);
        },
      ),
    after: (messageId) =>
      asMemberOr(
        async () => noted(await dialog.after(messageId)),
        async () => {
          const rest = from(await sessionAt(messageId), messageId);
          const next = sessions.after(messageId);
          if (rest.messages.length > 0 || next === null) return rest;
          return historyOf({ sessionId: next });
        },
      ),
    around: (messageId) =>
      asMemberOr(
        () => dialog.around(messageId),
        async (): Promise<MessageWindow> => {
          const page = await sessionAt(messageId);
          return { older: upTo(page, messageId), newer: from(page, messageId) };
        },
      ),
  };
}

function isDenied(failure: unknown): boolean {
  return failure instanceof PortalError && failure.kind === 'denied';
}

function upTo(page: DialogPage, messageId: number): DialogPage {
  return { ...page, messages: page.messages.filter(({ id }) => id <= messageId) };
}

function from(page: DialogPage, messageId: number): DialogPage {
  return { ...page, messages: page.messages.filter(({ id }) => id > messageId) };
}
