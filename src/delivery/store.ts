/** Where items survive a reload. Implementations: `browserStore.ts` (IndexedDB), `memory.ts`. */
import * as v from 'valibot';
import type { Draft, Written } from './drafts.ts';
import { itemSchema } from './item.ts';

export const laneSchema = v.object({
  /** what is written to, one thing after the other: `chat58` */
  lane: v.string(),
  /** the newest trace that any page has seen in the lane; nothing up to it can confirm an item that begins later */
  floor: v.number(),
  /** in the order they were written */
  items: v.array(itemSchema),
  /** traces that confirmed items which are gone, as long as they could be taken for those of an item that is here */
  claimed: v.exactOptional(v.array(v.number())),
  /**
   * extra copies of messages, made by the browser, that stay and that the person was not shown so far: `traceId` is one
   * of `of`, and nobody needs to hear of it after `until` (ms since 1970)
   */
  told: v.exactOptional(v.array(v.object({ traceId: v.number(), of: v.number(), until: v.number() }))),
  /** which page's turn it is where there are no Web Locks; its number grows with every page */
  lease: v.exactOptional(v.object({ number: v.number(), until: v.number() })),
});

/** Everything that is on its way in one lane; one record of the store, so that one transaction sees all of it. */
export type LaneRecord = v.InferOutput<typeof laneSchema>;

/**
 * Decides by what stands in the store what shall stand there. Pure: it may be called more than once. The same record
 * again means that nothing is to be written.
 */
export type Change<Result> = (record: LaneRecord) => { record: LaneRecord; result: Result };

/** A draft that goes away, or comes, in the same transaction as a change of the record. */
export interface DraftChange extends Written {
  draftId: string;
  /** '' removes it, and what stands beside it */
  text: string;
  /** Nothing happens unless this is the text that is stored; '': none is. */
  over?: string;
}

/** Of one portal and person. Never rejects: where the browser refuses, the page's memory is all there is. */
export interface DeliveryStore {
  readAll(): Promise<LaneRecord[]>;
  /**
   * One transaction. A lane that is not there begins empty, and one without items is forgotten. The draft is written
   * with what the change makes of the record, and not at all when the change leaves the record as it is.
   */
  change<Result>(lane: string, change: Change<Result>, draft?: DraftChange): Promise<Result>;
  /** All drafts of the lane become this one, which is given back; a page that still shows another stores it anew. */
  takeDrafts(lane: string, draftId: string): Promise<Written>;
  saveDraft(lane: string, draft: DraftChange): Promise<void>;
  /** The drafts of the lane by their ids, each for itself. */
  readDrafts(lane: string): Promise<ReadonlyMap<string, Draft>>;
  /** false once the browser has refused */
  isLasting(): boolean;
}
