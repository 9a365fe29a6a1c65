/** A message that was sent more than once, where its note is not before the reader's eyes: too far up, or not loaded. */
import { useState } from 'react';
import type { Copied } from '../delivery/told.ts';
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { CloseIcon } from '../ui/Icon/icons.tsx';
import { IconButton } from '../ui/IconButton/IconButton.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import type { Place } from './place.ts';
import { useSeen } from './useSeen.ts';

/** ms before somebody's eyes; longer than the note beside the message needs when it is on the screen */
const patience = 6_000;

interface CopiesNoticeProps {
  copied: Copied;
  /** the message went to a client outside the portal, so the copies have gone there as well */
  reachesClient: boolean;
  goTo: Place['goTo'];
  /** The person knows. */
  onShown: (messageId: number) => void;
}

export function CopiesNotice({ copied, reachesClient, goTo, onShown }: CopiesNoticeProps) {
  const { t } = useTranslation();
  const messageId = [...copied].findLast(([, how]) => how === 'untold')?.[0] ?? null;
  const [due, setDue] = useState<number | null>(null);
  useSeen(messageId, setDue, patience);
  if (messageId === null || messageId !== due) return null;
  return (
    <Notice
      live="polite"
      actions={
        <>
          <Button size="small" onClick={() => void goTo(messageId)}>
            {t('composer.showMessage')}
          </Button>
          <IconButton
            size="small"
            label={t('common.close')}
            icon={<CloseIcon />}
            onClick={() => onShown(messageId)}
          />
        </>
      }
    >
      {t(reachesClient ? 'sending.copiesAboveToClient' : 'sending.copiesAbove')}
    </Notice>
  );
}
