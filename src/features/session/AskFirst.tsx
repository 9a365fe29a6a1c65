/** Asks before what cannot be undone, takes something from a colleague, or needs somebody to go to. */
import { useEffect } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { Rest } from '../../portal/rest.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { actionLabel } from './actionLabel.ts';
import { askWords } from './askWords.ts';
import type { Offers } from './offers.ts';
import { TransferDialog } from './TransferDialog.tsx';
import type { SessionActions } from './useSessionActions.ts';

interface AskFirstProps {
  rest: Rest;
  actions: Pick<SessionActions, 'asking' | 'running' | 'confirm' | 'cancel'>;
  offers: Offers;
  ownerId: number | null;
  ownLineId: number | null;
  currentUserId: number;
  people: ReadonlyMap<number, Person>;
  nameOf: (id: number) => string;
  returnFocus: () => void;
}

export function AskFirst(props: AskFirstProps) {
  const { rest, actions, offers, ownerId, ownLineId, currentUserId, people, nameOf, returnFocus } = props;
  const { asking, running, confirm, cancel } = actions;
  const { t } = useTranslation();
  const isOffered =
    asking !== null && (offers.first === asking.action || offers.more.includes(asking.action));
  // What was asked about is over: closed, or taken by somebody.
  const isOver = asking !== null && !isOffered && asking.takenBy === null && running === null;
  useEffect(() => {
    if (isOver) cancel();
  }, [isOver, cancel]);
  if (asking === null || isOver) return null;
  const { action, takenBy } = asking;
  if (action === 'transfer') {
    return (
      <TransferDialog
        rest={rest}
        ownLineId={ownLineId}
        currentUserId={currentUserId}
        people={people}
        isBusy={running !== null}
        onTransfer={confirm}
        onCancel={cancel}
        returnFocus={returnFocus}
      />
    );
  }
  const nowId = takenBy ?? ownerId;
  const name = nowId === null ? t('session.colleague') : nameOf(nowId);
  const { title, text } = askWords(t, action, name);
  const isHarmful = action === 'spam' || action === 'finishColleagues';
  return (
    <ConfirmDialog
      isOpen
      title={title}
      confirmLabel={actionLabel(t, action)}
      {...(isHarmful ? { tone: 'danger' as const } : {})}
      isBusy={running !== null}
      onConfirm={() => confirm()}
      onCancel={cancel}
      returnFocus={returnFocus}
    >
      {takenBy !== null && <p>{t('session.takenMeanwhile')}</p>}
      <p>{text}</p>
    </ConfirmDialog>
  );
}
