/** What stands in the composer of one dialog, kept over reloads. Each page has a draft of its own. */
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { joinDrafts, written, type Written } from '../delivery/drafts.ts';
import { newKey } from '../delivery/item.ts';
import { lastWordsOf } from '../delivery/lastWords.ts';
import type { Owner } from '../delivery/owner.ts';
import type { DeliveryStore, DraftChange } from '../delivery/store.ts';

export interface Draft {
  draft: Written;
  /** the same, also before the next render */
  now: RefObject<Written>;
  draftId: string;
  /** Shows it and stores it; resolves when that has been tried. */
  change: (next: Written) => Promise<void>;
  /**
   * Shows it in front of what stands there, which is an answer then if this one is, and becomes a result where either
   * is to. What is to be stored is given back.
   */
  writeBefore: (taken: Written) => DraftChange;
  /**
   * Empties the composer; the store's draft goes with the message.
   * @returns to be called when the message is stored: until then a page that is closed leaves its words to the next one
   */
  forget: () => () => void;
}

const nothing: Written = { text: '' };

interface DraftOptions {
  owner: Owner;
  lane: string;
  /** null while it is being loaded; what is typed meanwhile is kept then */
  store: DeliveryStore | null;
}

export function useDraft({ owner, lane, store }: DraftOptions): Draft {
  const [draftId] = useState(newKey);
  const [draft, setDraft] = useState(nothing);
  const now = useRef(nothing);
  // Before that the store gives this page's own draft back among those of others, and it would be there twice.
  const isTaken = useRef(false);

  const lastWords = useMemo(() => lastWordsOf(owner, lane, draftId), [owner, lane, draftId]);

  const write = useCallback(
    (next: Written) => {
      now.current = next;
      setDraft(next);
      return { draftId, ...next };
    },
    [draftId],
  );
  const writeBefore = useCallback(
    ({ text, replyTo, asResult = false }: Written) => {
      const { text: behind, ...own } = now.current;
      const whole = text === '' ? behind : behind.trim() === '' ? text : `${text}\n${behind}`;
      return write(written(whole, { replyTo: replyTo ?? own.replyTo, asResult: asResult || own.asResult }));
    },
    [write],
  );

  useEffect(() => {
    if (!store) return undefined;
    let isCurrent = true;
    // Those of other pages become this one; most of those pages are gone.
    void store.takeDrafts(lane, draftId).then((kept) => {
      isTaken.current = true;
      if (!isCurrent) return;
      if (kept.text === '' && now.current.text === '') return;
      // The same may be typed in both. What the person has chosen in this page is newer.
      const { text, replyTo, asResult } = joinDrafts([
        { ...kept, savedAt: 0 },
        { ...now.current, savedAt: Date.now() },
      ]);
      const taken = write(written(text, { replyTo: now.current.replyTo ?? replyTo, asResult }));
      void store.saveDraft(lane, taken).then(() => lastWords.forget());
    });
    // Another page may have taken this one's draft over meanwhile.
    const keep = () => {
      if (now.current.text !== '') void store.saveDraft(lane, { draftId, ...now.current });
    };
    const moments = ['focus', 'blur'] as const;
    for (const moment of moments) window.addEventListener(moment, keep);
    return () => {
      isCurrent = false;
      for (const moment of moments) window.removeEventListener(moment, keep);
    };
  }, [store, lane, draftId, lastWords, write]);

  const change = useCallback(
    async (next: Written) => {
      const changed = write(next);
      lastWords.keep(next);
      // Before that it is stored by the taking.
      if (!store || !isTaken.current) return;
      await store.saveDraft(lane, changed);
      if (now.current === next) lastWords.forget();
    },
    [store, lane, lastWords, write],
  );
  useEffect(() => {
    if (!store) return;
    void lastWords.take().then((left) => {
      if (left.length > 0) void change(joinDrafts([...left, { ...now.current, savedAt: Date.now() }]));
    });
  }, [store, lastWords, change]);

  const forget = useCallback(() => {
    const sent = lastWordsOf(owner, lane, `${newKey()}.${draftId}`);
    if (now.current.text !== '') sent.keep(now.current);
    write(nothing);
    lastWords.forget();
    return () => sent.forget();
  }, [owner, lane, draftId, lastWords, write]);
  return { draft, now, draftId, change, writeBefore, forget };
}
