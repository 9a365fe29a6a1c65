/** Until the portal has said what there is. */
import { useTranslation } from '../../i18n/context.tsx';
import { Spinner } from '../../ui/Spinner/Spinner.tsx';
import styles from './InstallScreen.module.css';

export function Checking() {
  const { t } = useTranslation();
  return (
    <main className={styles.middle}>
      <output className={styles.checking}>
        <Spinner /> {t('install.checking')}
      </output>
    </main>
  );
}
