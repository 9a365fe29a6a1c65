/** What a plan has become in delivery: the message and its files, one item each, and what can still be done with them. */
import type { Delivery } from '../../delivery/delivery.ts';
import { newKey, type Item } from '../../delivery/item.ts';
import type { DialogFile } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat } from '../../portal/methods/dialogs.ts';
import { harmlessName } from '../../sending/fileName.ts';
import { laneOfResult } from '../../sending/resultOf.ts';
import type { Plan } from './plan.ts';

export interface Queued {
  taskId: number;
  chatId: number;
  lane: string;
  messageKey: string;
  files: ReadonlyArray<{ file: DialogFile; key: string; kind: 'file' | 'link' }>;
}

/** Resolves when all of it is stored. */
export async function queuePlan(
  delivery: Delivery,
  plan: Plan,
  { taskId, chatId }: { taskId: number; chatId: number },
): Promise<Queued> {
  const lane = dialogOfChat(chatId);
  const asResult = plan.asResult ? { asResult: taskId } : {};
  // Asked for in one go, stored in this order: nothing comes between the message and its files.
  const [messageKey, ...files] = await Promise.all([
    delivery.add(lane, { kind: 'taskText', text: plan.text, target: { taskId, chatId, ...asResult } }),
    ...plan.files.map(async (file) => {
      const key = await delivery.add(lane, copyOf(file, { lane, taskId }, plan.copyFrom));
      return { file, key, kind: 'file' as const };
    }),
  ]);
  return { taskId, chatId, lane, messageKey, files };
}

/** @returns null: it is gone; 'sent': and went through */
export function itemIn(delivery: Delivery, lane: string, key: string): Item | 'sent' | null {
  const { items, claims } = delivery.getLane(lane);
  return items.find((item) => item.key === key) ?? ([...claims.values()].includes(key) ? 'sent' : null);
}

/** The message's id in its chat, once that is known. */
export function messageIdOf(delivery: Delivery, { lane, messageKey }: Queued): number | undefined {
  const { items, claims } = delivery.getLane(lane);
  const own = items.find(({ key }) => key === messageKey);
  return own?.traceId ?? [...claims].find(([, key]) => key === messageKey)?.[0];
}

/**
 * Gives a file up, and writes a link to it in its place.
 * @returns null: an attempt has begun meanwhile, or there is nothing to give up
 */
export async function linkInstead(
  delivery: Delivery,
  queued: Queued,
  file: DialogFile,
  text: string,
): Promise<Queued['files'] | null> {
  const { taskId, chatId, lane, files } = queued;
  const own = files.find((one) => one.file.id === file.id && one.kind === 'file');
  if (!own || !(await delivery.remove(lane, own.key))) return null;
  const key = await delivery.add(lane, { kind: 'taskText', text, target: { taskId, chatId } });
  return files.map((one) => (one === own ? { file, key, kind: 'link' as const } : one));
}

/** Takes out what was turned away, is in doubt or waits. */
export async function takeOut(delivery: Delivery, queued: Queued): Promise<void> {
  const { lane, messageKey, files } = queued;
  const id = messageIdOf(delivery, queued);
  // The other way round: what is behind does not go out meanwhile.
  for (const { key } of files.toReversed()) await delivery.remove(lane, key);
  await delivery.remove(lane, messageKey);
  if (id !== undefined) await delivery.remove(laneOfResult(id), messageKey);
}

function copyOf(
  file: DialogFile,
  { lane, taskId }: Pick<Queued, 'lane' | 'taskId'>,
  copyFrom: string,
): Pick<Item, 'kind' | 'text' | 'target'> {
  return {
    kind: 'file',
    text: '',
    target: {
      dialogId: lane,
      taskId,
      fileId: newKey(),
      name: harmlessName(file.name, 'file'),
      size: file.size,
      copyOf: file.id,
      copyFrom,
    },
  };
}
