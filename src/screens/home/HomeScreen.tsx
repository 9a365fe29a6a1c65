/** The application's own page, and places without a screen: where Chat Desk is found. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import styles from './HomeScreen.module.css';

interface HomeScreenProps {
  /** the code of a placement this version has no screen for */
  unsupported?: string;
  /** for administrators */
  onCheckInstallation?: () => void;
}

export function HomeScreen({ unsupported, onCheckInstallation }: HomeScreenProps) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      {unsupported === undefined ? (
        <EmptyState
          icon={<ChatIcon />}
          title={t('home.title')}
          headingLevel={1}
          actions={
            onCheckInstallation && (
              <Button onClick={onCheckInstallation}>{t('home.checkInstallation')}</Button>
            )
          }
        >
          {t('home.text')}
        </EmptyState>
      ) : (
        <EmptyState icon={<ChatIcon />} title={t('outside.unknownPlacementTitle')} headingLevel={1}>
          {t('outside.unknownPlacementText', { placement: unsupported })}
        </EmptyState>
      )}
    </main>
  );
}
