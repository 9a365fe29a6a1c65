/** At the foot of the composer: what could not be loaded, why saving failed, and why nothing is sent. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './Composer.module.css';
import { ComposerHold } from './ComposerHold.tsx';
import { ComposerProblem } from './ComposerProblem.tsx';
import type { useComposer } from './useComposer.ts';

interface ComposerTroublesProps {
  composer: ReturnType<typeof useComposer>;
  /** of what is written */
  problemId: string;
  /** why saving failed */
  problem: ReactNode;
}

export function ComposerTroubles({ composer, problemId, problem }: ComposerTroublesProps) {
  const { panels, slash, sending, press } = composer;
  const { t } = useTranslation();
  const { hold, isTold, obstacle, excess } = sending;
  return (
    <>
      {panels.problem !== null && <p className={styles.failure}>{panels.problem}</p>}
      {slash.isLost && (
        <p role="alert" className={styles.failure}>
          {t('composer.notLoaded')}
        </p>
      )}
      {problem !== undefined && problem !== null && (
        <div role="alert" className={styles.failure}>
          {problem}
        </div>
      )}
      {hold && isTold && <ComposerHold hold={hold} onAnyway={() => press(false, true)} />}
      <ComposerProblem id={problemId} obstacle={obstacle} excess={excess} isTold={isTold} />
    </>
  );
}
