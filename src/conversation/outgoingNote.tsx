/** What is said at a message on its way about what was just pressed there, where that did nothing. */
import { createContext, useContext, useEffect, useState } from 'react';
import { NoteLine } from './actions/ActionNotes.tsx';
import type { ActionNote } from './messageAction.ts';

interface SaidAt {
  /** of the item */
  key: string;
  note: ActionNote;
}

const Said = createContext<SaidAt | null>(null);

/** Around the list: a row that has nothing to say is not drawn anew. */
export const OutgoingNotes = Said.Provider;

export function OutgoingNote({ itemKey }: { itemKey: string }) {
  const said = useContext(Said);
  return said?.key === itemKey && <NoteLine note={said.note} />;
}

/** ms; it has to be read */
const shownFor = 15_000;

/** @returns what is said, and how to say it; another one, or null, takes its place */
export function useOutgoingNote(): [said: SaidAt | null, say: (said: SaidAt | null) => void] {
  const [said, say] = useState<SaidAt | null>(null);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => say(null), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}
