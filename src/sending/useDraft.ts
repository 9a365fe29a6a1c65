/** What stands in the composer of one dialog, kept over reloads. Each page has a draft of its own. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { newKey } from '../delivery/item.ts';
import type { DeliveryStore, DraftChange } from '../delivery/store.ts';

export interface Draft {
  text: string;
  draftId: string;
  /** false: what is typed is stored as soon as the drafts of other pages have been taken over */
  isTaken: RefObject<boolean>;
  /** Shows it; what is to be stored is given back. 'before': in front of what stands there. */
  write: (text: string, place?: 'instead' | 'before') => DraftChange;
  /** Empties the composer; the store's draft goes with the message. */
  forget: () => void;
}

/** @param store null while it is being loaded; what is typed meanwhile is kept then */
export function useDraft(store: DeliveryStore | null, lane: string): Draft {
  const [draftId] = useState(newKey);
  const [text, setText] = useState('');
  // What stands in the composer, also before the next render.
  const typed = useRef('');
  // Before that the store gives this page's own draft back among those of others, and it would be there twice.
  const isTaken = useRef(false);

  const write = useCallback(
    (next: string, place: 'instead' | 'before' = 'instead') => {
      typed.current = place === 'instead' || typed.current.trim() === '' ? next : `${next}\n${typed.current}`;
      setText(typed.current);
      return { draftId, text: typed.current };
    },
    [draftId],
  );

  useEffect(() => {
    if (!store) return undefined;
    let isCurrent = true;
    // Those of other pages become this one; most of those pages are gone.
    void store.takeDrafts(lane, draftId).then((kept) => {
      isTaken.current = true;
      if (isCurrent && (kept !== '' || typed.current !== '')) {
        const next = kept === '' ? write(typed.current) : write(kept, 'before');
        void store.saveDraft(lane, next);
      }
    });
    // Another page may have taken this one's draft over meanwhile.
    const keep = () => {
      if (typed.current !== '') void store.saveDraft(lane, { draftId, text: typed.current });
    };
    const moments = ['focus', 'blur', 'pagehide'] as const;
    for (const moment of moments) window.addEventListener(moment, keep);
    return () => {
      isCurrent = false;
      for (const moment of moments) window.removeEventListener(moment, keep);
    };
  }, [store, lane, draftId, write]);

  const forget = useCallback(() => {
    typed.current = '';
    setText('');
  }, []);
  return { text, draftId, isTaken, write, forget };
}
