/** What a person can do with their messages on the way, and what comes of it besides. */
import { useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { OutgoingActions } from './outgoingActions.ts';
import { useOutgoingNote } from './outgoingNote.tsx';
import type { ChatState } from './useChat.ts';
import { useChecks } from './useChecks.ts';
import { useUndo } from './useUndo.ts';

type OutgoingOptions = Pick<ChatState, 'desk' | 'takeBack' | 'focusField'> & {
  /** a reading of the dialog is under way */
  isReading: boolean;
};

export function useOutgoing({ desk, takeBack, focusField, isReading }: OutgoingOptions) {
  const { t } = useTranslation();
  const { checking, began } = useChecks(isReading);
  const { offer, end, ...undo } = useUndo();
  const [said, say] = useOutgoingNote();
  const { checkAgain, sendAgain, remove, takeOut } = desk;
  const actions = useMemo((): OutgoingActions => {
    /** @param goesOn the button that was pressed goes with its message: the field is where one goes on */
    const afresh = (act: (key: string) => void, goesOn: boolean) => (key: string) => {
      end();
      say(null);
      act(key);
      if (goesOn) focusField();
    };
    const tryToTakeBack = (key: string) => {
      if (takeBack(key)) return;
      say({ key, note: { tone: 'failed', text: t('composer.editLater') } });
    };
    return {
      checkAgain: afresh((key) => {
        checkAgain(key);
        began(key);
      }, false),
      sendAgain: afresh(sendAgain, true),
      edit: afresh(tryToTakeBack, false),
      takeOut: afresh((key) => offer(takeOut(key)), true),
      remove: afresh(remove, true),
    };
  }, [checkAgain, sendAgain, remove, takeOut, takeBack, began, offer, end, say, t, focusField]);
  return { actions, checking, undo, endUndo: end, said };
}
