/** How long the text is, and how long it may be. */
import { useTranslation } from '../../i18n/context.tsx';
import styles from './Composer.module.css';

/** The share of the limit from which the number is worth a look. */
const nearFrom = 0.9;

export function ComposerCounter({ id, count, limit }: { id: string; count: number; limit: number }) {
  const { t } = useTranslation();
  return (
    <p
      id={id}
      className={styles.counter}
      data-near={count >= limit * nearFrom || undefined}
      data-over={count > limit || undefined}
    >
      {t('conversation.counter', { count, limit })}
    </p>
  );
}
