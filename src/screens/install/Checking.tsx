/** Until the portal has said what there is. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import { Spinner } from '../../ui/Spinner/Spinner.tsx';
import styles from './InstallScreen.module.css';

export function Checking() {
  const { t } = useInstallTranslation();
  return (
    <main className={styles.middle}>
      <output className={styles.checking}>
        <Spinner /> {t('install.checking')}
      </output>
    </main>
  );
}
