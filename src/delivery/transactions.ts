/** What one transaction does to the lanes and drafts of one person in one portal. */
import * as v from 'valibot';
import type { Transaction } from './database.ts';
import { draftSchema, joinDrafts, type Draft, type Written } from './drafts.ts';
import { removeOldWords } from './lastWords.ts';
import { isWorthKeeping } from './memory.ts';
import type { Owner } from './owner.ts';
import type { Change, DraftChange, LaneRecord } from './store.ts';
import { laneValue, readLane, touchedAt, type StoredLane } from './storedLane.ts';

/** ms; lanes and drafts that nobody touched for so long are removed. */
const keptFor = 60 * 24 * 60 * 60_000;

interface ChangeOptions {
  /** written only when the record changes */
  draft?: DraftChange | undefined;
  /** called with what is about to be written */
  willWrite?: (record: LaneRecord) => void;
}

interface Changed<Result> {
  record: LaneRecord;
  result: Result;
  /** false: nothing was written */
  isChanged: boolean;
}

export interface Transactions {
  /** Removes what is old, too. */
  readAll: (transaction: Transaction) => Promise<LaneRecord[]>;
  changeLane: <Result>(
    transaction: Transaction,
    lane: string,
    change: Change<Result>,
    more?: ChangeOptions,
  ) => Promise<Changed<Result>>;
  takeDrafts: (transaction: Transaction, lane: string, draftId: string) => Promise<Written>;
  writeDraft: (transaction: Transaction, lane: string, draft: DraftChange) => Promise<void>;
  readDrafts: (transaction: Transaction, lane: string) => Promise<Map<string, Draft>>;
}

export function createTransactions({ memberId, userId }: Owner): Transactions {
  const keyOf = <Rest extends string[]>(...rest: Rest): [string, number, ...Rest] => [
    memberId,
    userId,
    ...rest,
  ];

  /** Every key that begins like this one: an array sorts behind all strings. */
  function under(...rest: string[]): IDBKeyRange {
    return IDBKeyRange.bound(keyOf(...rest), [...keyOf(...rest), []]);
  }

  async function readOne(transaction: Transaction, lane: string): Promise<StoredLane> {
    return readLane(lane, await transaction.objectStore('lanes').get(keyOf(lane)));
  }

  async function write(transaction: Transaction, { record, unread }: StoredLane): Promise<void> {
    const lanes = transaction.objectStore('lanes');
    const key = keyOf(record.lane);
    const isWanted = isWorthKeeping(record) || unread.length > 0;
    await (isWanted ? lanes.put(laneValue({ record, unread }), key) : lanes.delete(key));
  }

  /** Those that this version can read. */
  async function readDrafts(transaction: Transaction, lane: string): Promise<Map<string, Draft>> {
    const drafts = transaction.objectStore('drafts');
    const [keys, values] = await Promise.all([drafts.getAllKeys(under(lane)), drafts.getAll(under(lane))]);
    return new Map(
      keys.flatMap(([, , , draftId], index): Array<[string, Draft]> => {
        const draft = v.safeParse(draftSchema, values[index]);
        return draft.success ? [[draftId, draft.output]] : [];
      }),
    );
  }

  async function writeDraft(
    transaction: Transaction,
    lane: string,
    { draftId, over, ...words }: DraftChange,
  ): Promise<void> {
    const drafts = transaction.objectStore('drafts');
    const key = keyOf(lane, draftId);
    if (over !== undefined && over !== textOf(await drafts.get(key))) return;
    const draft: Draft = { ...words, savedAt: Date.now() };
    await (draft.text === '' ? drafts.delete(key) : drafts.put(draft, key));
  }

  return {
    writeDraft,

    async readAll(transaction) {
      await removeOld(transaction);
      const lanes = transaction.objectStore('lanes');
      const [keys, values] = await Promise.all([lanes.getAllKeys(under()), lanes.getAll(under())]);
      return keys.map(([, , lane], index) => readLane(lane, values[index]).record);
    },

    async changeLane(transaction, lane, change, { draft, willWrite } = {}) {
      const { record, unread } = await readOne(transaction, lane);
      const next = change(record);
      if (next.record === record) return { ...next, isChanged: false };
      willWrite?.(next.record);
      // First the item: one that the browser cannot store must not cost the draft.
      await write(transaction, { record: next.record, unread });
      if (draft) await writeDraft(transaction, lane, draft);
      return { ...next, isChanged: true };
    },

    readDrafts,

    async takeDrafts(transaction, lane, draftId) {
      const found = await readDrafts(transaction, lane);
      const joined = joinDrafts([...found.values()]);
      for (const id of found.keys()) await transaction.objectStore('drafts').delete(keyOf(lane, id));
      await writeDraft(transaction, lane, { draftId, ...joined });
      return joined;
    },
  };
}

/** Of a draft; '' where there is none. */
function textOf(value: unknown): string {
  const draft = v.safeParse(draftSchema, value);
  return draft.success ? draft.output.text : '';
}

/** Whoever it belongs to: that person may never come back. */
async function removeOld(transaction: Transaction): Promise<void> {
  const before = Date.now() - keptFor;
  removeOldWords(before);
  for (const name of ['lanes', 'drafts'] as const) {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor) {
      if (touchedAt(cursor.value) < before) await cursor.delete();
      cursor = await cursor.continue();
    }
  }
}
