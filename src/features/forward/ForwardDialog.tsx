/** "To task": first the form, then how far it has come. Loaded with its first use, and delivery with it. */
import { useMemo } from 'react';
import { openDelivery } from '../../sending/openDelivery.ts';
import { ForwardForm, nothingYet, type Remembered } from './ForwardForm.tsx';
import type { Forwarding } from './forwarding.ts';
import { ForwardProgress } from './ForwardProgress.tsx';
import type { Run } from './run.ts';
import { outcomeOf, stepsOf } from './steps.ts';

export interface ForwardDialogProps {
  forwarding: Forwarding;
  /** of this message; null: it is not being forwarded */
  run: Run | null;
  remembered: Remembered | undefined;
  onRemember: (remembered: Remembered) => void;
  onRun: (run: Run | null) => void;
  onClose: () => void;
}

export function ForwardDialog(props: ForwardDialogProps) {
  const { forwarding, run, remembered = nothingYet, onRemember, onRun, onClose } = props;
  const { portal, user } = forwarding;
  const open = useMemo(() => openDelivery({ portal, userId: user.id }), [portal, user.id]);
  const shared = { forwarding, open, onClose };
  if (run) {
    const begin = () => {
      void run.giveUp();
      onRun(null);
    };
    return <ForwardProgress key="progress" {...shared} run={run} onBack={begin} />;
  }
  return (
    <ForwardForm key="form" {...shared} remembered={remembered} onRemember={onRemember} onStart={onRun} />
  );
}

/** For those who follow a run without its dialog. */
export function outcomeOfRun(run: Run) {
  return outcomeOf(stepsOf(run));
}
