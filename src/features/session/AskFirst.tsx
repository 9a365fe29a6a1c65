/** Asks before what cannot be undone, takes something from a colleague, or needs somebody to go to. */
import { useEffect } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { actionLabel } from './actionLabel.ts';
import { askWords } from './askWords.ts';
import { isOffered } from './offers.ts';
import { TransferDialog } from './TransferDialog.tsx';
import type { Session } from './useSession.ts';

interface AskFirstProps {
  session: Session;
  returnFocus: () => void;
}

const anew = {
  taken: 'session.takenMeanwhile',
  changed: 'session.changedMeanwhile',
  unreadable: 'session.ownerUnreadable',
} as const;

export function AskFirst({ session, returnFocus }: AskFirstProps) {
  const { rest, actions, offers, dialog, currentUserId, people, nameOf } = session;
  const { asking, running, confirm, cancel, giveUp } = actions;
  const { t } = useTranslation();
  // What was asked about is over: closed, or taken by somebody.
  const isOver =
    asking !== null && !isOffered(offers, asking.action) && asking.because === null && running === null;
  useEffect(() => {
    if (isOver) giveUp(dialog);
  }, [isOver, giveUp, dialog]);
  if (asking === null || isOver) return null;
  const { action, ownerId, because } = asking;
  if (action === 'transfer') {
    return (
      <TransferDialog
        rest={rest}
        ownLineId={dialog?.lineId ?? null}
        currentUserId={currentUserId}
        people={people}
        isBusy={running !== null}
        onTransfer={confirm}
        onCancel={cancel}
        returnFocus={returnFocus}
      />
    );
  }
  // As it was when the question came up: who agrees, agrees to that.
  const name = ownerId === null ? t('session.colleague') : nameOf(ownerId);
  const { title, text } = askWords(t, action, name);
  const isHarmful = action === 'spam' || action === 'finishColleagues';
  return (
    <ConfirmDialog
      // A question about somebody else begins anew: with the focus on "Cancel".
      key={ownerId}
      isOpen
      title={title}
      confirmLabel={actionLabel(t, action)}
      {...(isHarmful ? { tone: 'danger' as const } : {})}
      isBusy={running !== null}
      onConfirm={() => confirm()}
      onCancel={cancel}
      returnFocus={returnFocus}
    >
      {because !== null && <p>{t(anew[because])}</p>}
      <p>{text}</p>
    </ConfirmDialog>
  );
}
