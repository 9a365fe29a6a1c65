/**
 * A text to the chat of a task. The portal takes no key and gives no id, and its "yes" proves nothing (PB 2.1): the
 * message counts as sent when it was read back from the chat.
 * Target: `taskId`, `chatId`, `asResult` (see `resultOf.ts`); lane: the dialog, `chat58`.
 */
import type { Policy } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { dialogOfChat } from '../portal/methods/dialogs.ts';
import { deleteMessage } from '../portal/methods/messages.ts';
import { sendTaskChatMessage } from '../portal/methods/taskChat.ts';
import { sendable } from '../portal/wireText.ts';
import type { MessageTrace } from './asTrace.ts';
import { areAlike, areCopies, compareText, readSince } from './messageTrace.ts';
import { outcomeOf, reading, takingBack } from './problem.ts';
import { resultOf } from './resultOf.ts';

export function taskText({ rest, restApi }: Portal, userId: number): Policy<MessageTrace> {
  return {
    type: 'read-back',
    async attempt({ text, target }) {
      try {
        await sendTaskChatMessage(restApi, Number(target['taskId']), sendable(text));
        return { kind: 'answered' };
      } catch (failure) {
        return outcomeOf(failure);
      }
    },
    read: ({ target }, since) => reading(() => readSince(rest, dialogOfChat(target['chatId'] ?? ''), since)),
    compare: (item, trace) => compareText(item, trace, userId),
    areAlike,
    areCopies,
    next: resultOf,
    takeBack: (_item, id) => takingBack(() => deleteMessage(rest, id)),
  };
}
