/** A region beside the main thing, or over it where there is little room: a list with a title and a way out. */
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Badge } from '../Badge/Badge.tsx';
import { CloseIcon } from '../Icon/icons.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import { isEscape } from '../isEscape.ts';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  /** the name of the region */
  name: string;
  /** shown as its heading */
  title: string;
  /** how many there are, beside the title */
  count?: number | undefined;
  /** buttons before the close button */
  actions?: ReactNode;
  /** by the close button, or by Escape inside */
  onClose: () => void;
  children: ReactNode;
}

/** Fills its parent, which decides where it stands and how wide it is; scrolls by itself. */
export function SidePanel({ name, title, count, actions, onClose, children }: SidePanelProps) {
  const { t, formatNumber } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEscape(event)) return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on what is inside
    <section className={styles.panel} aria-label={name} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {title} {count !== undefined && <Badge>{formatNumber(count)}</Badge>}
        </h2>
        {actions}
        <IconButton label={t('common.close')} icon={<CloseIcon />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
