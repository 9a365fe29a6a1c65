/** A choice that can be made or left, with the words that explain it. */
import { useId, type ReactNode } from 'react';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  label: string;
  /** read out after the label */
  description?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ label, description, checked, disabled = false, onChange }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.choice} data-disabled={disabled || undefined}>
      <input
        type="checkbox"
        id={id}
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {description !== undefined && (
          <div id={`${id}-description`} className={styles.description}>
            {description}
          </div>
        )}
      </div>
    </div>
  );
}
