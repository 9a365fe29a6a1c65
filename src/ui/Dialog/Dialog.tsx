/** A window over the page, on the browser's own `<dialog>`: it holds the focus and makes the rest inert. */
import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { CloseIcon } from '../Icon/icons.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import styles from './Dialog.module.css';
import { useModal } from './useModal.ts';

export interface DialogProps {
  /** shown, and the accessible name */
  title: string;
  isOpen: boolean;
  /** asked for by Escape, by the close button or by a press beside the dialog; it stays until `isOpen` is false */
  onClose: () => void;
  /** buttons below the words */
  actions?: ReactNode;
  size?: 'small' | 'normal';
  /** id of what is read out after the title */
  describedBy?: string;
  /** focuses something sensible where what had the focus before is no longer there */
  returnFocus?: (() => void) | undefined;
  children?: ReactNode;
}

/**
 * What is inside is mounted while it is open. The focus goes to the element marked `data-first-focus`, else to the
 * first field, else to the close button; afterwards back to where it was.
 */
export function Dialog({ isOpen, ...props }: DialogProps) {
  return isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: Omit<DialogProps, 'isOpen'>) {
  const { title, onClose, actions, size = 'normal', describedBy, returnFocus, children } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const { dialog, ...outside } = useModal(onClose, returnFocus);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-size={size}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      {...outside}
    >
      <div className={styles.panel}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton label={t('common.close')} icon={<CloseIcon />} onClick={onClose} />
        </header>
        {children !== undefined && <div className={styles.body}>{children}</div>}
        {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
