/** How far a message has come on its way into a task, a step at a time. Pure. */
import { isBeingLookedFor } from '../../conversation/tone.ts';
import type { Item, Problem } from '../../delivery/item.ts';
import type { DialogFile } from '../../portal/methods/dialogMessages.ts';
import { laneOfResult } from '../../sending/resultOf.ts';
import type { Run } from './run.ts';

export type StepState =
  | 'waiting'
  | 'running'
  /** no answer came, and it is being looked for */
  | 'looking'
  /** looked for long enough; the person decides */
  | 'unclear'
  | 'failed'
  | 'done'
  /** somebody has taken it out, here or in another window */
  | 'gone'
  /** the message cannot be told from others, because this person may not read the chat */
  | 'impossible';

export interface Step {
  key: string;
  kind: 'task' | 'chat' | 'message' | 'file' | 'link' | 'result';
  state: StepState;
  problem?: Problem;
  /** as delivery has it */
  item?: Item;
  lane?: string;
  file?: DialogFile;
  /** tasks that the browser has made besides */
  copies?: readonly number[];
}

export function stepsOf(run: Run): Step[] {
  const { plan } = run;
  const { queued } = run.getState();
  const message: Step = queued
    ? itemStep(run, { key: 'message', kind: 'message' }, queued.lane, queued.messageKey)
    : { key: 'message', kind: 'message', state: 'waiting' };
  const files = plan.files.map((file): Step => {
    const own = queued?.files.find((one) => one.file.id === file.id);
    const key = `file${file.id}`;
    return queued && own
      ? itemStep(run, { key, kind: own.kind, file }, queued.lane, own.key)
      : { key, kind: 'file', file, state: 'waiting' };
  });
  return [...taskSteps(run), message, ...files, ...(plan.asResult ? [resultStep(run, message)] : [])];
}

/** Something stands in the chat of the task, or may. */
export function isSomethingThrough(steps: readonly Step[]): boolean {
  return steps.some(
    ({ kind, state }) => kind !== 'task' && kind !== 'chat' && (state === 'done' || state === 'unclear'),
  );
}

/** All through, at least one in need of the person, or none of both. */
export function outcomeOf(steps: readonly Step[]): 'done' | 'trouble' | 'running' {
  if (steps.some(({ state }) => ['failed', 'unclear', 'gone', 'impossible'].includes(state)))
    return 'trouble';
  return steps.every(({ state }) => state === 'done') ? 'done' : 'running';
}

function taskSteps({ plan, getState }: Run): Step[] {
  const { making, chat } = getState();
  const steps: Step[] = [];
  if (plan.task.kind === 'new') steps.push({ key: 'task', kind: 'task', ...stateOfMaking(making) });
  // A task has its chat as a rule, and nobody needs to hear of it.
  const hadNone = plan.task.kind === 'old' && plan.task.task.chatId === null;
  if (!hadNone && chat === 'none') return steps;
  const problem = typeof chat === 'object' ? chat.problem : undefined;
  const state = problem ? 'failed' : chat === 'asked' ? 'running' : 'done';
  return [...steps, { key: 'chat', kind: 'chat', state, ...(problem ? { problem } : {}) }];
}

function stateOfMaking(making: ReturnType<Run['getState']>['making']): Omit<Step, 'key' | 'kind'> {
  switch (making?.phase) {
    case 'looking':
      return { state: 'looking', problem: making.problem };
    case 'unclear':
      return { state: 'unclear', problem: making.problem };
    case 'failed':
      return { state: 'failed', problem: making.problem };
    case 'made':
      return { state: 'done', copies: making.copies };
    case 'making':
    case undefined:
    default:
      return { state: 'running' };
  }
}

function itemStep(run: Run, step: Pick<Step, 'key' | 'kind' | 'file'>, lane: string, key: string): Step {
  const item = run.itemOf(lane, key);
  if (item === null) return { ...step, state: 'gone' };
  if (item === 'sent') return { ...step, state: 'done' };
  return { ...step, state: stateOf(item), item, lane, ...(item.problem ? { problem: item.problem } : {}) };
}

function stateOf(item: Item): StepState {
  if (isBeingLookedFor(item)) return 'looking';
  switch (item.state) {
    case 'queued':
      return 'waiting';
    case 'sent':
      return 'done';
    case 'refused':
      return 'failed';
    case 'stillUnclear':
      return 'unclear';
    case 'sending':
    case 'unclear':
    case 'confirming':
    default:
      return 'running';
  }
}

/** It follows the message by itself, under the same key and in a lane of its own (`resultOf.ts`). */
function resultStep(run: Run, message: Step): Step {
  const step = { key: 'result', kind: 'result' } as const;
  const { queued } = run.getState();
  const messageId = run.messageId();
  if (!queued || message.state !== 'done') return { ...step, state: 'waiting' };
  if (messageId === undefined) return { ...step, state: 'impossible' };
  const lane = laneOfResult(messageId);
  const item = run.itemOf(lane, queued.messageKey);
  const isFollowed = message.item?.isFollowed ?? message.item === undefined;
  if (item === null && !isFollowed) return { ...step, state: 'waiting' };
  return itemStep(run, step, lane, queued.messageKey);
}
