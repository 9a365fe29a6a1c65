/** What of quick replies outlasts the chat that is open: the lists, what is being written, and what was saved. */
import { useState } from 'react';
import { useLeaveWarning } from '../../conversation/useLeaveWarning.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Rest } from '../../portal/rest.ts';
import { advance, type Edit, enqueue, isTouched, nothingWritten, settle } from './edit.ts';
import type { Whose } from './saveReply.ts';
import { useLookAgain } from './useLookAgain.ts';
import { useReplyLists } from './useReplyLists.ts';
import { type Made, useSaving } from './useSaving.ts';

export type ReplyStore = ReturnType<typeof useReplyStore>;

/** For a screen: nothing is asked of the portal before `want`. */
export function useReplyStore(rest: Rest) {
  const { language } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const [whose, setWhose] = useState<Whose>('mine');
  const [writing, setWriting] = useState(nothingWritten);
  const lists = useReplyLists(rest, isWanted, language);
  const { lookAgain, ...undone } = useLookAgain(rest, lists);
  const saving = useSaving(rest, lists.tell, (made: Made) => {
    const { edit, change } = made;
    if (edit && change.kind === 'save') setWriting((now) => settle(now, edit, change.reply));
    lookAgain(made);
  });

  const { edit, waiting } = writing;
  useLeaveWarning({
    unsent: [],
    draft: '',
    isLasting: true,
    hasUnsavedEdit: waiting.length > 0 || (edit !== null && isTouched(edit)),
    fileCount: 0,
  });
  const [steps] = useState(() => ({
    want: () => setWanted(true),
    setWhose,
    /** another one is begun, or this one goes on */
    setEdit: (next: Edit) => setWriting((now) => ({ ...now, edit: next })),
    /** a new one, behind what was begun */
    enqueue: (next: Edit) => {
      setWhose(next.whose);
      setWriting((now) => enqueue(now, next));
    },
    /** what is being written goes */
    discard: () => setWriting(advance),
  }));
  return { lists, whose, edit, waiting: waiting.length, saving, undone, ...steps };
}
