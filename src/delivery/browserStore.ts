/**
 * Items and drafts in IndexedDB, shared by all pages of one person in one portal. Nothing secret is stored.
 *
 * The browser may refuse, at once or in the middle: storage switched off, full, silent, deleted, wanted by a newer
 * version. From then on the page's memory is all there is, which so far was a mirror of what this page had seen:
 * nothing that it shows is lost while it lives. Items that the database held as queued ask first, since another page
 * may send them; what the page makes of them is written back as soon as possible (`afterRefusal.ts`). What is written
 * after the refusal goes out as ever, and is gone with the page.
 *
 * What remains possible: the browser refuses, the person has an item that was queued before sent all the same, the
 * page goes away before its correction could be written, and then the database answers again. The next page sends that
 * item a second time, if it is young enough to be sent unasked.
 */
import { startCorrecting, type Corrections } from './afterRefusal.ts';
import { openDatabase, type Transaction } from './database.ts';
import { draftSchema, joinDrafts } from './drafts.ts';
import { createMemory, isWorthKeeping } from './memoryStore.ts';
import type { Owner } from './owner.ts';
import { laneValue, readLane, touchedAt } from './storedLane.ts';
import type { Change, DeliveryStore, DraftChange, LaneRecord } from './store.ts';
import * as v from 'valibot';

/** ms; lanes and drafts that nobody touched for so long are removed. */
const keptFor = 60 * 24 * 60 * 60_000;

type Key = [memberId: string, userId: number, ...rest: string[]];

/** `change` itself has thrown, which is none of the browser's doing. */
class Mistake {
  readonly reason: unknown;
  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/** Opened when it is first needed. What the change passed to `change` throws comes back to the caller. */
export function openBrowserStore(owner: Owner): DeliveryStore {
  const memory = createMemory();
  let isLasting = true;
  let corrections: Corrections | undefined;
  /** what a transaction that failed may have written all the same */
  let uncertain: LaneRecord | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const refuse = () => {
    isLasting = false;
    database.close();
  };
  const database = openDatabase(refuse);

  /** One after the other, so that nothing of the database comes after the page has gone over to its memory. */
  function perform<Value>(
    action: () => Promise<Value>,
    otherwise: (corrections: Corrections) => Value,
  ): Promise<Value> {
    const turn = last.then(async () => {
      if (isLasting) {
        try {
          return await action();
        } catch (error) {
          if (error instanceof Mistake) throw error.reason;
          refuse();
        }
      }
      return otherwise((corrections ??= startCorrecting(owner, memory, uncertain)));
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  const keyOf = <Rest extends string[]>(...rest: Rest): [string, number, ...Rest] => [
    owner.memberId,
    owner.userId,
    ...rest,
  ];

  async function readAll(transaction: Transaction): Promise<LaneRecord[]> {
    await removeOld(transaction);
    const lanes = transaction.objectStore('lanes');
    const range = everyKeyUnder(keyOf());
    const [keys, values] = await Promise.all([lanes.getAllKeys(range), lanes.getAll(range)]);
    return keys.map(([, , lane], index) => readLane(lane, values[index]).record);
  }

  async function changeLane<Result>(
    transaction: Transaction,
    lane: string,
    change: Change<Result>,
  ): Promise<{ record: LaneRecord; result: Result }> {
    const lanes = transaction.objectStore('lanes');
    const { record, unread } = readLane(lane, await lanes.get(keyOf(lane)));
    const next = decide(change, record);
    if (next.record !== record) {
      uncertain = next.record;
      if (isWorthKeeping(next.record) || unread.length > 0) {
        await lanes.put(laneValue({ record: next.record, unread }), keyOf(lane));
      } else await lanes.delete(keyOf(lane));
    }
    return next;
  }

  async function writeDraft(transaction: Transaction, lane: string, { draftId, text }: DraftChange) {
    const drafts = transaction.objectStore('drafts');
    const key = keyOf(lane, draftId);
    await (text === '' ? drafts.delete(key) : drafts.put({ text, savedAt: Date.now() }, key));
  }

  async function takeDrafts(transaction: Transaction, lane: string, draftId: string): Promise<string> {
    const drafts = transaction.objectStore('drafts');
    const range = everyKeyUnder(keyOf(lane));
    const [keys, values] = await Promise.all([drafts.getAllKeys(range), drafts.getAll(range)]);
    const text = joinDrafts(values.filter((value) => v.is(draftSchema, value)));
    for (const [index, key] of keys.entries()) if (v.is(draftSchema, values[index])) await drafts.delete(key);
    await writeDraft(transaction, lane, { draftId, text });
    return text;
  }

  return {
    readAll: () =>
      perform(
        async () => {
          const records = await database.run('relaxed', readAll);
          memory.lanes.clear();
          for (const record of records) memory.keep(record);
          return memory.readAll();
        },
        () => memory.readAll(),
      ),
    change: (lane, change, draft) =>
      perform(
        async () => {
          const { record, result } = await database.run('strict', async (transaction) => {
            // First the item: one that the browser cannot store must not cost the draft.
            const changed = await changeLane(transaction, lane, change);
            if (draft) await writeDraft(transaction, lane, draft);
            return changed;
          });
          uncertain = undefined;
          memory.keep(record);
          if (draft) memory.saveDraft(lane, draft);
          return result;
        },
        ({ laneChanged, draftChanged }) =>
          memory.change(
            lane,
            (before) => {
              const next = change(before);
              laneChanged(before, next.record);
              if (draft) draftChanged(lane, draft);
              return next;
            },
            draft,
          ),
      ),
    takeDrafts: (lane, draftId) =>
      perform(
        async () => {
          const text = await database.run('relaxed', (transaction) => takeDrafts(transaction, lane, draftId));
          memory.drafts.delete(lane);
          memory.saveDraft(lane, { draftId, text });
          return text;
        },
        () => memory.takeDrafts(lane, draftId),
      ),
    saveDraft: (lane, draft) =>
      perform(
        async () => {
          await database.run('relaxed', (transaction) => writeDraft(transaction, lane, draft));
          memory.saveDraft(lane, draft);
        },
        ({ draftChanged }) => {
          memory.saveDraft(lane, draft);
          draftChanged(lane, draft);
        },
      ),
    isLasting: () => isLasting,
  };
}

function decide<Result>(change: Change<Result>, record: LaneRecord): ReturnType<Change<Result>> {
  try {
    return change(record);
  } catch (error) {
    throw new Mistake(error);
  }
}

/** Every key that begins like this one: an array sorts behind all strings. */
function everyKeyUnder(key: Key): IDBKeyRange {
  return IDBKeyRange.bound(key, [...key, []]);
}

/** Whoever they belong to: their owner may never come back. */
async function removeOld(transaction: Transaction): Promise<void> {
  for (const name of ['lanes', 'drafts'] as const) {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor) {
      if (touchedAt(cursor.value) < Date.now() - keptFor) await cursor.delete();
      cursor = await cursor.continue();
    }
  }
}
