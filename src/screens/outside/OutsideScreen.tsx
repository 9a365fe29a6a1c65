/** No portal around the app: opened outside Bitrix24, or the page around the frame stays silent. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { AlertIcon, ChatIcon } from '../../ui/Icon/icons.tsx';
import styles from './OutsideScreen.module.css';

/** where `npm start` puts the local portal; `test/tools/serve.ts` tells when it is elsewhere */
const localPortal = import.meta.env.VITE_PORTAL_ORIGIN ?? 'http://localhost:8324';

/** @param code of the PortalError that `connect` gave */
export function OutsideScreen({ code }: { code: string }) {
  return <main className={styles.page}>{code === 'OUTSIDE' ? <Outside /> : <Silent code={code} />}</main>;
}

function Outside() {
  const { t } = useTranslation();
  const actions = import.meta.env.DEV && (
    <>
      <a className={styles.link} href={localPortal}>
        {t('outside.devLink')}
      </a>
      <p className={styles.hint}>{t('outside.devText')}</p>
    </>
  );
  return (
    <EmptyState
      icon={<ChatIcon />}
      title={t('outside.title')}
      headingLevel={1}
      actions={actions || undefined}
    >
      {t('outside.text')}
    </EmptyState>
  );
}

function Silent({ code }: { code: string }) {
  const { t } = useTranslation();
  const isSilent = code === 'SILENT';
  return (
    <EmptyState
      icon={<AlertIcon />}
      title={t(isSilent ? 'outside.silentTitle' : 'errors.hostTitle')}
      headingLevel={1}
      live="assertive"
      // Only a new page can shake hands again: the SDK keeps the old attempt for ever.
      actions={
        <Button variant="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
      }
    >
      {isSilent ? t('outside.silentText') : t('errors.hostText')}
    </EmptyState>
  );
}
