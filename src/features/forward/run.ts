/**
 * One message on its way into a task: the task, then what delivery does with the message, its files and the result.
 * It lives as long as the page, whether or not its dialog is open; from the moment the message is stored delivery goes
 * on by itself, in any page. A page that goes away before that, over the browser's question, leaves a new task without
 * the message; the comment is kept, and the task stands first among those of the card.
 */
import type { Delivery } from '../../delivery/delivery.ts';
import type { Item, Problem } from '../../delivery/item.ts';
import type { Portal } from '../../portal/connect.ts';
import type { DialogFile } from '../../portal/methods/dialogMessages.ts';
import type { TaskBrief } from '../../portal/methods/taskList.ts';
import { createTaskChat } from '../../portal/methods/tasks.ts';
import { problemOf } from '../../sending/problem.ts';
import { createMaker, type Making } from './makeTask.ts';
import type { Plan } from './plan.ts';
import { itemIn, linkInstead, messageIdOf, queuePlan, type Queued, takeOut } from './queued.ts';

/** What the page knows itself; the rest is known to delivery. */
export interface RunState {
  making: Making | null;
  /** the chat of the task: being asked for, or why it could not be had */
  chat: 'none' | 'asked' | { problem: Problem };
  task: Pick<TaskBrief, 'id' | 'title'> | null;
  queued: Queued | null;
}

export interface Run {
  plan: Plan;
  subscribe: (listener: () => void) => () => void;
  /** Another object after each change, of delivery as well. */
  getState: () => RunState;
  /** null: it is gone; 'sent': and went through */
  itemOf: (lane: string, key: string) => Item | 'sent' | null;
  /** the message's id in its chat, once that is known */
  messageId: () => number | undefined;
  /** for the task, and its chat */
  tryTaskAgain: () => void;
  lookForTask: () => void;
  sendAgain: (lane: string, key: string) => void;
  checkAgain: (lane: string, key: string) => void;
  /** Gives a file up, and writes a link to it in its place. */
  sendLink: (file: DialogFile) => void;
  /** Takes out what was turned away, is in doubt or waits: the person begins anew. */
  giveUp: () => Promise<void>;
}

interface RunOptions {
  portal: Portal;
  delivery: Delivery;
  plan: Plan;
  /** everything is stored that was typed */
  onQueued: () => void;
}

export function startRun({ portal, delivery, plan, onQueued }: RunOptions): Run {
  const { rest, restApi } = portal;
  const listeners = new Set<() => void>();
  let state: RunState = { making: null, chat: 'none', task: null, queued: null };

  function tell(changes: Partial<RunState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }
  let stopListening: (() => void) | undefined;

  /** Once the task is there the message follows; what is told of it later, such as copies, changes nothing. */
  function onMaking(making: Making): void {
    const isFirst = state.task === null;
    tell({ making });
    if (making.phase === 'made' && isFirst) void follow(making.task);
  }

  async function follow({ id, title, chatId }: Pick<TaskBrief, 'id' | 'title' | 'chatId'>): Promise<void> {
    tell({ task: { id, title }, chat: chatId === null ? 'asked' : 'none' });
    try {
      const known = chatId ?? (await createTaskChat(restApi, id));
      if (known === null) {
        return tell({ chat: { problem: { kind: 'unclear', code: 'NO_CHAT', portalText: '' } } });
      }
      tell({ chat: 'none' });
      await queue(id, known);
    } catch (failure) {
      tell({ chat: { problem: problemOf(failure) } });
    }
  }

  async function queue(taskId: number, chatId: number): Promise<void> {
    if (state.queued) return;
    tell({ queued: await queuePlan(delivery, plan, { taskId, chatId }) });
    onQueued();
  }

  async function replaceByLink(file: DialogFile): Promise<void> {
    const { queued } = state;
    const text = plan.linkTo(file);
    if (!queued || text === null) return;
    const files = await linkInstead(delivery, queued, file, text);
    if (files) tell({ queued: { ...queued, files } });
  }

  const { task: into } = plan;
  const maker = into.kind === 'new' ? createMaker({ rest, task: into, tell: onMaking }) : null;
  if (into.kind === 'old') void follow(into.task);
  else void maker?.make();

  return {
    plan,
    subscribe(listener) {
      listeners.add(listener);
      stopListening ??= delivery.subscribe(() => tell({}));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = undefined;
      };
    },
    getState: () => state,
    itemOf: (lane, key) => itemIn(delivery, lane, key),
    messageId: () => (state.queued ? messageIdOf(delivery, state.queued) : undefined),
    tryTaskAgain() {
      const { task, chat } = state;
      if (!task) void maker?.make();
      else if (typeof chat === 'object') void follow({ ...task, chatId: null });
    },
    lookForTask: () => void maker?.look(),
    sendAgain: (lane, key) => void delivery.sendAgain(lane, key),
    checkAgain: (lane, key) => void delivery.checkAgain(lane, key),
    sendLink: (file) => void replaceByLink(file),
    giveUp: async () => {
      if (state.queued) await takeOut(delivery, state.queued);
    },
  };
}
