/** What the card is about: the client, the element, and what the open chat puts beside them. */
import type { ReactNode } from 'react';
import styles from './CrmScreen.module.css';
import type { AboutCard } from './aboutCard.ts';

interface CrmHeaderProps {
  about: AboutCard;
  /** at the end of the header */
  children?: ReactNode;
  /** takes the element in which the open chat shows its part of the header */
  slotRef?: (slot: Element | null) => void;
}

export function CrmHeader({ about: { title, facts }, children, slotRef }: CrmHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <h1 className={styles.title} title={title}>
          <bdi>{title}</bdi>
        </h1>
        <p className={styles.facts}>
          {facts.map((fact, index) => (
            <span key={fact}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      </div>
      <div className={styles.state}>
        {children}
        <div className={styles.slot} ref={slotRef} />
      </div>
    </header>
  );
}
