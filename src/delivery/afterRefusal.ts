/**
 * What a page owes the database that has refused it: what stands there as to be sent, and is dealt with in this
 * page's memory since, must not be sent once more by another page. So corrections are written as soon as the browser
 * lets us. Nothing but corrections: what the database never held stays in memory, since one that gets there as to be
 * sent, and can then not be marked as sent, would be sent twice.
 */
import { runOnce, type Transaction } from './database.ts';
import { leftCode, type Item } from './item.ts';
import type { Memory } from './memoryStore.ts';
import type { Owner } from './owner.ts';
import { laneValue, readLane } from './storedLane.ts';
import type { DraftChange, LaneRecord } from './store.ts';

export interface Corrections {
  /** To be told of every change that was made in memory. */
  laneChanged: (before: LaneRecord, after: LaneRecord) => void;
  draftChanged: (lane: string, draft: DraftChange) => void;
}

/** ms between two tries. */
const pause = 10_000;

/**
 * To be called once, before anything is changed in memory. What is queued there asks first from now on: another page
 * may have sent it since this one has seen the database.
 * @param uncertain a record that the browser may have written, although it said otherwise
 */
export function startCorrecting(
  owner: Owner,
  memory: Memory,
  uncertain: LaneRecord | undefined,
): Corrections {
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

  async function correct(
    transaction: Transaction,
    lane: string,
    key: string,
    item: Item | null,
    seen: number,
  ) {
    const lanes = transaction.objectStore('lanes');
    const at: [string, number, string] = [owner.memberId, owner.userId, lane];
    const { record, unread } = readLane(lane, await lanes.get(at));
    const items = record.items.flatMap((stored) => {
      if (stored.key !== key) return stored;
      // Another page knows for certain.
      if (stored.state === 'sent' && item) return stored;
      return item ? askingFirst(item) : [];
    });
    if (items.length + unread.length === 0) return lanes.delete(at);
    const floor = Math.max(record.floor, seen);
    return lanes.put(laneValue({ record: { ...record, floor, items }, unread }), at);
  }

  function owe(name: string, write: (transaction: Transaction) => Promise<unknown>): void {
    owed.set(name, write);
    if (!isTrying) void tryUntilWritten();
  }

  async function tryUntilWritten(): Promise<void> {
    isTrying = true;
    while (owed.size > 0) {
      const now = [...owed];
      try {
        await runOnce(async (transaction) => {
          for (const [, write] of now) await write(transaction);
        });
        for (const [name, write] of now) if (owed.get(name) === write) owed.delete(name);
      } catch {
        await new Promise((resolve) => {
          setTimeout(resolve, pause);
        });
      }
    }
    isTrying = false;
  }

  return {
    laneChanged({ lane, items: before }, { items: after, floor }) {
      for (const { key } of before) {
        if (heldItems.has(key) && !after.some((item) => item.key === key)) {
          owe(`item ${key}`, (transaction) => correct(transaction, lane, key, null, floor));
        }
      }
      for (const item of after) {
        if (heldItems.has(item.key) && !before.includes(item)) {
          owe(`item ${item.key}`, (transaction) => correct(transaction, lane, item.key, item, floor));
        }
      }
    },
    draftChanged(lane, { draftId, text }) {
      if (!heldDrafts.has(draftId)) return;
      const at: [string, number, string, string] = [owner.memberId, owner.userId, lane, draftId];
      owe(`draft ${lane} ${draftId}`, async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        await (text === '' ? drafts.delete(at) : drafts.put({ text, savedAt: Date.now() }, at));
      });
    },
  };
}

/** Nobody who finds it sends it unasked. */
function askingFirst(item: Item): Item {
  if (item.state !== 'queued') return item;
  const { notBefore: _notBefore, ...rest } = item;
  return { ...rest, state: 'stillUnclear', problem: { kind: 'unclear', code: leftCode, portalText: '' } };
}
