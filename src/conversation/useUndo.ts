/** What was just deleted of what is on its way, and can be brought back for a while. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { TakenOut } from '../delivery/takingOut.ts';

/** ms; enough to read it and to get there by keyboard */
const offeredFor = 10_000;
/** ms; somebody is there, or just about to press it */
const stayedFor = 2_000;

export interface Undo {
  /** null: nothing can be brought back */
  taken: TakenOut | null;
  /** The last thing that happened here was that something came back. */
  isBack: boolean;
  undo: () => void;
  /** Ends the offer: something else was done. */
  end: () => void;
  /** @param out what is being taken out; null: an attempt began first */
  offer: (out: Promise<TakenOut | null>) => void;
  /** for the box with the button: the offer does not end under the hand that reaches for it */
  box: RefObject<HTMLDivElement | null>;
}

export function useUndo(): Undo {
  const [taken, setTaken] = useState<TakenOut | null>(null);
  const [isBack, setBack] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  /** the newest one, also before the next render */
  const offered = useRef<Promise<TakenOut | null>>(undefined);

  const forget = useCallback(() => {
    void offered.current?.then((out) => out?.forget());
    offered.current = undefined;
  }, []);
  const end = useCallback(() => {
    forget();
    setTaken(null);
    setBack(false);
  }, [forget]);
  const offer = useCallback(
    (out: Promise<TakenOut | null>) => {
      end();
      offered.current = out;
      void out.then((now) => {
        if (offered.current === out) setTaken(now);
      });
    },
    [end],
  );
  const undo = () => {
    void taken?.restore();
    end();
    setBack(taken !== null);
  };

  useEffect(() => {
    if (!taken && !isBack) return undefined;
    let timer = setTimeout(over, offeredFor);
    function over() {
      const isNear = box.current?.matches(':hover, :focus-within') ?? false;
      if (isNear) timer = setTimeout(over, stayedFor);
      else end();
    }
    return () => clearTimeout(timer);
  }, [taken, isBack, end]);
  // With the screen goes the offer, and with the window.
  useEffect(() => {
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      forget();
    };
  }, [end, forget]);

  return { taken, isBack, undo, end, offer, box };
}
