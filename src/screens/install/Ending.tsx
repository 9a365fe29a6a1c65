/** All is in place: says so, and what comes next. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './InstallScreen.module.css';
import type { FinishState } from './useFinish.ts';

interface EndingProps {
  /** the portal waits for the end of the installation */
  needsFinish: boolean;
  state: FinishState;
  finish: () => Promise<void>;
  /** it has just come to this: the button that was pressed is gone, and the focus with it */
  takesFocus: boolean;
}

const words = {
  idle: { title: 'install.completeTitle', text: 'install.finishText' },
  finishing: { title: 'install.completeTitle', text: 'install.finishing' },
  finished: { title: 'install.finishedTitle', text: 'install.finishedText' },
  failed: { title: 'install.notFinishedTitle', text: 'install.notFinishedText' },
} as const;

export function Ending({ needsFinish, state, finish, takesFocus }: EndingProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [takesFocus]);
  const { title, text } = words[state];
  return (
    <div ref={place} tabIndex={-1} className={styles.ending}>
      <Notice
        tone={state === 'failed' ? 'danger' : 'success'}
        title={t(title)}
        live="polite"
        actions={
          needsFinish && state !== 'finished' ? (
            <Button variant="primary" busy={state === 'finishing'} onClick={() => void finish()}>
              {t('install.finish')}
            </Button>
          ) : undefined
        }
      >
        {t(needsFinish ? text : 'install.repairedText')}
      </Notice>
    </div>
  );
}
