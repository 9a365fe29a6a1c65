/** The outbox and the draft of one dialog for a screen. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createOutbox, type Outbox, type OutboxOptions, type OutboxState } from './outbox.ts';

export interface Desk extends OutboxState {
  draft: string;
  setDraft: (text: string) => void;
  outbox: Outbox;
  /** Puts the text of an open message back into the composer, before whatever stands there. */
  edit: (key: string) => void;
  /** Takes the draft out of the composer and on its way. */
  send: (text: string) => void;
  /** the stored draft and messages have been read */
  isLoaded: boolean;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
}

/** @param options must be stable for the life of the screen */
export function useOutbox(options: OutboxOptions): Desk {
  const { store } = options;
  const [outbox] = useState(() => createOutbox(options));
  const [draft, setText] = useState('');
  const [isLoaded, setLoaded] = useState(false);
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState);

  useEffect(() => {
    let isCurrent = true;
    void store.load().then(({ draft: kept, items }) => {
      if (!isCurrent) return;
      setText((typed) => [kept, typed].filter(Boolean).join('\n'));
      outbox.restore(items);
      setLoaded(true);
    });
    window.addEventListener('online', outbox.resume);
    return () => {
      isCurrent = false;
      window.removeEventListener('online', outbox.resume);
    };
  }, [outbox, store]);

  const setDraft = useCallback(
    (text: string) => {
      setText(text);
      void store.saveDraft(text);
    },
    [store],
  );

  const edit = useCallback(
    (key: string) => {
      const item = outbox.getState().items.find((candidate) => candidate.key === key);
      if (!item) return;
      setDraft(draft.trim() === '' ? item.text : `${item.text}\n${draft}`);
      outbox.remove(key);
    },
    [draft, outbox, setDraft],
  );

  const send = useCallback(
    (text: string) => {
      setText('');
      void outbox.add(text);
    },
    [outbox],
  );

  return { ...state, send, draft, setDraft, outbox, edit, isLoaded, isLasting: store.isLasting() };
}
