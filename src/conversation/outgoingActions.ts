/** What a person can do with a message that is not through yet. */
import { useEffect, useMemo, useRef } from 'react';

/** Each takes the `key` of an `Item`. */
export interface OutgoingActions {
  checkAgain: (key: string) => void;
  sendAgain: (key: string) => void;
  edit: (key: string) => void;
  /** Deletes it, until the person thinks better of it. */
  takeOut: (key: string) => void;
  /** Deletes it for good. */
  remove: (key: string) => void;
}

/** The same actions as one object that never changes, so that a new closure above renders no row again. */
export function useStableActions(actions: OutgoingActions): OutgoingActions {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      checkAgain: (key) => latest.current.checkAgain(key),
      sendAgain: (key) => latest.current.sendAgain(key),
      edit: (key) => latest.current.edit(key),
      takeOut: (key) => latest.current.takeOut(key),
      remove: (key) => latest.current.remove(key),
    }),
    [],
  );
}
