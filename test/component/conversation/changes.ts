/** Changes of own messages as a page has them, over the local portal. */
import { act, renderHook } from '@testing-library/react';
import { useMemo } from 'react';
import { expect, inject, vi } from 'vitest';
import { useEditing, type Editing } from '../../../src/conversation/actions/useEditing.ts';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import type { Owner } from '../../../src/delivery/owner.ts';
import type { DeliveryStore } from '../../../src/delivery/store.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { sendDialogMessage } from '../../../src/portal/methods/messages.ts';
import type { Rest } from '../../../src/portal/rest.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import { newOwner } from '../delivery/pages.ts';
import { classicRest } from '../portal/classicRest.ts';

export const dialogId = 'chat65';
export const lane = `edits:${dialogId}`;
export const origin = inject('portalOrigin');
export const rest = classicRest(origin, inject('portalTokens').admin);
/** Nobody answers there. */
export const nowhere = classicRest('http://127.0.0.1:9', inject('portalTokens').admin);

interface OpenOptions {
  /** writes */
  over?: Rest;
  /** reads the message before it is saved */
  readBy?: Rest;
  owner?: Owner;
  /** false: it is still being loaded */
  hasStore?: boolean;
  store?: DeliveryStore;
}

interface Shown {
  messages: Message[];
  over: Rest;
  hasStore: boolean;
}

/** @param message that is begun; null: none */
export function open(
  message: Message | null,
  { over = rest, readBy = rest, owner = newOwner(), hasStore = true, ...more }: OpenOptions = {},
) {
  const refresh = vi.fn<(messageId: number) => void>();
  const onStored = vi.fn<() => void>();
  const { store = openBrowserStore(owner) } = more;
  const read = async (id: number) =>
    (await getMessages(readBy, dialogId, id + 1)).messages.find((one) => one.id === id);
  const { result, rerender, unmount } = renderHook(
    (props: Shown) => {
      const editStore = useMemo(
        () => ({ owner, store: props.hasStore ? store : null, onStored }),
        [props.hasStore],
      );
      const { messages, over: writing } = props;
      return useEditing({ rest: writing, editStore, lane, messages, isSameText, read, refresh });
    },
    { initialProps: { messages: message ? [message] : [], over, hasStore } },
  );
  let props: Shown = { messages: message ? [message] : [], over, hasStore };
  const change = (next: Partial<Shown>) => rerender((props = { ...props, ...next }));
  if (message) act(() => result.current.begin(message));
  return {
    editing: () => result.current,
    refresh,
    onStored,
    store,
    close: unmount,
    /** It knows what is stored: one comes after the other. */
    whenRead: () =>
      act(async () => {
        await store.readDrafts(lane);
        await store.readDrafts(lane);
      }),
    /** The chat says this now. */
    show: (messages: Message[]) => change({ messages }),
    /** The store is there, or the portal again. */
    change,
  };
}

/** What a page that comes now finds, by message. */
export async function kept(owner: Owner): Promise<Map<number, string>> {
  const drafts = await openBrowserStore(owner).readDrafts(lane);
  return new Map([...drafts].map(([id, { text }]) => [Number(id), text]));
}

/** A page that comes now finds no change. */
export async function nothingKept(owner: Owner): Promise<void> {
  await expect.poll(async () => (await openBrowserStore(owner).readDrafts(lane)).size).toBe(0);
  expect(Object.keys(localStorage).filter((key) => key.includes(owner.memberId))).toEqual([]);
}

/** Under way when this returns. */
export function save(editing: () => Editing): Promise<void> {
  const under = { way: Promise.resolve() };
  act(() => {
    under.way = editing().save();
  });
  return under.way;
}

export async function said(text: string): Promise<Message> {
  return readBack(await sendDialogMessage(rest, { dialogId, text, templateId: crypto.randomUUID() }));
}

export async function readBack(id: number): Promise<Message> {
  const { messages } = await getMessages(rest, dialogId, id + 1);
  const message = messages.at(-1);
  if (message?.id !== id) throw new Error(`Message ${id} is not there`);
  return message;
}
