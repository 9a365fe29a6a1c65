/**
 * Changes of something that the portal holds, until they are saved there: kept over reloads, with the drafts, one for
 * each thing. They belong to no page: whichever comes next shows them again.
 */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { lastWordsOf } from '../delivery/lastWords.ts';
import type { Owner } from '../delivery/owner.ts';
import type { DeliveryStore } from '../delivery/store.ts';

export interface KeptEdit {
  text: string;
  /** what the portal held when it was begun */
  base: string;
}

export type KeptEdits = ReadonlyMap<number, KeptEdit>;

export interface EditStore {
  owner: Owner;
  /** null while it is being loaded; what is typed meanwhile stays among the last words */
  store: DeliveryStore | null;
  /** Something was stored, or could not be. */
  onStored: () => void;
}

interface KeptEditsOptions {
  editStore: EditStore;
  /** no lane of messages begins like it */
  lane: string;
  /** what is typed and not saved, by the id of what it is typed into; what is no longer in it goes from the store */
  edits: KeptEdits;
  /** told once, with what earlier pages have left; it is to be among the `edits` from then on */
  onFound: (found: KeptEdits) => void;
}

const none: KeptEdits = new Map();

export function useKeptEdits({ editStore, lane, edits, onFound }: KeptEditsOptions): void {
  const { owner, store, onStored } = editStore;
  const latest = useRef({ edits, onFound });
  const shown = useRef(none);
  const found = useRef(none);

  const keep = useCallback(
    async (id: number, edit: KeptEdit | undefined) => {
      const draftId = String(id);
      const words = edit ?? { text: '' };
      const lastWords = lastWordsOf(owner, lane, draftId);
      lastWords.keep(words);
      if (!store) return;
      await store.saveDraft(lane, { draftId, ...words });
      onStored();
      if (isSame(edit, latest.current.edits.get(id))) lastWords.forget();
    },
    [owner, lane, store, onStored],
  );

  // Before the paint: who closes the page right after a key is given no more time.
  useLayoutEffect(() => {
    latest.current = { edits, onFound };
    const before = shown.current;
    shown.current = edits;
    for (const [id, edit] of edits) {
      if (!isSame(edit, before.get(id)) && !isSame(edit, found.current.get(id))) void keep(id, edit);
    }
    for (const id of before.keys()) if (!edits.has(id)) void keep(id, undefined);
    found.current = none;
  });

  useEffect(() => {
    if (!store) return;
    // Typed while there was no store.
    for (const [id, edit] of latest.current.edits) void keep(id, edit);
    void (async () => {
      const left = await lastWordsOf(owner, lane, '').take();
      const stored = await store.readDrafts(lane);
      const own = latest.current.edits;
      const all = new Map(stored);
      for (const { draftId, ...words } of left) {
        if (words.savedAt < (all.get(draftId)?.savedAt ?? 0)) continue;
        all.set(draftId, words);
        if (!own.has(Number(draftId))) void keep(Number(draftId), editOf(words));
      }
      const next = new Map(
        [...all].flatMap(([id, words]): Array<[number, KeptEdit]> => {
          const edit = editOf(words);
          return edit ? [[Number(id), edit]] : [];
        }),
      );
      if (next.size === 0) return;
      found.current = next;
      latest.current.onFound(next);
    })();
  }, [store, owner, lane, keep]);
}

function editOf({ text, base }: Partial<KeptEdit>): KeptEdit | undefined {
  return base === undefined || text === undefined || text === '' ? undefined : { text, base };
}

function isSame(one: KeptEdit | undefined, other: KeptEdit | undefined): boolean {
  return one?.text === other?.text && one?.base === other?.base;
}
