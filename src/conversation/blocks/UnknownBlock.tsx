/** A block of a kind that is not known here: its words, and where the rest of it can be seen. */
import { useTranslation } from '../../i18n/context.tsx';
import { InfoIcon } from '../../ui/Icon/icons.tsx';
import styles from './AttachView.module.css';

export function UnknownBlock({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <>
      {text !== '' && (
        <p className={styles.unknown} dir="auto">
          {text}
        </p>
      )}
      <p className={styles.note}>
        <InfoIcon size={16} />
        {t('blocks.inFull')}
      </p>
    </>
  );
}
