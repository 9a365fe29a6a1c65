/** The card of the CRM while its first answer is awaited. */
import { useTranslation } from '../../i18n/context.tsx';
import { LoadingScreen } from '../../ui/Screen/LoadingScreen.tsx';

export function CrmLoading() {
  const { t } = useTranslation();
  return <LoadingScreen label={t('crm.loading')} />;
}
