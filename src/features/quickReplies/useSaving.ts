/** Making one change to the quick replies, and what came of it. */
import { useMutation } from '@tanstack/react-query';
import type { PortalError } from '../../portal/errors.ts';
import type { Rest } from '../../portal/rest.ts';
import type { Edit } from './edit.ts';
import type { Change } from './replies.ts';
import type { Saved, Whose } from './saveReply.ts';
import type { ReplyLists } from './useReplyLists.ts';

export interface Made {
  whose: Whose;
  change: Change;
  /** as it was typed when it was saved */
  edit?: Edit;
}

export type Saving = ReturnType<typeof useSaving>;

/** @param onSaved the portal holds it; called also where nobody looks any more */
export function useSaving(rest: Rest, tell: ReplyLists['tell'], onSaved: (made: Made) => void) {
  const mutation = useMutation<Saved, PortalError, Made>({
    mutationFn: async ({ whose, change }) => (await import('./saveReply.ts')).saveChange(rest, whose, change),
    async onSuccess(saved, made) {
      if ('held' in saved) await tell(made.whose, saved.held);
      if (saved.kind === 'saved') onSaved(made);
    },
  });
  const { mutate, reset, isPending, error, data } = mutation;
  return {
    isSaving: isPending,
    /** a PortalError, or what the loading of our own code threw */
    error: isPending ? null : error,
    /** why it was not done; null: it was, or nothing was tried so far */
    outcome: isPending || data?.kind === 'saved' ? null : (data ?? null),
    /** What came of the last change is no news any more. */
    reset: () => {
      if (!isPending) reset();
    },
    /** @param onDone called when the portal holds it, while somebody looks */
    save: (made: Made, onDone?: () => void) => {
      if (!isPending) mutate(made, { onSuccess: ({ kind }) => kind === 'saved' && onDone?.() });
    },
  };
}
