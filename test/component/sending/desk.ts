/** A chat as the portal keeps it, an outbox that writes to it, and a clock that only runs when it is told to. */
import { vi } from 'vitest';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { createOutbox, type ChatReading } from '../../../src/sending/outbox.ts';
import { newKey, type Outgoing, type OutgoingState, type Problem } from '../../../src/sending/outgoing.ts';
import { openDialogStore } from '../../../src/sending/store.ts';
import type { Outcome } from '../../../src/sending/taskMessage.ts';
import { message as anyMessage } from '../../fixtures/message.ts';

export const me = 1;
export const lost: Problem = { kind: 'unreachable', code: 'NETWORK', portalText: '' };
export const answered: Outcome = { kind: 'answered' };
export const unclear: Outcome = { kind: 'unclear', problem: lost };
export const refused: Outcome = {
  kind: 'refused',
  problem: { kind: 'denied', code: 'ACCESSDENIEDEXCEPTION', portalText: 'Access denied.' },
};

/** What one attempt does: is the message written, and what is the sender told? */
export interface Attempt {
  writes: boolean;
  outcome: Outcome;
}

export const works: Attempt = { writes: true, outcome: answered };

let nextId = 1_000;

export function message(text: string, more: Partial<Message> = {}): Message {
  nextId += 1;
  return anyMessage(nextId, { authorId: me, date: new Date().toISOString(), text, ...more });
}

export interface Chat {
  messages: Message[];
  /** texts that were sent, in order */
  sent: string[];
  /** ms at which the chat was read */
  readAt: number[];
  /** what the next attempts do; afterwards all work */
  attempts: Attempt[];
  /** what a reading gives instead of the messages */
  reading: 'denied' | 'failed' | null;
  send: (text: string) => Promise<Outcome>;
  readChat: () => Promise<ChatReading>;
}

export function chatWith(...attempts: Attempt[]): Chat {
  const chat: Chat = {
    messages: [],
    sent: [],
    readAt: [],
    attempts,
    reading: null,
    send(text) {
      chat.sent.push(text);
      const { writes, outcome } = chat.attempts.shift() ?? works;
      if (writes) chat.messages.push(message(text));
      return Promise.resolve(outcome);
    },
    readChat() {
      chat.readAt.push(Date.now());
      return Promise.resolve(chat.reading ?? [...chat.messages]);
    },
  };
  return chat;
}

/** A portal and person that no other test uses. */
export const newOwner = () => ({ memberId: newKey(), userId: me });
export const dialog = 'task:51';

/** One page: an outbox on the store of `owner`, as `useOutbox` and `TaskChat` put them together. */
export function pageOf(chat: Chat, owner = newOwner()) {
  const store = openDialogStore(owner, dialog);
  const outbox = createOutbox({
    userId: me,
    store,
    send: (text) => chat.send(text),
    readChat: chat.readChat,
  });
  const history: string[] = [];
  outbox.subscribe(() => {
    const states = outbox.getState().items.map(({ text, state }) => `${text}: ${state}`);
    history.push(states.join(', ') || 'nothing');
  });
  return {
    owner,
    store,
    outbox,
    /** what a screen would have shown, one entry a change */
    history,
    items: () => outbox.getState().items,
    states: (): OutgoingState[] => outbox.getState().items.map(({ state }) => state),
    claims: () => [...outbox.getState().claims.keys()],
    keyOf: (text: string) => outbox.getState().items.find((item) => item.text === text)?.key ?? '',
    /** what a new page would find */
    stored: async (): Promise<Outgoing[]> => (await openDialogStore(owner, dialog).load()).items,
  };
}

const realSetTimeout = setTimeout.bind(globalThis);
const probe = openDialogStore({ memberId: 'probe', userId: 0 }, 'probe');

/** Only the clock is replaced: IndexedDB must go on as it is. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
}

/** Until everything that needs no clock has happened; a reading waits in line behind all writes before it. */
export async function quiet(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await probe.load();
    await new Promise((resolve) => {
      realSetTimeout(resolve, 0);
    });
  }
}

/** Lets `ms` pass (and a few more: what they set off has clocks of its own), and everything happen meanwhile. */
export async function pass(ms: number): Promise<void> {
  await quiet();
  const steps = [...Array.from({ length: Math.floor(ms / 10_000) }, () => 10_000), ms % 10_000, 1, 1, 1];
  for (const step of steps) {
    await vi.advanceTimersByTimeAsync(step);
    await quiet();
  }
}
