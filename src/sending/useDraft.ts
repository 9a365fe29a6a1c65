/** What stands in the composer of one dialog, kept over reloads. Each page has a draft of its own. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { written, type Written } from '../delivery/drafts.ts';
import { newKey } from '../delivery/item.ts';
import type { DeliveryStore, DraftChange } from '../delivery/store.ts';

export interface Draft {
  draft: Written;
  /** the same, also before the next render */
  now: RefObject<Written>;
  draftId: string;
  /** false: what is typed is stored as soon as the drafts of other pages have been taken over */
  isTaken: RefObject<boolean>;
  /** Shows it; what is to be stored is given back. */
  write: (next: Written) => DraftChange;
  /** The same, in front of what stands there. If it is an answer, all of it is one now. */
  writeBefore: (taken: Written) => DraftChange;
  /** Empties the composer; the store's draft goes with the message. */
  forget: () => void;
}

const nothing: Written = { text: '' };

/** @param store null while it is being loaded; what is typed meanwhile is kept then */
export function useDraft(store: DeliveryStore | null, lane: string): Draft {
  const [draftId] = useState(newKey);
  const [draft, setDraft] = useState(nothing);
  const now = useRef(nothing);
  // Before that the store gives this page's own draft back among those of others, and it would be there twice.
  const isTaken = useRef(false);

  const write = useCallback(
    (next: Written) => {
      now.current = next;
      setDraft(next);
      return { draftId, ...next };
    },
    [draftId],
  );
  const writeBefore = useCallback(
    ({ text, replyTo }: Written) => {
      const { text: behind, replyTo: own } = now.current;
      const whole = text === '' ? behind : behind.trim() === '' ? text : `${text}\n${behind}`;
      return write(written(whole, replyTo ?? own));
    },
    [write],
  );

  useEffect(() => {
    if (!store) return undefined;
    let isCurrent = true;
    // Those of other pages become this one; most of those pages are gone.
    void store.takeDrafts(lane, draftId).then((kept) => {
      isTaken.current = true;
      if (!isCurrent || (kept.text === '' && now.current.text === '')) return;
      // What the person has chosen in this page is newer.
      void store.saveDraft(lane, writeBefore(written(kept.text, now.current.replyTo ?? kept.replyTo)));
    });
    // Another page may have taken this one's draft over meanwhile.
    const keep = () => {
      if (now.current.text !== '') void store.saveDraft(lane, { draftId, ...now.current });
    };
    const moments = ['focus', 'blur', 'pagehide'] as const;
    for (const moment of moments) window.addEventListener(moment, keep);
    return () => {
      isCurrent = false;
      for (const moment of moments) window.removeEventListener(moment, keep);
    };
  }, [store, lane, draftId, writeBefore]);

  const forget = useCallback(() => void write(nothing), [write]);
  return { draft, now, draftId, isTaken, write, writeBefore, forget };
}
