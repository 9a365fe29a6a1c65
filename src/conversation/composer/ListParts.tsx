/** The parts of a list whose focus and keys are those of the text field. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above */
import type { ReactNode } from 'react';
import styles from '../../ui/Options/Options.module.css';

interface ListGroupProps {
  name: string;
  /** the whole of it; where it is empty nothing is shown */
  children: readonly ReactNode[];
}

export function ListGroup({ name, children }: ListGroupProps) {
  if (children.length === 0) return null;
  return (
    <div role="group" aria-label={name}>
      <p className={styles.group} aria-hidden>
        {name}
      </p>
      {children}
    </div>
  );
}

interface ListOptionProps {
  id: string;
  /** Enter would take it */
  isActive: boolean;
  className: string | undefined;
  onChoose: () => void;
  children: ReactNode;
}

export function ListOption({ id, isActive, className, onChoose, children }: ListOptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={className}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
