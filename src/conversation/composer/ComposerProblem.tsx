/** Why nothing is sent, next to the field. */
import { useTranslation } from '../../i18n/context.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './Composer.module.css';
import type { Obstacle } from './obstacle.ts';

interface ComposerProblemProps {
  id: string;
  obstacle: Obstacle | null;
  /** characters over the limit */
  excess: number;
  /** the person has tried to send it as it stands */
  isTold: boolean;
}

/**
 * An empty field is no fault until somebody sends it; a text that is too long shows at once. Spoken are only words that stay the
 * same: the number of characters would be read out at every key.
 */
export function ComposerProblem({ id, obstacle, excess, isTold }: ComposerProblemProps) {
  const { t } = useTranslation();
  const spoken = {
    blank: isTold ? t('sending.empty') : '',
    refusedFile: isTold ? t('composer.removeRefused') : '',
    tooLong: t('conversation.tooLongToSend'),
  };
  const words = obstacle ? spoken[obstacle] : '';
  return (
    <div
      id={id}
      className={styles.problem}
      data-obstacle={obstacle ?? undefined}
      data-shown={words !== '' || undefined}
    >
      {obstacle === 'tooLong' && <p>{t('conversation.tooLong', { count: excess })}</p>}
      <output>
        {obstacle === 'tooLong' ? (
          <VisuallyHidden>{isTold ? t('sending.refusedBecause', { reason: words }) : words}</VisuallyHidden>
        ) : (
          words
        )}
      </output>
    </div>
  );
}
