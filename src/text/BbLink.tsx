/** A link of a message: leaves the frame alone, tells the other side nothing, and shows where it leads. */
import type { ReactNode } from 'react';
import styles from './BbText.module.css';
import { safeLink } from './safeLink.ts';

interface BbLinkProps {
  /** as written in the message */
  address: string;
  portalOrigin: string;
  /** inside another link it cannot be one itself */
  nested: boolean;
  children: ReactNode;
}

/** The bare words where the address is not one that `safeLink` lets through. */
export function BbLink({ address, portalOrigin, nested, children }: BbLinkProps) {
  const href = nested ? null : safeLink(address, portalOrigin);
  if (href === null) return children;
  return (
    <a className={styles.link} href={href} title={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
