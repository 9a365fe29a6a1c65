/** What is seen until the portal's page has answered; quiet, since that is a moment in most cases. */
import { useTranslation } from '../i18n/context.tsx';
import { Spinner } from '../ui/Spinner/Spinner.tsx';
import styles from './Starting.module.css';

export function Starting() {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <output className={styles.text}>
        <Spinner /> {t('outside.connecting')}
      </output>
    </main>
  );
}
