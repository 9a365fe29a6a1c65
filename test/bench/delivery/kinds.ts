/** The kinds of send: where each of them goes, and what strikes it. */
import type { PortalContext } from '../../portal/context.ts';
import { createLineChat } from '../../portal/world/chats.ts';
import { addTask } from '../../portal/world/tasks.ts';
import { inChat } from './chatLane.ts';
import { ofFiles } from './fileLane.ts';
import type { Kind } from './kind.ts';
import { ofResult } from './resultLane.ts';

const few = (sends: number) => Math.min(20, Math.max(3, Math.ceil(sends / 20)));
const second = 1_000;
/** ms; see `defaultTimeLimit` of rest.ts and restApi.ts */
const callLimit = 10 * second;
const keysLate = false;

function addTaskChat({ world }: PortalContext, number: number): { taskId: number; chatId: number } {
  const { id, chatId } = addTask(world, { title: `Bench ${number}` });
  return { taskId: id, chatId: chatId ?? 0 };
}

export const kinds = {
  taskChat: {
    faults: {
      sends: ['tasks.task.chat.message.send'],
      readings: ['im.dialog.messages.get', 'im.message.delete'],
      keysLate,
      callLimit,
    },
    takesBack: true,
    laneCount: few,
    addLane(context, number) {
      const target = addTaskChat(context, number);
      const write = (text: string) => ({ kind: 'taskText', text, target });
      return inChat(context.world, target.chatId, { write });
    },
  },
  dialog: {
    faults: {
      sends: ['im.message.add'],
      readings: ['im.dialog.messages.get', 'im.message.delete'],
      keysLate: true,
      callLimit,
    },
    takesBack: true,
    laneCount: few,
    addLane(context, number) {
      const { chatId } = addTaskChat(context, number);
      const target = { dialogId: `chat${chatId}` };
      return inChat(context.world, chatId, {
        write: (text) => ({ kind: 'dialogMessage', text, target }),
      });
    },
  },
  openLine: {
    faults: {
      sends: ['imopenlines.crm.message.add'],
      readings: ['im.dialog.messages.get', 'imopenlines.crm.chat.get'],
      keysLate,
      callLimit,
    },
    takesBack: false,
    laneCount: few,
    addLane({ world }) {
      const { chat } = createLineChat(world, { crm: [{ type: 'deal', id: 7 }] });
      const target = { entityType: 'deal', entityId: 7, chatId: chat.id };
      return inChat(world, chat.id, { write: (text) => ({ kind: 'openLineReply', text, target }) });
    },
  },
  taskResult: {
    faults: {
      sends: ['tasks.task.result.addfromchatmessage'],
      readings: ['tasks.task.result.list', 'tasks.task.result.delete'],
      keysLate,
      callLimit,
    },
    takesBack: true,
    laneCount: (sends) => sends,
    addLane: ({ world }, number) => ofResult(world, number),
  },
  file: {
    faults: {
      sends: ['im.v2.File.upload'],
      readings: ['im.dialog.messages.get', 'im.message.delete'],
      keysLate,
      /** see `timeLimitFor` of methods/sentFile.ts */
      callLimit: 61 * second,
    },
    takesBack: true,
    laneCount: few,
    addLane: (context, number) => ofFiles(context.world, addTaskChat(context, number).chatId),
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
