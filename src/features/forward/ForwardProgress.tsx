/** A message that is being forwarded, until everything is in the task; it can be closed at any time. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { OpenDelivery } from '../../sending/openDelivery.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './ForwardDialog.module.css';
import type { Forwarding } from './forwarding.ts';
import { ForwardSteps } from './ForwardSteps.tsx';
import type { Run } from './run.ts';
import { isSomethingThrough, outcomeOf, stepsOf } from './steps.ts';

interface ForwardProgressProps {
  forwarding: Forwarding;
  open: OpenDelivery;
  run: Run;
  onClose: () => void;
  /** back to the form, and no more of what is not through */
  onBack: () => void;
}

export function ForwardProgress({ forwarding, open, run, onClose, onBack }: ForwardProgressProps) {
  const { portal, user } = forwarding;
  const { t } = useTranslation();
  const { task, making } = useSyncExternalStore(run.subscribe, run.getState);
  const steps = stepsOf(run);
  const outcome = outcomeOf(steps);
  const focused = useRef<HTMLParagraphElement>(null);
  // The button that began it is gone with the form.
  useEffect(() => focused.current?.focus(), []);
  const title = task?.title.trim() || t('task.title', { id: task?.id ?? '' });
  const mayExist = making?.phase === 'unclear' || (making?.phase === 'failed' && making.mayExist);
  const sum = () => {
    if (outcome === 'done') return t('forward.sumDone', { title });
    if (outcome === 'running') return task ? t('forward.sumRunning', { title }) : t('forward.sumMaking');
    return task ? t('forward.sumTrouble', { title }) : t('forward.sumNoTask');
  };
  return (
    <Dialog
      title={t('forward.toTask')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {task && (
            <a
              className={styles.link}
              href={`${portal.origin}/company/personal/user/${user.id}/tasks/task/view/${task.id}/`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('forward.open')} <VisuallyHidden>({t('common.opensInNewTab')})</VisuallyHidden>
            </a>
          )}
          {outcome === 'trouble' && (
            <Button onClick={onBack}>
              {isSomethingThrough(steps) ? t('forward.onceMore') : t('forward.another')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p ref={focused} className={styles.sum} tabIndex={-1} data-first-focus aria-live="polite">
        {sum()}
      </p>
      <ForwardSteps run={run} delivery={open.delivery} />
      {mayExist && <p className={styles.note}>{t('forward.mayExist')}</p>}
    </Dialog>
  );
}
