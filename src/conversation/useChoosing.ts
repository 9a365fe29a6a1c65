/** Choosing several messages, to do one thing with all of them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';

interface Choosing {
  /** null: none are being chosen */
  chosen: ReadonlySet<number> | null;
  /** what is chosen, in the order of the chat: as it is shown, or was when it was shown last */
  messages: readonly Message[];
  begin: (message: Message) => void;
  choose: (messageId: number, isChosen: boolean) => void;
  end: () => void;
}

/**
 * All functions are stable.
 * @param shown what can be chosen just now; what was chosen stays so when another place is shown
 */
export function useChoosing(shown: readonly Message[]): Choosing {
  const [kept, setKept] = useState<ReadonlyMap<number, Message> | null>(null);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  const begin = useCallback((message: Message) => setKept(new Map([[message.id, message]])), []);
  const end = useCallback(() => setKept(null), []);
  const choose = useCallback((messageId: number, isChosen: boolean) => {
    const message = latest.current.find(({ id }) => id === messageId);
    setKept((before) => {
      const next = new Map(before);
      if (!isChosen) next.delete(messageId);
      else if (message) next.set(messageId, message);
      return next;
    });
  }, []);
  const chosen = useMemo(() => kept && new Set(kept.keys()), [kept]);
  const messages = useMemo(() => {
    if (!kept) return [];
    const now = new Map(shown.map((message) => [message.id, message]));
    return [...kept.values()]
      .map((message) => now.get(message.id) ?? message)
      .toSorted((one, other) => one.id - other.id);
  }, [kept, shown]);
  return useMemo(() => ({ chosen, messages, begin, choose, end }), [chosen, messages, begin, choose, end]);
}
