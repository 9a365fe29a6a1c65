/**
 * Changes of something that the portal holds, until they are saved there: kept over reloads, with the drafts, one for
 * each thing. They belong to no page: whichever comes next shows them again.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { newKey } from '../delivery/item.ts';
import { lastWordsOf, type LeftWords } from '../delivery/lastWords.ts';
import type { Owner } from '../delivery/owner.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import { asDraft, foundEdits, isSame, storedEdits, type KeptEdit, type KeptEdits } from './foundEdits.ts';

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

export function useKeptEdits({ editStore, lane, edits, onFound }: KeptEditsOptions): void {
  const { owner, store, onStored } = editStore;
  const [page] = useState(newKey);
  const lastWords = useMemo(() => lastWordsOf(owner, lane, page), [owner, lane, page]);
  const latest = useRef({ edits, onFound });
  const shown = useRef<KeptEdits>(new Map());
  /** as far as this page knows */
  const stored = useRef(new Map<number, KeptEdit>());
  const left = useRef<readonly LeftWords[]>([]);
  // Nothing is stored before what is there was read and told: it would be lost under what is typed here. A state, so
  // that it changes in the very render in which the found ones are among the edits.
  const [readFrom, setReadFrom] = useState<DeliveryStore | null>(null);
  const isRead = store !== null && store === readFrom;

  const write = useCallback(
    async (id: number, edit: KeptEdit | undefined) => {
      const before = stored.current.get(id);
      const taken = leftOf(left.current, id);
      left.current = left.current.filter((words) => !taken.includes(words));
      if (edit) stored.current.set(id, edit);
      else stored.current.delete(id);
      // What another window has typed since is not this one's to remove.
      const draft = edit ? asDraft(edit) : { text: '', over: before ? asDraft(before).text : '' };
      await store?.saveDraft(lane, { draftId: String(id), ...draft });
      onStored();
      if (!store?.isLasting()) return;
      for (const words of taken) words.forget();
      if (isSame(edit, latest.current.edits.get(id))) lastWords.forget(id);
    },
    [lane, store, lastWords, onStored],
  );

  // Before the paint: who closes the page right after a key is given no more time.
  useLayoutEffect(() => {
    const before = shown.current;
    latest.current = { edits, onFound };
    shown.current = edits;
    const abouts = left.current.map(({ about }) => about);
    for (const id of new Set([...edits.keys(), ...before.keys(), ...stored.current.keys(), ...abouts])) {
      const edit = edits.get(id);
      const isChanged = !isSame(edit, before.get(id));
      const isStored = isRead && isSame(edit, stored.current.get(id));
      if (isChanged) {
        if (edit && !isStored) lastWords.keep({ ...asDraft(edit), isApart: !isRead }, id);
        else lastWords.forget(id);
      }
      if (isRead && !isStored) void write(id, edit);
      if (isStored) for (const words of leftOf(left.current, id)) words.forget();
    }
  });

  useEffect(() => {
    if (!store) return undefined;
    let isCurrent = true;
    void (async () => {
      const words = await lastWords.read();
      const drafts = await store.readDrafts(lane);
      if (!isCurrent) return;
      stored.current = storedEdits(drafts);
      left.current = words;
      // What was typed until now is kept as what follows on what was found.
      shown.current = new Map();
      const found = foundEdits(drafts, words);
      if (found.size > 0) latest.current.onFound(found);
      setReadFrom(store);
    })();
    return () => {
      isCurrent = false;
    };
  }, [store, lane, lastWords]);

  useEffect(() => {
    if (!isRead) return undefined;
    // Another window may have removed what it knew of the same.
    const keepThere = () => {
      for (const [id, edit] of latest.current.edits)
        void store.saveDraft(lane, { draftId: String(id), ...asDraft(edit), over: '' });
    };
    const moments = ['focus', 'blur'] as const;
    for (const moment of moments) window.addEventListener(moment, keepThere);
    return () => {
      for (const moment of moments) window.removeEventListener(moment, keepThere);
    };
  }, [isRead, store, lane]);
}

function leftOf(left: readonly LeftWords[], id: number): LeftWords[] {
  return left.filter(({ about }) => about === id);
}
