/** What the portal said itself, as it came: in its own language, and as text only. */
import { useTranslation } from '../i18n/context.tsx';

export function PortalWords({ quote, className }: { quote: string; className?: string | undefined }) {
  const { t } = useTranslation();
  if (quote === '') return null;
  return (
    <span className={className}>
      {t('sending.portalSays')} <bdi>{quote}</bdi>
    </span>
  );
}
