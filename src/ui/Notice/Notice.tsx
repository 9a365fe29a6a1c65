/** A few words about the state of things, in the flow of the page, with what can be done about it. */
import type { ReactNode } from 'react';
import { AlertIcon, CheckIcon, InfoIcon } from '../Icon/icons.tsx';
import styles from './Notice.module.css';

export type Tone = 'info' | 'warning' | 'danger' | 'success';

export interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** buttons */
  actions?: ReactNode;
  /** read out when it appears: `polite` (role status) when there is a pause, `assertive` (role alert) at once */
  live?: 'off' | 'polite' | 'assertive';
}

const iconOf = { info: InfoIcon, warning: AlertIcon, danger: AlertIcon, success: CheckIcon };
const roleOf = { off: undefined, polite: 'status', assertive: 'alert' };

export function Notice({ tone = 'info', title, children, actions, live = 'off' }: NoticeProps) {
  const ToneIcon = iconOf[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={roleOf[live]}>
      <div className={styles.row}>
        <ToneIcon />
        <div className={styles.words}>
          {title !== undefined && <strong className={styles.title}>{title}</strong>}
          {children}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
