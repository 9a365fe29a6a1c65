/** Which panel stands beside the messages. */
import { useMemo, useState } from 'react';

export type Aside = 'results' | 'search';

/** CSS pixels from which a panel stands beside the messages and not over them; see Conversation.module.css. */
const besideFrom = 760;
/** CSS pixels from which there is room for one that nobody has asked for. */
const roomyFrom = 960;

interface AsideState {
  shown: Aside | null;
  /** Opens the panel, or closes it where it is open. */
  toggle: (aside: Aside) => void;
  open: (aside: Aside) => void;
  /** Opens it where it is not open by itself, and in the place of no other. */
  offer: (aside: Aside) => void;
  close: () => void;
  /** Closes it where it stands over what is to be seen now. */
  closeIfOver: () => void;
}

/** Results are shown from the start where there is room for them. All functions are stable. */
export function useAside(): AsideState {
  const [shown, setShown] = useState<Aside | null>(() => (window.innerWidth >= roomyFrom ? 'results' : null));
  const actions = useMemo(
    () => ({
      toggle: (wanted: Aside) => setShown((before) => (before === wanted ? null : wanted)),
      open: (wanted: Aside) => setShown(wanted),
      offer: (wanted: Aside) => {
        if (window.innerWidth < roomyFrom) setShown((before) => before ?? wanted);
      },
      close: () => setShown(null),
      closeIfOver: () => {
        if (window.innerWidth < besideFrom) setShown(null);
      },
    }),
    [],
  );
  return { shown, ...actions };
}
