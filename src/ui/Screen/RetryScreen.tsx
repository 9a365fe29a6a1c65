/** In the place of a screen that could not be had: why, and another try. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../Button/Button.tsx';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import { Screen } from './Screen.tsx';

interface RetryScreenProps {
  icon: ReactNode;
  title: string;
  retry: () => void;
  isBusy: boolean;
  /** why, and what to do about it */
  children: ReactNode;
}

export function RetryScreen({ icon, title, retry, isBusy, children }: RetryScreenProps) {
  const { t } = useTranslation();
  return (
    <Screen>
      <EmptyState
        icon={icon}
        title={title}
        headingLevel={1}
        live="assertive"
        actions={
          <Button variant="primary" onClick={retry} busy={isBusy}>
            {t('common.retry')}
          </Button>
        }
      >
        {children}
      </EmptyState>
    </Screen>
  );
}
