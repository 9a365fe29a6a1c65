/** What quick replies add to the actions of a message: to save it as one, here or in the portal. */
import { useCallback, useState } from 'react';
import { editableText } from '../../conversation/actions/editableText.ts';
import { Notes } from '../../conversation/actions/notes.ts';
import type { MessageAction } from '../../conversation/messageAction.ts';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
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
        notes.forget(id);
        try {
          // Twice the portal keeps it once.
          await saveQuickAnswer(rest, chatId, id);
          notes.say(id, inPortal, { text: t('quickReplies.savedInPortal'), tone: 'done' });
        } catch (failure) {
          const problem = problemOf(failure);
          const isRefused = problem.code === 'CANT_SAVE_QUICK_ANSWER';
          const said = isRefused
            ? t('quickReplies.cannotSaveInPortal')
            : t('quickReplies.notSaved', { reason: problemWords(t, problem).title });
          notes.say(id, inPortal, { text: said, tone: 'failed' });
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
    [t, notes, rest, chatId, saveAsOwn],
  );
}
