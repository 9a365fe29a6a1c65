/** Deleting a result: asked once more, one at a time, and the focus kept near. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortalError } from '../../portal/errors.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import type { Results } from './results.ts';

export interface Deletion {
  /** the result in question; null: there is none, or it is gone */
  result: TaskResult | null;
  ask: (result: TaskResult) => void;
  cancel: () => void;
  confirm: () => void;
  isBusy: boolean;
  error: PortalError | null;
  /** for where the button that had the focus went with its result */
  returnFocus: () => void;
}

/** @param focusOn a result, or null for the list */
export function useDeletion(
  { results, remove }: Pick<Results, 'results' | 'remove'>,
  focusOn: (resultId: number | null) => void,
): Deletion {
  const [asked, setAsked] = useState<{ result: TaskResult; neighbour: number | null } | null>(null);
  const { mutate, reset, isPending, error } = useMutation<void, PortalError, number>({ mutationFn: remove });
  const isThere = asked !== null && results.some(({ id }) => id === asked.result.id);
  return {
    result: isThere ? asked.result : null,
    ask(result) {
      reset();
      const at = results.findIndex(({ id }) => id === result.id);
      setAsked({ result, neighbour: (results[at + 1] ?? results[at - 1])?.id ?? null });
    },
    cancel: () => setAsked(null),
    confirm() {
      if (asked) mutate(asked.result.id);
    },
    isBusy: isPending,
    error,
    returnFocus: () => focusOn(asked?.neighbour ?? null),
  };
}
