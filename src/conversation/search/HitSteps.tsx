/** From hit to hit. */
import { useTranslation } from '../../i18n/context.tsx';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import styles from './search.module.css';

interface HitStepsProps {
  count: number;
  /** the hit that is shown; -1: none yet */
  current: number;
  onOpen: (index: number) => void;
}

export function HitSteps({ count, current, onOpen }: HitStepsProps) {
  const { t, formatNumber } = useTranslation();
  if (count === 0) return null;
  return (
    <>
      {current >= 0 && (
        <span className={styles.place}>
          {t('search.place', { number: formatNumber(current + 1), count })}
        </span>
      )}
      <IconButton
        label={t('search.previous')}
        icon={<ArrowUpIcon />}
        shortcut="Shift+F3"
        aria-disabled={current <= 0}
        onClick={() => onOpen(current - 1)}
      />
      <IconButton
        label={t('search.next')}
        icon={<ArrowDownIcon />}
        shortcut="F3"
        aria-disabled={current >= count - 1}
        onClick={() => onOpen(current + 1)}
      />
    </>
  );
}
