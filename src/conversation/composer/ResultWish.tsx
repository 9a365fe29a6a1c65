/** Above the field: what is written was to become a result, and does so however it is sent. */
import { useTranslation } from '../../i18n/context.tsx';
import { CloseIcon, ResultIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import styles from './ResultWish.module.css';
import { useSaidLater } from './useSaidLater.ts';

interface ResultWishProps {
  /** false: nobody can make results here just now */
  isPossible: boolean;
  onCancel: () => void;
}

/** It comes with a text that is taken back, so it is read out. */
export function ResultWish({ isPossible, onCancel }: ResultWishProps) {
  const { t } = useTranslation();
  const told = useSaidLater(t(isPossible ? 'composer.resultWish' : 'composer.resultNotPossible'));
  return (
    <div className={styles.wish} data-possible={isPossible || undefined}>
      <ResultIcon />
      <output className={styles.words}>{told}</output>
      <IconButton size="small" label={t('composer.notAsResult')} icon={<CloseIcon />} onClick={onCancel} />
    </div>
  );
}
