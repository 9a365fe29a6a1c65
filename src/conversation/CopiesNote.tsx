/** Tells what could not be helped: the browser itself sends a request twice when a line dies under it (BF 1A). */
import { useTranslation } from '../i18n/context.tsx';
import { InfoIcon } from '../ui/Icon/icons.tsx';
import styles from './CopiesNote.module.css';

/** @param props.reachesClient the message goes to a client outside the portal, so the copies have gone there as well */
export function CopiesNote({ reachesClient }: { reachesClient: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={styles.note}>
      <InfoIcon size={16} />
      {t(reachesClient ? 'sending.copiesToClient' : 'sending.copies')}
    </p>
  );
}
