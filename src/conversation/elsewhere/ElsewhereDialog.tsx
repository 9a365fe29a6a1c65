/** What was written in other chats and goes no further by itself, with what can be done about each. */
import { useEffect } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { type Elsewhere, useListed } from '../../sending/useElsewhere.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import type { ElsewhereAround } from './elsewhereAround.ts';
import styles from './ElsewhereDialog.module.css';
import { ElsewhereRow } from './ElsewhereRow.tsx';

interface ElsewhereDialogProps extends ElsewhereAround {
  open: readonly Elsewhere[];
  onClose: () => void;
  returnFocus: () => void;
}

/** Closes by itself once nothing is left in it. */
export function ElsewhereDialog({ open, onClose, returnFocus, ...around }: ElsewhereDialogProps) {
  const { t } = useTranslation();
  const listed = useListed(open, around.desk);
  const isEmpty = listed.length === 0;
  useEffect(() => {
    if (isEmpty) onClose();
    // Once, and not with each new closure.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isEmpty]);
  return (
    <Dialog title={t('elsewhere.title')} isOpen onClose={onClose} returnFocus={returnFocus}>
      <ul className={styles.list}>
        {listed.map((one) => (
          <ElsewhereRow key={`${one.lane} ${one.item.key}`} {...one} {...around} onLeave={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}
