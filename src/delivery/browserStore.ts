/**
 * Items and drafts in IndexedDB, shared by all pages of one person in one portal. Nothing secret is stored.
 *
 * The browser may refuse, at once or in the middle: storage switched off, full, silent, deleted, wanted by a newer
 * version. From then on the page's memory is all there is, which so far was a mirror of what this page had seen:
 * nothing that it shows is lost while it lives. Items that the database held as queued ask first, since another page
 * may send them; what the page makes of them is written back as soon as possible (`afterRefusal.ts`). What is written
 * after the refusal goes out as ever, and is gone with the page.
 *
 * What remains possible: the browser refuses, the page goes away before its corrections could be written, and then the
 * database answers again. What stands there as queued is sent a second time, if it is young enough to be sent unasked:
 * an item queued before the refusal that the person had sent all the same, or one whose writing the browser finished
 * after we had given up waiting.
 */
import { startCorrecting, type Corrections } from './afterRefusal.ts';
import { defaultName, openDatabase } from './database.ts';
import { createMemory } from './memory.ts';
import type { Owner } from './owner.ts';
import type { Change, DeliveryStore, LaneRecord } from './store.ts';
import { createTransactions } from './transactions.ts';

/** `change` itself has thrown, which is none of the browser's doing. */
class Mistake {
  readonly reason: unknown;
  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/**
 * Opened when it is first needed. What the change passed to `change` throws comes back to the caller.
 * @param name the database's
 */
export function openBrowserStore(owner: Owner, name = defaultName): DeliveryStore {
  const memory = createMemory();
  const transactions = createTransactions(owner);
  const { readAll, changeLane, takeDrafts, readDrafts, writeDraft } = transactions;
  let isLasting = true;
  let corrections: Corrections | undefined;
  /** what a transaction that failed may have written all the same */
  let uncertain: LaneRecord | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const refuse = () => {
    isLasting = false;
    database.close();
  };
  const database = openDatabase(name, refuse);

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
      return otherwise((corrections ??= startCorrecting({ name, transactions, memory, uncertain })));
    });
    last = turn.catch(() => undefined);
    return turn;
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
          const { record, result, isChanged } = await database.run('strict', (transaction) =>
            changeLane(transaction, lane, guarded(change), {
              draft,
              willWrite(next) {
                uncertain = next;
              },
            }),
          );
          uncertain = undefined;
          memory.keep(record);
          if (draft && isChanged) memory.saveDraft(lane, draft);
          return result;
        },
        ({ laneChanged, draftChanged }) =>
          memory.change(
            lane,
            (before) => {
              const next = change(before);
              laneChanged(before, next.record);
              if (draft && next.record !== before) draftChanged(lane, draft);
              return next;
            },
            draft,
          ),
      ),
    takeDrafts: (lane, draftId) =>
      perform(
        async () => {
          const joined = await database.run('relaxed', (transaction) =>
            takeDrafts(transaction, lane, draftId),
          );
          memory.drafts.delete(lane);
          memory.saveDraft(lane, { draftId, ...joined });
          return joined;
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
          const { over: _, ...correction } = draft;
          if (memory.saveDraft(lane, draft)) draftChanged(lane, correction);
        },
      ),
    readDrafts: (lane) =>
      perform(
        async () => {
          const found = await database.run('relaxed', (transaction) => readDrafts(transaction, lane));
          memory.drafts.set(lane, new Map(found));
          return found;
        },
        () => memory.readDrafts(lane),
      ),
    isLasting: () => isLasting,
  };
}

function guarded<Result>(change: Change<Result>): Change<Result> {
  return (record) => {
    try {
      return change(record);
    } catch (error) {
      throw new Mistake(error);
    }
  };
}
