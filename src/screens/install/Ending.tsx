/** All is in place, or all but what could not be cleaned up: says so, and what comes next. */
import { useEffect, useRef } from 'react';
import { useInstallTranslation } from './useInstallTranslation.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './InstallScreen.module.css';
import type { FinishState } from './useFinish.ts';
import type { Remainder } from './useInstallation.ts';

interface EndingProps {
  /** the portal waits for the end of the installation */
  needsFinish: boolean;
  state: FinishState;
  finish: () => Promise<void>;
  remainder: Remainder;
  /** it has just come to this: the button that was pressed is gone, and the focus with it */
  takesFocus: boolean;
}

const words = {
  idle: { title: 'install.completeTitle', text: 'install.finishText' },
  finishing: { title: 'install.completeTitle', text: 'install.finishing' },
  finished: { title: 'install.finishedTitle', text: 'install.finishedText' },
  failed: { title: 'install.notFinishedTitle', text: 'install.notFinishedText' },
} as const;

/** Before the end is pressed; what failed is told at length. */
const leftWords = {
  nothing: { title: 'install.completeTitle' },
  crmLeftOut: { title: 'install.withoutCrmTitle' },
  crmFailed: { title: 'install.crmFailedTitle', text: 'install.crmFailedText', how: 'install.tryLater' },
  oldRows: { title: 'install.leftTitle', text: 'install.leftText', how: 'install.leftHow' },
} as const;

export function Ending({ needsFinish, state, finish, remainder, takesFocus }: EndingProps) {
  const { t } = useInstallTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [takesFocus]);
  const { title, text } = words[state];
  const left = leftWords[remainder];
  const isBeforeEnd = state === 'idle' || state === 'finishing';
  return (
    <div ref={place} tabIndex={-1} className={styles.ending}>
      <Notice
        tone={state === 'failed' ? 'danger' : remainder === 'nothing' ? 'success' : 'warning'}
        title={t(isBeforeEnd ? left.title : title)}
        live="polite"
        actions={
          needsFinish && state !== 'finished' ? (
            <Button variant="primary" busy={state === 'finishing'} onClick={() => void finish()}>
              {t('install.finish')}
            </Button>
          ) : undefined
        }
      >
        {'text' in left && state === 'idle' ? (
          <>
            <p>{t(left.text)}</p>
            {needsFinish && <p>{t('install.leftFinish')}</p>}
            <p>{t(left.how)}</p>
          </>
        ) : (
          t(needsFinish ? text : 'install.repairedText')
        )}
      </Notice>
    </div>
  );
}
