/** The outbox and the draft of one dialog for a screen. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createOutbox, type Outbox, type OutboxOptions, type OutboxState } from './outbox.ts';

export interface Desk extends OutboxState {
  draft: string;
  setDraft: (text: string) => void;
  outbox: Outbox;
  /** Puts the text of an open message back into the composer, before whatever stands there. */
  edit: (key: string) => void;
  /** Takes the draft out of the composer and on its way. */
  send: (text: string) => void;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
}

/** @param options must be stable for the life of the screen */
export function useOutbox(options: OutboxOptions): Desk {
  const { store } = options;
  const [outbox] = useState(() => createOutbox(options));
  const [draft, setText] = useState('');
  const [isLasting, setLasting] = useState(true);
  // What stands in the composer, also before the next render.
  const typed = useRef('');
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState);

  const setDraft = useCallback(
    (text: string) => {
      typed.current = text;
      setText(text);
      void store.saveDraft(text).then(() => setLasting(store.isLasting()));
    },
    [store],
  );

  useEffect(() => {
    let isCurrent = true;
    void store.load().then(({ draft: kept, items }) => {
      if (!isCurrent) return;
      if (kept !== '') setDraft([kept, typed.current].filter(Boolean).join('\n'));
      outbox.restore(items);
      setLasting(store.isLasting());
    });
    // Another window may have taken this one's draft over meanwhile.
    const keepDraft = () => typed.current !== '' && void store.saveDraft(typed.current);
    window.addEventListener('online', outbox.resume);
    window.addEventListener('pagehide', keepDraft);
    return () => {
      isCurrent = false;
      window.removeEventListener('online', outbox.resume);
      window.removeEventListener('pagehide', keepDraft);
    };
  }, [outbox, setDraft, store]);

  const edit = useCallback(
    (key: string) => {
      const item = outbox.getState().items.find((candidate) => candidate.key === key);
      if (!item) return;
      setDraft(typed.current.trim() === '' ? item.text : `${item.text}\n${typed.current}`);
      outbox.remove(key);
    },
    [outbox, setDraft],
  );

  const send = useCallback(
    (text: string) => {
      // Not `setDraft`: the store empties the draft and keeps the message in one step.
      void outbox.add(text);
      typed.current = '';
      setText('');
    },
    [outbox],
  );

  return { ...state, send, draft, setDraft, outbox, edit, isLasting };
}
