/**
 * The messages of one dialog that are on their way. One attempt each, in order; what came of an attempt is looked up
 * in the chat before anything is said about it.
 *
 *   queued -> sending -> confirming -> (seen in the chat: gone from here, the chat shows it)
 *                |            `-> stillUnclear   not seen for `patience`; the person decides
 *                `-> refused                     nothing was written
 *   confirming -> accepted                       the person may write to the chat but not read it
 *
 * Stands in for delivery proper (one sender for all windows, offline queue, keyed sends), which takes its place.
 */
import type { Message } from '../portal/methods/dialogMessages.ts';
import { newKey, type Outgoing, type OutgoingState, type Problem } from './outgoing.ts';
import { isMessageOf, mayStandInChat, mustWaitFor } from './recognise.ts';
import { asLeftBehind } from './restore.ts';
import type { DialogStore } from './store.ts';
import type { Outcome } from './taskMessage.ts';

export interface OutboxState {
  /** in the order they were written */
  items: readonly Outgoing[];
  /** message id -> key of the item that became it; the row keeps that key */
  claims: ReadonlyMap<number, string>;
}

/** Messages ascending by id, or why there are none: this person may not read the chat, or the reading failed. */
export type ChatReading = readonly Message[] | 'denied' | 'failed';

export interface OutboxOptions {
  userId: number;
  store: DialogStore;
  /** the one attempt; never rejects */
  send: (text: string) => Promise<Outcome>;
  /** reads all messages of the chat with an id above `since` now; 'failed' when it did not get that far */
  readChat: (since: number) => Promise<ChatReading>;
}

export interface Outbox {
  getState: () => OutboxState;
  subscribe: (listener: () => void) => () => void;
  /** Takes up what an earlier page left behind; nothing of it is sent again unasked. */
  restore: (items: readonly Outgoing[]) => void;
  /** The text is stored before this resolves, and the first byte leaves after that. */
  add: (text: string) => Promise<void>;
  /** What the chat holds, ascending by id; confirms items. */
  settle: (messages: readonly Message[]) => void;
  checkAgain: (key: string) => Promise<void>;
  /** One in doubt: reads the chat once more, and only if the message is not there it is sent as new. */
  sendAgain: (key: string) => Promise<void>;
  remove: (key: string) => void;
  /** The connection is back: what waited goes out. */
  resume: () => void;
}

/** ms after the end of the attempt at which the chat is read; then the person is asked. */
const schedule = [0, 500, 2_000, 5_000, 15_000, 40_000];
const patience = 75_000;
/** ms between readings while the chat itself cannot be read */
const retryReading = 15_000;

/** One outbox for one dialog of one person, for the life of the page. Nothing is read or sent before it is asked to. */
export function createOutbox({ userId, store, send, readChat }: OutboxOptions): Outbox {
  let state: OutboxState = { items: [], claims: new Map() };
  let seen: readonly Message[] = [];
  let isRunning = false;
  /** keys of the items this page keeps in the store; those of another page are only shown until the person decides */
  const own = new Set<string>();
  const listeners = new Set<() => void>();

  const find = (key: string) => state.items.find((item) => item.key === key);
  const newestSeen = () => seen.at(-1)?.id ?? 0;

  function publish(next: Partial<OutboxState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function forget(key: string): void {
    publish({ items: state.items.filter((item) => item.key !== key) });
    // One with the same text may have waited for it.
    void run();
  }

  /** Another window may have taken the message over or removed it: then it goes from here as well. */
  async function change(key: string, to: OutgoingState, problem?: Problem): Promise<void> {
    const item = find(key);
    if (!item) return;
    const { problem: _, ...rest } = item;
    const next: Outgoing = { ...rest, state: to, ...(problem ? { problem } : {}) };
    if (to === 'sending') Object.assign(next, { baseline: newestSeen(), attemptedAt: Date.now() });
    publish({ items: state.items.map((other) => (other.key === key ? next : other)) });
    // An accepted message is with the portal: after a reload there is nothing left to say about it.
    if (to === 'accepted') await store.remove(key);
    else if (own.has(key) && !(await store.update(next))) forget(key);
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = nextToSend(); next; next = nextToSend()) {
      await change(next.key, 'sending');
      // Gone while it was being stored: no byte has left yet.
      if (!find(next.key)) continue;
      // Seen in the chat before the answer came: the next one need not wait for it.
      await Promise.race([attempt(next), whenGone(next.key)]);
    }
    isRunning = false;
  }

  async function attempt({ key, text }: Outgoing): Promise<void> {
    await conclude(key, await send(text));
  }

  function whenGone(key: string): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (find(key)) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
    });
  }

  function nextToSend(): Outgoing | undefined {
    if (!navigator.onLine) return undefined;
    for (const [index, next] of state.items.entries()) {
      if (next.state !== 'queued') continue;
      const obstacles = state.items.slice(0, index).filter((before) => mustWaitFor(before, next));
      if (obstacles.length === 0) return next;
      // One that waits for the person's word does not hold up what comes after it; everything else keeps its order.
      if (obstacles.some(({ state: before }) => before !== 'stillUnclear')) return undefined;
    }
    return undefined;
  }

  async function conclude(key: string, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'refused') return change(key, 'refused', outcome.problem);
    await change(key, 'confirming', outcome.kind === 'unclear' ? outcome.problem : undefined);
    void confirm(key);
  }

  /** @param age ms since the end of the attempt. Measured on: the clock on the wall may be set. */
  async function confirm(key: string, age = 0): Promise<void> {
    const endOfAttempt = performance.now() - Math.min(Math.max(age, 0), patience);
    for (const delay of schedule) {
      const wait = endOfAttempt + delay - performance.now();
      if (wait < 0 && delay > 0) continue;
      await pause(wait);
      await lookUp(key);
      if (find(key)?.state !== 'confirming') return;
    }
    await pause(endOfAttempt + patience - performance.now());
    while (!(await lookUp(key))) await pause(retryReading);
    if (find(key)?.state === 'confirming') await change(key, 'stillUnclear', find(key)?.problem);
    void run();
  }

  /** @returns false when nothing can be said, because the chat could not be read */
  async function lookUp(key: string): Promise<boolean> {
    const item = find(key);
    if (item?.state !== 'confirming') return true;
    const reading = await readChat(item.baseline);
    if (reading === 'failed') return false;
    if (reading !== 'denied') {
      settle(reading);
      return true;
    }
    await (item.problem ? change(key, 'stillUnclear', item.problem) : change(key, 'accepted'));
    void run();
    return true;
  }

  function settle(messages: readonly Message[]): void {
    seen = messages;
    const claims = new Map(state.claims);
    const confirmed = new Set<string>();
    for (const item of state.items.filter(mayStandInChat)) {
      const match = messages.find((message) => !claims.has(message.id) && isMessageOf(item, message, userId));
      if (!match) continue;
      claims.set(match.id, item.key);
      confirmed.add(item.key);
    }
    if (confirmed.size === 0) return;
    publish({ claims, items: state.items.filter((item) => !confirmed.has(item.key)) });
    for (const key of confirmed) void store.remove(key);
    void run();
  }

  function restore(items: readonly Outgoing[]): void {
    const found = items.filter((item) => !find(item.key)).map(asLeftBehind);
    publish({ items: [...found, ...state.items] });
    settle(seen);
    for (const { key, state: left, createdAt, attemptedAt } of found) {
      if (left === 'confirming') void confirm(key, Date.now() - (attemptedAt ?? createdAt));
    }
  }

  async function add(text: string): Promise<void> {
    const item: Outgoing = {
      key: newKey(),
      text,
      state: 'queued',
      // A reload finds them in this order, however coarse the clock.
      createdAt: Math.max(Date.now(), ...state.items.map(({ createdAt }) => createdAt + 1)),
      baseline: newestSeen(),
    };
    own.add(item.key);
    publish({ items: [...state.items, item] });
    await store.startSending(item);
    void run();
  }

  async function checkAgain(key: string): Promise<void> {
    const before = find(key);
    await change(key, 'confirming', before?.problem);
    await lookUp(key);
    // One that is still being looked for goes on; one that was given up goes back to the person.
    if (before?.state === 'stillUnclear' && find(key)?.state === 'confirming') {
      await change(key, 'stillUnclear', before.problem);
    }
  }

  async function sendAgain(key: string): Promise<void> {
    const before = find(key);
    if (before?.state === 'stillUnclear') {
      await change(key, 'confirming', before.problem);
      const isRead = await lookUp(key);
      if (!isRead) await change(key, 'stillUnclear', before.problem);
      if (!isRead || !find(key) || find(key)?.state === 'accepted') return;
    } else if (before?.state !== 'refused') return;
    await takeOver(before);
    void run();
  }

  /** Makes a message this page's own, to be sent as new; one that another window has dealt with goes. */
  async function takeOver({ key, text, createdAt }: Outgoing): Promise<void> {
    const next: Outgoing = { key: newKey(), text, createdAt, state: 'queued', baseline: newestSeen() };
    if (!(await store.take(key, next))) return forget(key);
    own.add(next.key);
    publish({ items: state.items.map((item) => (item.key === key ? next : item)) });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restore,
    add,
    settle,
    checkAgain,
    sendAgain,
    remove(key) {
      forget(key);
      void store.remove(key);
    },
    resume: () => void run(),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(ms, 0));
  });
}
