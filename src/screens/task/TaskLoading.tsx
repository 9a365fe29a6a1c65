/** The card of a task while its first answer is awaited. */
import { useTranslation } from '../../i18n/context.tsx';
import { LoadingScreen } from '../../ui/Screen/LoadingScreen.tsx';

export function TaskLoading() {
  const { t } = useTranslation();
  return <LoadingScreen label={t('task.loading')} />;
}
