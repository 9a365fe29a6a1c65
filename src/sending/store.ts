/**
 * Where typed text survives a reload: the draft and the open messages of one dialog, in IndexedDB.
 * Each message has a record of its own, so that frames of the same person do not write over each other.
 */
import { createStore, delMany, entries, set, setMany } from 'idb-keyval';
import * as v from 'valibot';
import type { Outgoing, Problem } from './outgoing.ts';

export interface StoredDialog {
  draft: string;
  items: Outgoing[];
}

export interface DialogStore {
  load(): Promise<StoredDialog>;
  saveDraft(text: string): Promise<void>;
  /** Makes the draft a message: both change, or neither does. */
  startSending(item: Outgoing): Promise<void>;
  save(item: Outgoing): Promise<void>;
  remove(key: string): Promise<void>;
  /** false once the browser has refused: from then on the page's memory is all there is */
  isLasting(): boolean;
}

const problem: v.GenericSchema<Problem> = v.object({
  kind: v.picklist([
    'auth',
    'denied',
    'scope',
    'validation',
    'notFound',
    'limit',
    'refused',
    'unreachable',
    'unclear',
    'malformed',
    'host',
  ]),
  code: v.string(),
  portalText: v.string(),
  scope: v.exactOptional(v.string()),
});
const outgoing: v.GenericSchema<Outgoing> = v.object({
  key: v.string(),
  text: v.string(),
  state: v.picklist(['queued', 'sending', 'confirming', 'refused', 'stillUnclear', 'accepted']),
  createdAt: v.number(),
  attemptedAt: v.exactOptional(v.number()),
  baseline: v.number(),
  problem: v.exactOptional(problem),
});

/** ms; a database that stays silent must not hold up a message. */
const answerLimit = 5_000;

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
  const draftKey = keyOf('draft');
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

  async function load(): Promise<StoredDialog> {
    const found: StoredDialog = { draft: '', items: [] };
    for (const [key, value] of await entries<IDBValidKey, unknown>(database)) {
      if (!Array.isArray(key) || draftKey.slice(0, 3).some((part, index) => key[index] !== part)) continue;
      if (key[3] === 'draft' && typeof value === 'string') found.draft = value;
      if (key[3] === 'item' && v.is(outgoing, value)) found.items.push(value);
    }
    found.items.sort((a, b) => a.createdAt - b.createdAt);
    return found;
  }

  return {
    load: () => attempt(load, { draft: '', items: [] }),
    saveDraft: (text) => attempt(() => set(draftKey, text, database), undefined),
    startSending: (item) =>
      attempt(
        () =>
          setMany(
            // In this order: an item the browser cannot store must not cost the draft.
            [
              [keyOf('item', item.key), item],
              [draftKey, ''],
            ],
            database,
          ),
        undefined,
      ),
    save: (item) => attempt(() => set(keyOf('item', item.key), item, database), undefined),
    remove: (key) => attempt(() => delMany([keyOf('item', key)], database), undefined),
    isLasting: () => isLasting,
  };
}
