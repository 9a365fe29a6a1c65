/** One line to write in, with its label. */
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './TextField.module.css';

export interface TextFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange'> {
  label: string;
  /** for screen readers only, as where an icon says the same */
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** decoration inside, before the text */
  icon?: ReactNode;
  /** what is wrong with it; read out when it appears */
  problem?: string | undefined;
}

/** All other props go to the `<input>`; `className` to the element around it all. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, value, onChange, icon, problem, className, id, ...rest } = props;
  const ownId = useId();
  const inputId = id ?? ownId;
  const problemId = `${ownId}-problem`;
  return (
    <div className={cx(styles.field, className)}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={inputId}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        {icon !== undefined && <span className={styles.icon}>{icon}</span>}
        <input
          type="text"
          aria-label={isLabelHidden ? label : undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : problemId}
          {...rest}
          id={inputId}
          className={styles.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {problem !== undefined && (
        <p id={problemId} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
