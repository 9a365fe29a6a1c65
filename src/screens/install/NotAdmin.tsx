/** The portal lets administrators alone place an application (PB 6): what to do for everybody else. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { LockIcon } from '../../ui/Icon/icons.tsx';
import styles from './InstallScreen.module.css';

export function NotAdmin({ onClose }: { onClose?: () => void }) {
  const { t } = useInstallTranslation();
  return (
    <main className={styles.middle}>
      <EmptyState
        icon={<LockIcon />}
        title={t('install.notAdminTitle')}
        headingLevel={1}
        actions={onClose && <Button onClick={onClose}>{t('install.back')}</Button>}
      >
        {t('install.notAdminText')}
      </EmptyState>
    </main>
  );
}
