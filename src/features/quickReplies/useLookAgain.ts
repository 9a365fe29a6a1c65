/** Whether a saved change is still there a while later: who had read before it may have written after it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rest } from '../../portal/rest.ts';
import { insteadOf, type Reply } from './replies.ts';
import type { ReplyLists } from './useReplyLists.ts';
import { type Made, useSaving } from './useSaving.ts';

/** A change that somebody else has written over. */
export interface Undone extends Made {
  /** what stands there now; null: nothing */
  theirs: Reply | null;
}

/** ms; a colleague's reading and writing take less */
const after = 5_000;

const idOf = ({ change }: Made) => (change.kind === 'save' ? change.reply.id : change.base.id);

export function useLookAgain(rest: Rest, lists: ReplyLists) {
  const [undone, setUndone] = useState<Undone | null>(null);
  // The last change of each reply: only that can be undone.
  const last = useRef(new Map<string, { made: Made; timer: ReturnType<typeof setTimeout> }>());
  useEffect(() => {
    const all = last.current;
    return () => {
      for (const { timer } of all.values()) clearTimeout(timer);
      all.clear();
    };
  }, []);

  const { reload } = lists.mine;
  const lookAgain = useCallback(
    (made: Made) => {
      const id = idOf(made);
      const look = async () => {
        const { readReplies } = await import('./saveReply.ts');
        const theirs = insteadOf(await readReplies(rest, made.whose), made.change);
        if (last.current.get(id)?.made !== made) return;
        last.current.delete(id);
        if (theirs === undefined) return;
        reload();
        setUndone({ ...made, theirs });
      };
      clearTimeout(last.current.get(id)?.timer);
      // A reading that fails says nothing: it was there when it was read back.
      const timer = setTimeout(() => void look().catch(() => undefined), after);
      last.current.set(id, { made, timer });
      setUndone((now) => (now && idOf(now) === id ? null : now));
    },
    [rest, reload],
  );
  const saving = useSaving(rest, lists.tell, lookAgain);
  const { save, outcome } = saving;
  // Changed again between our looking and the press of the button.
  if (undone && outcome?.kind === 'conflict' && outcome.theirs !== undone.theirs) {
    setUndone({ ...undone, theirs: outcome.theirs });
  }
  return {
    lookAgain,
    /** null: nothing, as far as is known */
    undone,
    saving,
    /** over what stands there, which the person was shown */
    makeAgain: () => {
      if (!undone) return;
      const { whose, change, theirs: base } = undone;
      if (change.kind === 'save') save({ whose, change: { ...change, base } });
      else if (base) save({ whose, change: { kind: 'remove', base } });
    },
    forget: () => {
      saving.reset();
      setUndone(null);
    },
  };
}
