/**
 * Where the messages of a client's chat are read from. Members read the dialog (`im.dialog.messages.get`: all sessions);
 * everybody else reads a session at a time (`imopenlines.session.history.get`): the last one, then those that are told.
 *
 * Who may read how changes while the chat is looked at: people join, and when a session closes all staff leave. Each
 * reading finds out anew, and what was read before stays.
 */
import { dialogSource, type DialogSource } from '../../conversation/dialogSource.ts';
import { isDenied } from '../../portal/errors.ts';
import { readMessages, type DialogPage } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand } from '../../portal/methods/dialogs.ts';
import { getSessionHistory, sessionHistoryCommand, type LineEntity } from '../../portal/methods/openLines.ts';
import { readSessionHistory, type SessionHistory } from '../../portal/methods/sessionHistory.ts';
import type { Rest } from '../../portal/rest.ts';
import { noteSession, type LineMemory } from './lineMemory.ts';
import { readState, stateCommands, toldBySession, type LineState } from './lineState.ts';
import { sessionPages } from './sessionPages.ts';

interface LineSourceOptions {
  rest: Rest;
  chatId: number;
  /** what is known before the first reading */
  known: LineState;
  /** of earlier sources of the same chat */
  memory: LineMemory;
  /** @param goesOn more can be read than before; told before the messages of that reading are given */
  onState: (state: LineState, goesOn: boolean) => void;
}

export interface LineSource extends DialogSource {
  /** Names the elements that list the chat, the one to answer under by preference first. */
  lookUnder: (entities: readonly LineEntity[]) => void;
}

/** ms; so long a session without a new message is taken as it was read: what changed in old ones shows later */
const trustedFor = 20_000;

export function lineSource({ rest, chatId, known, memory, onState }: LineSourceOptions): LineSource {
  const dialogId = dialogOfChat(chatId);
  const dialog = dialogSource(rest, dialogId);
  const { sessions } = memory;
  const pages = sessionPages(rest, chatId, sessions);
  let state = known;
  let entities: readonly LineEntity[] = [];
  // Readings by number: what an older one brings is no news once a later one has told.
  let begun = 0;
  let told = 0;
  /** the last session as it was read, and the newest message of the chat then */
  let last: { page: DialogPage; messageId: number; at: number } | null = null;

  function tell(reading: number, change: Partial<LineState>): void {
    if (reading < told) return;
    told = reading;
    const goesOn = change.readsBy === 'dialog' && state.readsBy === 'sessions';
    state = { ...state, ...change };
    memory.readsBy = state.readsBy;
    onState(state, goesOn);
  }
  const readsSessions = () =>
    state.readsBy === 'sessions' || (state.readsBy === null && state.isMember === false);
  function noted<Page extends DialogPage>(page: Page): Page {
    sessions.note(page.messages);
    return page;
  }
  /** The last session, read whole. */
  function newestOf(history: SessionHistory): DialogPage {
    noteSession(memory, history.sessionId);
    const page = pages.pageOf(history);
    const messageId = state.dialog?.lastMessageId ?? null;
    last = messageId === null ? null : { page, messageId, at: memory.readAt };
    return page;
  }
  async function wholeOr<Answer>(read: () => Promise<Answer>, other: () => Promise<Answer>): Promise<Answer> {
    if (readsSessions()) return other();
    const reading = begun;
    try {
      return await read();
    } catch (failure) {
      if (!isDenied(failure)) throw failure;
      tell(reading, { isMember: false, readsBy: 'sessions' });
      return other();
    }
  }
  /** Reads the state alone. @returns null: the messages are to be read too */
  async function newestUnchanged(reading: number): Promise<DialogPage | null> {
    if (!readsSessions() || !last || Date.now() - last.at > trustedFor) return null;
    const { page, messageId } = last;
    const answer = await rest.batch(stateCommands(chatId, entities));
    const next = readState(answer, { chatId, entities, before: state });
    if (next.dialog?.isMember !== false || next.dialog.lastMessageId !== messageId) return null;
    memory.readAt = Date.now();
    tell(reading, next);
    return page;
  }

  return {
    lookUnder(next) {
      entities = next;
    },
    mayBegin: () => state.dialog !== null,
    isWhole: () => !readsSessions(),
    /** One POST, and another one when what may be read has changed, or for who is outside when somebody has written. */
    async newest() {
      begun += 1;
      const reading = begun;
      const unchanged = await newestUnchanged(reading);
      if (unchanged) return unchanged;
      const asSessions = readsSessions();
      const asked = entities;
      const answer = await rest.batch({
        messages: messagesCommand(dialogId),
        ...(asSessions ? { history: sessionHistoryCommand({ chatId }) } : {}),
        ...stateCommands(chatId, asked),
      });
      const next = readState(answer, { chatId, entities: asked, before: state });
      try {
        const page = noted(readMessages(answer('messages')));
        memory.readAt = Date.now();
        // Whoever may come in may read as well (PB source key M, `config.php` `canJoin`).
        const isMember = next.dialog?.isMember ?? true;
        tell(reading, { ...next, isMember, ...toldBySession(null), readsBy: 'dialog' });
        return page;
      } catch (failure) {
        if (!isDenied(failure)) throw failure;
      }
      tell(reading, { ...next, isMember: false, readsBy: 'sessions' });
      const history = asSessions
        ? readSessionHistory(answer('history'))
        : await getSessionHistory(rest, { chatId });
      tell(reading, toldBySession(history));
      return newestOf(history);
    },
    before: (messageId) =>
      wholeOr(
        async () => noted(await dialog.before(messageId)),
        () => pages.before(messageId),
      ),
    after: (messageId) =>
      wholeOr(
        async () => noted(await dialog.after(messageId)),
        () => pages.after(messageId),
      ),
    around: (messageId) =>
      wholeOr(
        () => dialog.around(messageId),
        () => pages.around(messageId),
      ),
  };
}
