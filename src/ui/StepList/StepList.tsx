/** Things that are done or checked one after the other, each with its state as a sign and in words. */
import type { ReactNode } from 'react';
import { AlertIcon, CheckIcon, CloseIcon } from '../Icon/icons.tsx';
import { Spinner } from '../Spinner/Spinner.tsx';
import styles from './StepList.module.css';

export interface ListedStep {
  key: string;
  state: 'waiting' | 'running' | 'done' | 'warning' | 'failed';
  /** the state in words, in the reader's language */
  stateWords: string;
  title: string;
  /** more about it, below the title */
  details?: ReactNode;
}

/** `label` names the list. What changes in it is read out, a whole step at a time. */
export function StepList({ label, steps }: { label: string; steps: readonly ListedStep[] }) {
  return (
    <ol className={styles.list} aria-label={label} aria-live="polite" aria-relevant="additions text">
      {steps.map(({ key, state, stateWords, title, details }) => (
        <li key={key} className={styles.step} data-state={state} aria-atomic>
          <span className={styles.sign}>
            <Sign state={state} />
          </span>
          <div className={styles.words}>
            <div className={styles.head}>
              <span className={styles.title}>{title}</span> <span className={styles.state}>{stateWords}</span>
            </div>
            {details !== undefined && <div className={styles.details}>{details}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sign({ state }: { state: ListedStep['state'] }) {
  switch (state) {
    case 'running':
      return <Spinner />;
    case 'done':
      return <CheckIcon size={16} />;
    case 'warning':
      return <AlertIcon size={16} />;
    case 'failed':
      return <CloseIcon size={16} />;
    case 'waiting':
    default:
      return null;
  }
}
