/** Sending what stands in the composer, or saying why it cannot be sent as it stands. */
import { useMemo, useState } from 'react';
import { cleanTyped } from '../../text/count.ts';
import type { ComposerProps } from './composerProps.ts';
import { obstacleTo } from './obstacle.ts';
import type { useFiles } from './useFiles.ts';

interface SendOptions extends Pick<ComposerProps, 'limit' | 'countOf' | 'onSend' | 'holdOf'> {
  value: string;
  files: ReturnType<typeof useFiles>;
  isSaving: boolean;
}

export function useSend(options: SendOptions) {
  const { value, limit, countOf, onSend, holdOf, files, isSaving } = options;
  const [isTold, setTold] = useState(false);
  const count = useMemo(() => countOf(value), [countOf, value]);
  const excess = count - limit;
  const obstacle = obstacleTo({ value, excess, files: files.chosen.length, refusedFiles: files.refused });

  const hold = obstacle ? null : (holdOf?.(value) ?? null);
  // What was told has passed: the next reason is told when somebody tries to send again.
  if (isTold && !obstacle && !hold) setTold(false);

  const send = (asResult: boolean, isSureAnyway = false) => {
    if (isSaving) return;
    const isHeld = obstacle !== null || (hold !== null && !isSureAnyway);
    setTold(isHeld);
    if (isHeld) {
      hold?.onTold?.();
      return;
    }
    const taken = files.take();
    const isOnItsWay = onSend(cleanTyped(value).trim(), { asResult, files: taken.map(({ file }) => file) });
    void isOnItsWay?.then((isStored) => {
      if (!isStored) files.putBack(taken);
    });
  };
  return {
    /** in the units of the limit */
    count,
    excess,
    obstacle,
    hold,
    /** the person has tried to send it as it stands */
    isTold,
    /** Something was changed: the next attempt tells it anew. */
    forgetTold: () => setTold(false),
    send,
  };
}
