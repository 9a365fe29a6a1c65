/** Results as the rows of a chat show them: the action on a message, the mark below it, and what is said aloud. */
import { useCallback, useMemo, type ReactNode } from 'react';
import type { MessageAction } from '../../conversation/messageAction.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { ResultIcon } from '../../ui/Icon/icons.tsx';
import { ResultMark } from './ResultMark.tsx';
import { ResultNews } from './ResultNews.tsx';
import { canBecomeResult, type MarkFacts, type Results } from './results.ts';
import { useConsent, type Consent } from './useConsent.tsx';

interface ResultActions {
  /** null: it cannot become one, is one, or is on its way */
  resultAction: (message: Message) => MessageAction | null;
  /** for `around.marksOf` */
  marksOf: (message: Message) => ReactNode;
  withConsent: Consent['withConsent'];
  /** a dialog and a live region, to be rendered once, whether or not the panel is open */
  beside: ReactNode;
}

/** @param isStranger the person has no part in the task */
export function useResultActions(results: Results, isStranger: boolean): ResultActions {
  const { t } = useTranslation();
  const { withConsent, dialog } = useConsent(isStranger);
  const { mayPromote, promote, byMessage, isResult, isUnsure, onTheWay, isDown, retry, check, drop } =
    results;
  const facts = useMemo<MarkFacts>(
    () => ({ byMessage, isResult, onTheWay, isDown, retry, check, drop }),
    [byMessage, isResult, onTheWay, isDown, retry, check, drop],
  );
  const resultAction = useCallback(
    (message: Message): MessageAction | null => {
      if (!mayPromote || !canBecomeResult(message)) return null;
      if (isResult(message.id) || isUnsure(message.id) || onTheWay.has(message.id)) return null;
      return {
        id: 'makeResult',
        label: t('results.make'),
        icon: <ResultIcon />,
        shortcut: 'm',
        place: 'bar',
        run: () => withConsent(() => promote(message)),
      };
    },
    [t, mayPromote, isResult, isUnsure, onTheWay, promote, withConsent],
  );
  const marksOf = useCallback(
    ({ id, isDeleted }: Message) => {
      const isMarked = facts.isResult(id) || facts.onTheWay.has(id);
      return isMarked && !isDeleted ? <ResultMark messageId={id} results={facts} /> : null;
    },
    [facts],
  );
  const beside = (
    <>
      {dialog}
      <ResultNews results={results} />
    </>
  );
  return { resultAction, marksOf, withConsent, beside };
}
