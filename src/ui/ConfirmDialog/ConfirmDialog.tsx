/** Asks once more before something that cannot be undone. */
import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../Button/Button.tsx';
import { Dialog } from '../Dialog/Dialog.tsx';
import styles from './ConfirmDialog.module.css';

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** says what will be done: "Delete", not "OK" */
  confirmLabel: string;
  tone?: 'danger';
  /** at work: it can be neither confirmed again nor closed */
  isBusy?: boolean;
  /** why it did not work, above the buttons; bring your own live region */
  problem?: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
  /** as in `Dialog` */
  returnFocus?: (() => void) | undefined;
  children: ReactNode;
}

/** "Cancel" has the first focus: Enter pressed by habit does no harm. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, confirmLabel, tone, isBusy = false, problem, onConfirm, onCancel } = props;
  const { t } = useTranslation();
  const wordsId = useId();
  const cancel = () => {
    if (!isBusy) onCancel();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={cancel}
      size="small"
      describedBy={wordsId}
      returnFocus={props.returnFocus}
      actions={
        <>
          <Button data-first-focus onClick={cancel} aria-disabled={isBusy || undefined}>
            {t('common.cancel')}
          </Button>
          <Button variant={tone ?? 'primary'} busy={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <div id={wordsId}>{props.children}</div>
        {problem}
      </div>
    </Dialog>
  );
}
