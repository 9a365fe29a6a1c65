/** The buttons of the header: what stands beside the messages. */
import { useTranslation } from '../../i18n/context.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { ResultIcon, SearchIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import { Foldable } from '../../ui/VisuallyHidden/Foldable.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './TaskTools.module.css';
import type { Aside } from './useAside.ts';

interface TaskToolsProps {
  shown: Aside | null;
  onToggle: (aside: Aside) => void;
  /** undefined: not known yet, or not for this person */
  resultCount: number | undefined;
  /** a message could not be made a result, or may not have been */
  resultsNeedAttention: boolean;
  /** false: the messages cannot be read */
  canSearch: boolean;
}

export function TaskTools(props: TaskToolsProps) {
  const { shown, onToggle, resultCount, resultsNeedAttention, canSearch } = props;
  const { t, formatNumber } = useTranslation();
  return (
    <div className={styles.tools}>
      {canSearch && (
        <IconButton
          label={t('task.panelSearch')}
          icon={<SearchIcon />}
          aria-expanded={shown === 'search'}
          onClick={() => onToggle('search')}
        />
      )}
      <Button
        className={styles.results}
        icon={<ResultIcon />}
        aria-expanded={shown === 'results'}
        onClick={() => onToggle('results')}
      >
        <Foldable>{t('task.panelResults')}</Foldable>
        {resultCount !== undefined && <Badge>{formatNumber(resultCount)}</Badge>}
        {resultsNeedAttention && (
          <span className={styles.dot}>
            <VisuallyHidden>{t('results.needsAttention')}</VisuallyHidden>
          </span>
        )}
      </Button>
    </div>
  );
}
