/** Which list is shown: one stop for Tab, the arrows change over. */
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './quickReplies.module.css';
import type { Whose } from './saveReply.ts';

interface ReplyTabsProps {
  /** of the panel they rule */
  panelId: string;
  whose: Whose;
  onWhose: (whose: Whose) => void;
}

const tabs = ['mine', 'shared'] as const;

export function ReplyTabs({ panelId, whose, onWhose }: ReplyTabsProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const other = whose === 'mine' ? 'shared' : 'mine';
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const next = event.key === 'Home' ? 'mine' : event.key === 'End' ? 'shared' : other;
    onWhose(next);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus
    <div
      ref={bar}
      role="tablist"
      aria-label={t('quickReplies.whose')}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          data-first-focus={tab === whose || undefined}
          aria-selected={tab === whose}
          aria-controls={panelId}
          tabIndex={tab === whose ? 0 : -1}
          className={styles.tab}
          onClick={() => onWhose(tab)}
        >
          {tab === 'mine' ? t('quickReplies.mine') : t('quickReplies.shared')}
        </button>
      ))}
    </div>
  );
}
