/** Making one change to the quick replies, and what came of it. */
import { useMutation } from '@tanstack/react-query';
import type { PortalError } from '../../portal/errors.ts';
import type { Rest } from '../../portal/rest.ts';
import type { Change } from './replies.ts';
import type { Saved, Whose } from './saveReply.ts';
import type { ReplyLists } from './useReplyLists.ts';

export type Saving = ReturnType<typeof useSaving>;

export function useSaving(rest: Rest, lists: ReplyLists) {
  const mutation = useMutation<Saved, PortalError, { whose: Whose; change: Change }>({
    mutationFn: async ({ whose, change }) => (await import('./saveReply.ts')).saveChange(rest, whose, change),
    async onSuccess(saved, { whose }) {
      if ('held' in saved) await lists.tell(whose, saved.held);
    },
  });
  const { mutate, reset, isPending, error, data } = mutation;
  return {
    isSaving: isPending,
    /** a PortalError, or what the loading of our own code threw */
    error: isPending ? null : error,
    /** why it was not done; null: it was, or nothing was tried so far */
    outcome: isPending || data?.kind === 'saved' ? null : (data ?? null),
    reset,
    /** @param onDone called when the portal holds it */
    save(whose: Whose, change: Change, onDone: () => void) {
      if (isPending) return;
      mutate({ whose, change }, { onSuccess: (saved) => saved.kind === 'saved' && onDone() });
    },
  };
}
