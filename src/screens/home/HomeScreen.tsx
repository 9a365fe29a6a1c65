/** The application's own page, and places without a screen: where Chat Desk is found. */
import { useTranslation } from '../../i18n/context.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import styles from './HomeScreen.module.css';

/** @param unsupported the code of a placement this version has no screen for */
export function HomeScreen({ unsupported }: { unsupported?: string }) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      {unsupported === undefined ? (
        <EmptyState icon={<ChatIcon />} title={t('home.title')} headingLevel={1}>
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
