/** The application's own page, and places without a screen: where Chat Desk is found. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './HomeScreen.module.css';

interface HomeScreenProps {
  /** the code of a placement this version has no screen for */
  unsupported?: string;
  /** for administrators */
  onCheckInstallation?: () => void;
  /** rows are missing or of an earlier version; the button stands below the notice, as it does without one */
  isToMend?: boolean;
}

export function HomeScreen({ unsupported, onCheckInstallation, isToMend = false }: HomeScreenProps) {
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
              <Button variant={isToMend ? 'primary' : 'secondary'} onClick={onCheckInstallation}>
                {t('home.checkInstallation')}
              </Button>
            )
          }
        >
          <p>{t('home.text')}</p>
          {isToMend && (
            <div className={styles.notice}>
              <Notice tone="warning" title={t('home.mendTitle')} live="polite">
                {t('home.mendText')}
              </Notice>
            </div>
          )}
        </EmptyState>
      ) : (
        <EmptyState icon={<ChatIcon />} title={t('outside.unknownPlacementTitle')} headingLevel={1}>
          {t('outside.unknownPlacementText', { placement: unsupported })}
        </EmptyState>
      )}
    </main>
  );
}
