/** The shape of the screen while its first answer is awaited. */
import { useTranslation } from '../../i18n/context.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './CrmScreen.module.css';

export function CrmLoading() {
  const { t } = useTranslation();
  return (
    <main className={styles.screen}>
      <VisuallyHidden>
        <output>{t('crm.loading')}</output>
      </VisuallyHidden>
      <div className={styles.header} aria-hidden="true">
        <div className={styles.about}>
          <Skeleton width="16rem" height="1.2rem" />
          <Skeleton width="10rem" height="0.8rem" />
        </div>
      </div>
    </main>
  );
}
