/** Windows of one person on one dialog: the hook a screen writes through, on a real database and a local portal. */
import { act, renderHook } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { newKey } from '../../../src/delivery/item.ts';
import { openDelivery } from '../../../src/sending/openDelivery.ts';
import { readSince } from '../../../src/sending/messageTrace.ts';
import { reading } from '../../../src/sending/problem.ts';
import { useDesk, type Desk, type SendOptions } from '../../../src/sending/useDesk.ts';
import { rawDatabase } from '../delivery/pages.ts';
import { anna, type TestPortal } from './portal.ts';

export interface Dialog {
  memberId: string;
  task: { taskId: number; chatId: number };
  lane: string;
}

/** In which nobody has written so far, of a person who was never here. */
export async function newDialog(portal: TestPortal): Promise<Dialog> {
  const task = await portal.newTask();
  return { memberId: newKey(), task, lane: `chat${task.chatId}` };
}

/** As a screen opens it; delivery is still being loaded. Closed behind the test. */
export function openWindow(portal: TestPortal, { memberId, task, lane }: Dialog) {
  const owner = { portal: { ...portal.portalOf(anna), memberId }, userId: anna };
  const hook = renderHook(() =>
    useDesk({
      owner,
      lane,
      compose: (text, { replyTo, asResult }) => {
        const result = asResult ? { asResult: task.taskId } : {};
        return replyTo === undefined
          ? { kind: 'taskText', text, target: { ...task, ...result } }
          : { kind: 'dialogMessage', text, target: { dialogId: lane, replyTo, ...result } };
      },
      composeFile: (file, text) => ({ kind: 'file', text, target: { dialogId: lane, ...file } }),
      read: (since) => reading(() => readSince(owner.portal.rest, lane, since)),
    }),
  );
  const desk = () => hook.result.current;
  const close = () => {
    hook.unmount();
    openDelivery(owner).delivery.stop();
  };
  onTestFinished(close);
  const until = (isTrue: (desk: Desk) => boolean) =>
    vi.waitUntil(() => isTrue(desk()), { timeout: 15_000, interval: 5 });
  return {
    desk,
    close,
    until,
    type: (text: string) => act(() => desk().setDraft(text)),
    reply: (messageId: number | null) => act(() => desk().setReplyTo(messageId)),
    send: (text: string, options?: SendOptions) => act(() => void desk().send(text, options)),
    /** @returns whether it is on its way */
    trySend: (text: string, options?: SendOptions) => act(() => desk().send(text, options)),
    edit: (key: string) => act(() => desk().edit(key)),
    setAsResult: (isWanted: boolean) => act(() => desk().setAsResult(isWanted)),
    takeOut: (key: string) => desk().takeOut(key),
    /** Texts are counted as the portal counts them. */
    whenLoaded: () => until(({ countOf }) => countOf('www.x.y') > 'www.x.y'.length),
    /** @returns the item's key */
    whenWaiting: async (text: string): Promise<string> => {
      const find = () => desk().items.find((item) => item.text === text && item.problem?.kind === 'limit');
      const item = await vi.waitUntil(find, { timeout: 15_000, interval: 5 });
      return item.key;
    },
  };
}

/** What stands in the database now, read in one transaction: the drafts by their text, and the texts on their way. */
export async function stored({ memberId, lane }: Dialog): Promise<{ drafts: string[]; items: string[] }> {
  const database = await rawDatabase();
  const transaction = database.transaction(['lanes', 'drafts'], 'readonly');
  const key = [memberId, anna, lane];
  const [record, drafts] = (await Promise.all([
    transaction.objectStore('lanes').get(key),
    transaction.objectStore('drafts').getAll(IDBKeyRange.bound(key, [...key, []])),
  ])) as [{ items: Array<{ text: string }> } | undefined, Array<{ text: string }>];
  database.close();
  return {
    drafts: drafts.map(({ text }) => text),
    items: (record?.items ?? []).map(({ text }) => text),
  };
}
