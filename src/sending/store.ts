/**
 * Where typed text survives a reload: drafts and open messages of one dialog, in IndexedDB. Several windows of one
 * person share it: each has a draft of its own, and a change that could undo another window's is one transaction
 * that looks first.
 */
import { createStore, del, promisifyRequest, set } from 'idb-keyval';
import * as v from 'valibot';
import { newKey, outgoingSchema, type Outgoing } from './outgoing.ts';

export interface StoredDialog {
  draft: string;
  items: Outgoing[];
}

export interface DialogStore {
  /** The drafts that were left behind become this window's one. */
  load(): Promise<StoredDialog>;
  saveDraft(text: string): Promise<void>;
  /** Keeps the message and empties the draft: both, or neither. */
  startSending(item: Outgoing): Promise<void>;
  /** false: the message is no longer there, another window has dealt with it; nothing was written */
  update(item: Outgoing): Promise<boolean>;
  /** Puts `next` in the place of the message `key`; false as in `update`. */
  take(key: string, next: Outgoing): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** false once the browser has refused: from then on the page's memory is all there is */
  isLasting(): boolean;
}

/** ms; a database that stays silent must not hold up a message. */
const answerLimit = 5_000;

const draftSchema = v.object({ text: v.string(), savedAt: v.number() });

function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), answerLimit);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * @param owner portal (`member_id`) and user: frames under two portals may share one storage (BF 6)
 * @param dialog what is written to, for example `task:51`
 */
export function openDialogStore(owner: { memberId: string; userId: number }, dialog: string): DialogStore {
  const database = createStore('chat-desk', 'dialogs');
  const keyOf = (...rest: string[]): string[] => [owner.memberId, String(owner.userId), dialog, ...rest];
  const keyOfItem = (key: string) => keyOf('item', key);
  const draftKey = keyOf('draft', newKey());
  let isLasting = true;

  async function attempt<Value>(action: () => Promise<Value>, otherwise: Value): Promise<Value> {
    if (!isLasting) return otherwise;
    try {
      return await inTime(action());
    } catch {
      isLasting = false;
      return otherwise;
    }
  }

  /** Reads one record and writes by what it says, in one transaction. */
  async function change(key: string[], write: (records: IDBObjectStore, before: unknown) => void) {
    await database('readwrite', async (records) => {
      write(records, await promisifyRequest<unknown>(records.get(key)));
      await promisifyRequest(records.transaction);
    });
  }

  async function replace(key: string, next: Outgoing): Promise<boolean> {
    let isThere = false;
    await change(keyOfItem(key), (records, before) => {
      isThere = before !== undefined;
      if (!isThere) return;
      if (key !== next.key) records.delete(keyOfItem(key));
      records.put(next, keyOfItem(next.key));
    });
    return isThere;
  }

  async function load(): Promise<StoredDialog> {
    const items: Outgoing[] = [];
    let draft = '';
    await database('readwrite', async (records) => {
      // Every key that begins like this one: an array sorts behind all strings.
      const range = IDBKeyRange.bound(keyOf(), [...keyOf(), []]);
      const keys = await promisifyRequest(records.getAllKeys(range));
      const values = await promisifyRequest<unknown[]>(records.getAll(range));
      for (const value of values) if (v.is(outgoingSchema, value)) items.push(value);
      draft = joinDrafts(values.filter((value) => v.is(draftSchema, value)));
      for (const [index, key] of keys.entries()) if (v.is(draftSchema, values[index])) records.delete(key);
      if (draft !== '') records.put({ text: draft, savedAt: Date.now() }, draftKey);
      await promisifyRequest(records.transaction);
    });
    items.sort((one, other) => one.createdAt - other.createdAt);
    return { draft, items };
  }

  return {
    load: () => attempt(load, { draft: '', items: [] }),
    saveDraft: (text) => attempt(() => set(draftKey, { text, savedAt: Date.now() }, database), undefined),
    startSending: (item) =>
      attempt(
        () =>
          change(keyOfItem(item.key), (records) => {
            // First the message: one the browser cannot store must not cost the draft.
            records.put(item, keyOfItem(item.key));
            records.delete(draftKey);
          }),
        undefined,
      ),
    update: (item) => attempt(() => replace(item.key, item), true),
    take: (key, next) => attempt(() => replace(key, next), true),
    async remove(key) {
      try {
        await inTime(del(keyOfItem(key), database));
      } catch {
        // Tried even after a refusal: what stays behind would come back as a doubt.
      }
    },
    isLasting: () => isLasting,
  };
}

/** Oldest first; one that only begins like another was that draft a moment earlier, in another window. */
function joinDrafts(drafts: ReadonlyArray<v.InferOutput<typeof draftSchema>>): string {
  const texts = drafts.toSorted((one, other) => one.savedAt - other.savedAt).map(({ text }) => text);
  const whole = texts.filter(
    (text, index) =>
      text.trim() !== '' && !texts.some((other, at) => at !== index && contains(other, text, at > index)),
  );
  return whole.join('\n');
}

function contains(other: string, text: string, isLater: boolean): boolean {
  return other === text ? isLater : other.startsWith(text);
}
