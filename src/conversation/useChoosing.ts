/** Choosing several messages, to do one thing with all of them. */
import { useCallback, useMemo, useState } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';

interface Choosing {
  /** null: none are being chosen */
  chosen: ReadonlySet<number> | null;
  begin: (message: Message) => void;
  choose: (messageId: number, isChosen: boolean) => void;
  end: () => void;
}

/** All functions are stable. */
export function useChoosing(): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const begin = useCallback(({ id }: Message) => setChosen(new Set([id])), []);
  const end = useCallback(() => setChosen(null), []);
  const choose = useCallback((messageId: number, isChosen: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(messageId);
      else next.delete(messageId);
      return next;
    });
  }, []);
  return useMemo(() => ({ chosen, begin, choose, end }), [chosen, begin, choose, end]);
}
