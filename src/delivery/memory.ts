/** A page's memory as a store: what `browserStore.ts` falls back on once the browser has refused. */
import { joinDrafts, type Draft, type Written } from './drafts.ts';
import type { Change, DraftChange, LaneRecord } from './store.ts';

/** The same as a `DeliveryStore`, at once. */
export interface Memory {
  lanes: Map<string, LaneRecord>;
  /** by lane, then by draft id */
  drafts: Map<string, Map<string, Draft>>;
  /** Puts the record in its place, or forgets the lane where nothing of it is to be kept. */
  keep(record: LaneRecord): void;
  readAll(): LaneRecord[];
  change<Result>(lane: string, change: Change<Result>, draft?: DraftChange): Result;
  takeDrafts(lane: string, draftId: string): Written;
  /** @returns false: it was not to be */
  saveDraft(lane: string, draft: DraftChange): boolean;
  readDrafts(lane: string): ReadonlyMap<string, Draft>;
}

export function createMemory(): Memory {
  const lanes: Memory['lanes'] = new Map();
  const drafts: Memory['drafts'] = new Map();

  function keep(record: LaneRecord): void {
    if (isWorthKeeping(record)) lanes.set(record.lane, record);
    else lanes.delete(record.lane);
  }

  function saveDraft(lane: string, { draftId, over, ...words }: DraftChange): boolean {
    const ofLane = drafts.get(lane) ?? new Map<string, Draft>();
    if (over !== undefined && over !== (ofLane.get(draftId)?.text ?? '')) return false;
    drafts.set(lane, ofLane);
    if (words.text === '') ofLane.delete(draftId);
    else ofLane.set(draftId, { ...words, savedAt: Date.now() });
    return true;
  }

  return {
    lanes,
    drafts,
    keep,
    saveDraft,
    readDrafts: (lane) => new Map(drafts.get(lane)),
    readAll: () => [...lanes.values()].filter((record) => saysMore(record)),
    change(lane, change, draft) {
      const before = lanes.get(lane) ?? emptyLane(lane);
      const { record, result } = change(before);
      keep(record);
      if (draft && record !== before) saveDraft(lane, draft);
      return result;
    },
    takeDrafts(lane, draftId) {
      const joined = joinDrafts([...(drafts.get(lane)?.values() ?? [])]);
      drafts.delete(lane);
      saveDraft(lane, { draftId, ...joined });
      return joined;
    },
  };
}

export function emptyLane(lane: string): LaneRecord {
  return { lane, floor: 0, items: [] };
}

/** With nothing to do and nothing to tell, only a lease that holds still says something. */
export function isWorthKeeping(record: LaneRecord): boolean {
  const { lease } = record;
  return saysMore(record) || (lease !== undefined && lease.until > Date.now());
}

function saysMore({ items, told = [] }: LaneRecord): boolean {
  return items.length > 0 || told.length > 0;
}
