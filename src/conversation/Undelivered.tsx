/** Beside a message that the channel could not bring to the client. */
import { useTranslation } from '../i18n/context.tsx';
import styles from './DeliveryState.module.css';

export function Undelivered() {
  const { t } = useTranslation();
  return (
    <p className={styles.delivery} data-tone="refused">
      <span className={styles.sentence}>{t('line.undelivered')}</span>
    </p>
  );
}
