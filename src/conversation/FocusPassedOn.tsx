/** A box for what goes away by itself, with buttons that somebody may stand on. */
import type { ReactNode } from 'react';
import { useFocusPassedOn } from './useFocusPassedOn.ts';

interface FocusPassedOnProps {
  as?: 'div' | 'span';
  className?: string | undefined;
  /** it has gone with the focus in it */
  onGone: () => void;
  children: ReactNode;
}

export function FocusPassedOn({ as: Box = 'span', className, onGone, children }: FocusPassedOnProps) {
  const box = useFocusPassedOn<HTMLDivElement & HTMLSpanElement>(onGone);
  return (
    <Box ref={box} className={className}>
      {children}
    </Box>
  );
}
