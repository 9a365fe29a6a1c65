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
  /** what the check would do; the button stands below the notice, as it does without one */
  toDo?: 'rows' | 'newPlaces' | null;
}

const notices = {
  rows: { tone: 'warning', title: 'home.mendTitle', text: 'home.mendText' },
  newPlaces: { tone: 'info', title: 'home.newPlacesTitle', text: 'home.newPlacesText' },
} as const;

export function HomeScreen({ unsupported, onCheckInstallation, toDo = null }: HomeScreenProps) {
  const { t } = useTranslation();
  const notice = toDo && notices[toDo];
  return (
    <main className={styles.page}>
      {unsupported === undefined ? (
        <EmptyState
          icon={<ChatIcon />}
          title={t('home.title')}
          headingLevel={1}
          actions={
            onCheckInstallation && (
              <Button variant={toDo ? 'primary' : 'secondary'} onClick={onCheckInstallation}>
                {t('home.checkInstallation')}
              </Button>
            )
          }
        >
          <p>{t('home.text')}</p>
          {notice && (
            <div className={styles.notice}>
              <Notice tone={notice.tone} title={t(notice.title)} live="polite">
                {t(notice.text)}
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
