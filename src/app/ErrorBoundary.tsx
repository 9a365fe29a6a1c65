/** The last resort: a mistake of ours becomes a screen that says so, never an empty one. */
import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { EmptyState } from '../ui/EmptyState/EmptyState.tsx';
import { AlertIcon } from '../ui/Icon/icons.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<AlertIcon />}
      title={t('errors.unexpectedTitle')}
      live="assertive"
      actions={<Button onClick={() => location.reload()}>{t('common.reload')}</Button>}
    >
      {t('errors.unexpectedText')}
    </EmptyState>
  );
}
