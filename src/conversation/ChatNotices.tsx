/** What a person should know about this chat right now; most of the time nothing. */
import type { ReactNode } from 'react';
import { NotLoaded } from './NotLoaded.tsx';
import { useTranslation } from '../i18n/context.tsx';
import type { PortalError } from '../portal/errors.ts';
import { Notice } from '../ui/Notice/Notice.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

interface ChatNoticesProps {
  isOnline: boolean;
  /** the portal does not answer, or there is no network: what is written waits */
  isDown: boolean;
  /** nothing can be sent before the page is loaded anew */
  isMissing: boolean;
  /** why nothing new is read, when it has been so for a while or will not mend by itself */
  error: PortalError | null;
  /** false: what is typed does not outlive the window */
  isLasting: boolean;
  /** what the screen has to say */
  children?: ReactNode;
}

export function ChatNotices({ isOnline, isDown, isMissing, error, isLasting, children }: ChatNoticesProps) {
  const { t } = useTranslation();
  const isWaiting = isDown || !isOnline;
  return (
    <>
      {isWaiting && (
        // For the eye: `LiveState` reads it out, and its end.
        <Notice tone="warning" title={t(isOnline ? 'errors.unreachableTitle' : 'errors.offlineTitle')}>
          {t('sending.goesOutByItself')}
        </Notice>
      )}
      {!isWaiting && error && <ProblemNotice error={error} />}
      {isMissing && (
        <NotLoaded live="assertive" title={t('sending.notLoadedTitle')}>
          {t('sending.notLoadedText')}
        </NotLoaded>
      )}
      {!isLasting && (
        <Notice tone="warning" live="polite">
          {t('conversation.draftNotKept')}
        </Notice>
      )}
      {children}
    </>
  );
}
