/** What quick replies add to the actions of a message: to save it as one, here or in the portal. */
import { useCallback, useState } from 'react';
import { editableText } from '../../conversation/actions/editableText.ts';
import { Notes } from '../../conversation/actions/notes.ts';
import type { MessageAction } from '../../conversation/messageAction.ts';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { PortalError } from '../../portal/errors.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { saveQuickAnswer } from '../../portal/methods/quickAnswers.ts';
import type { Rest } from '../../portal/rest.ts';
import { problemOf } from '../../sending/problem.ts';
import { LightningIcon } from '../../ui/Icon/icons.tsx';

interface ReplyActionsOptions {
  rest: Rest;
  /** null: nothing can be saved in the portal */
  chatId: number | null;
  /** opens the window with this text */
  saveAsOwn: (text: string) => void;
}

const inPortal = 'saveQuickAnswer';

export function useReplyActions({ rest, chatId, saveAsOwn }: ReplyActionsOptions) {
  const { t } = useTranslation();
  const [notes] = useState(() => new Notes());
  const [underWay] = useState(() => new Set<number>());
  return useCallback(
    (message: Message): MessageAction[] => {
      const { id, text } = message;
      if (text.trim() === '') return [];
      const save: MessageAction = {
        id: 'saveQuickReply',
        label: t('quickReplies.saveMessage'),
        icon: <LightningIcon />,
        place: 'menu',
        run: () => saveAsOwn(editableText(text).trim()),
      };
      if (chatId === null) return [save];
      const saveInPortal = async () => {
        if (underWay.has(id)) return;
        underWay.add(id);
        notes.say(id, inPortal, { text: t('quickReplies.savingInPortal'), tone: 'busy' });
        try {
          // Twice the portal keeps it once.
          await saveQuickAnswer(rest, chatId, id);
          notes.say(id, inPortal, { text: t('quickReplies.savedInPortal'), tone: 'done' });
        } catch (failure) {
          const problem = problemOf(failure);
          const reason = { reason: problemWords(t, problem).title };
          const isInDoubt = failure instanceof PortalError && failure.executed === 'unknown';
          const otherwise = isInDoubt
            ? t('quickReplies.maybeSavedInPortal', reason)
            : t('quickReplies.notSaved', reason);
          const isRefused = problem.code === 'CANT_SAVE_QUICK_ANSWER';
          const said = isRefused ? t('quickReplies.cannotSaveInPortal') : otherwise;
          notes.say(id, inPortal, { text: said, tone: 'failed' });
        } finally {
          underWay.delete(id);
        }
      };
      return [
        save,
        {
          id: inPortal,
          label: t('quickReplies.saveInPortal'),
          icon: <LightningIcon />,
          place: 'menu',
          note: notes.of(id, inPortal),
          subscribe: (onChange) => notes.subscribe(id, onChange),
          run: () => void saveInPortal(),
        },
      ];
    },
    [t, notes, underWay, rest, chatId, saveAsOwn],
  );
}
