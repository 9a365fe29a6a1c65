/** A part of the app could not be loaded, and will not be before the page is. */
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';

interface NotLoadedProps {
  title?: string;
  /** read out when it appears */
  live: 'polite' | 'assertive';
  children: ReactNode;
}

export function NotLoaded({ title, live, children }: NotLoadedProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="danger"
      live={live}
      {...(title === undefined ? {} : { title })}
      actions={
        <Button size="small" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
