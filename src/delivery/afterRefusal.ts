/**
 * What a page owes the database that has refused it: what stands there as to be sent, and is dealt with in this
 * page's memory since, must not be sent once more by another page. So corrections are written as soon as the browser
 * lets us. Nothing but corrections: what the database never held stays in memory, since one that gets there as to be
 * sent, and can then not be marked as sent, would be sent twice.
 */
import { runOnce, type Transaction } from './database.ts';
import { leftCode, type Item } from './item.ts';
import type { Memory } from './memory.ts';
import type { DraftChange, LaneRecord } from './store.ts';
import type { Transactions } from './transactions.ts';

export interface Corrections {
  /** To be told of every change that was made in memory. */
  laneChanged: (before: LaneRecord, after: LaneRecord) => void;
  draftChanged: (lane: string, draft: DraftChange) => void;
}

/** ms between two tries. */
const pause = 10_000;

interface CorrectingOptions {
  /** the database's */
  name: string;
  transactions: Transactions;
  /** what the page has seen of the database, and nothing changed in it so far */
  memory: Memory;
  /** a record that the browser may have written, although it said otherwise */
  uncertain: LaneRecord | undefined;
}

/**
 * To be called once. What is queued in the database asks first from now on: another page may have sent it since this
 * one has looked.
 */
export function startCorrecting({ name, transactions, memory, uncertain }: CorrectingOptions): Corrections {
  const heldItems = new Set(
    [...memory.lanes.values(), ...(uncertain ? [uncertain] : [])].flatMap(({ items }) =>
      items.map(({ key }) => key),
    ),
  );
  const heldDrafts = new Set([...memory.drafts.values()].flatMap((ofLane) => Array.from(ofLane.keys())));
  /** what is still to be written, the newest of each item and draft */
  const owed = new Map<string, (transaction: Transaction) => Promise<unknown>>();
  let isTrying = false;
  for (const record of memory.lanes.values()) {
    memory.keep({ ...record, items: record.items.map((item) => askingFirst(item)) });
  }

  function owe(what: string, write: (transaction: Transaction) => Promise<unknown>): void {
    owed.set(what, write);
    if (!isTrying) void tryUntilWritten();
  }

  async function tryUntilWritten(): Promise<void> {
    isTrying = true;
    while (owed.size > 0) {
      const now = [...owed];
      try {
        await runOnce(name, async (transaction) => {
          for (const [, write] of now) await write(transaction);
        });
        for (const [what, write] of now) if (owed.get(what) === write) owed.delete(what);
      } catch {
        await new Promise((resolve) => {
          setTimeout(resolve, pause);
        });
      }
    }
    isTrying = false;
  }

  function correct(lane: string, key: string, item: Item | null, floor: number): void {
    owe(`item ${key}`, (transaction) =>
      transactions.changeLane(transaction, lane, (stored) => ({
        record: corrected(stored, key, item, floor),
        result: undefined,
      })),
    );
  }

  return {
    laneChanged({ lane, items: before }, { items: after, floor }) {
      const gone = before.filter(({ key }) => !after.some((item) => item.key === key));
      const changed = after.filter((item) => !before.includes(item));
      for (const { key } of gone) if (heldItems.has(key)) correct(lane, key, null, floor);
      for (const item of changed) if (heldItems.has(item.key)) correct(lane, item.key, item, floor);
    },
    draftChanged(lane, draft) {
      if (!heldDrafts.has(draft.draftId)) return;
      owe(`draft ${lane} ${draft.draftId}`, (transaction) =>
        transactions.writeDraft(transaction, lane, draft),
      );
    },
  };
}

function corrected(stored: LaneRecord, key: string, item: Item | null, floor: number): LaneRecord {
  const before = stored.items.find((other) => other.key === key);
  // Where it is sent, another page knows that for certain.
  if (!before || (item && before.state === 'sent')) return stored;
  const items = stored.items.flatMap((other) => (other === before ? (item ? askingFirst(item) : []) : other));
  return { ...stored, floor: Math.max(stored.floor, floor), items };
}

/** Nobody who finds it sends it unasked. */
function askingFirst(item: Item): Item {
  if (item.state !== 'queued') return item;
  const { notBefore: _notBefore, ...rest } = item;
  return { ...rest, state: 'stillUnclear', problem: { kind: 'unclear', code: leftCode, portalText: '' } };
}
