/** What stands beside the messages: the results of the task, or the search. Loaded when it is first shown. */
import { useOnDemand } from '../../conversation/onDemand.ts';
import { NotLoaded } from '../../conversation/NotLoaded.tsx';
import type { SearchPanelProps } from '../../conversation/search/SearchPanel.tsx';
import type { ResultsPanelProps } from '../../features/results/ResultsPanel.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import { SidePanel } from '../../ui/SidePanel/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import type { Aside } from './useAside.ts';

interface TaskAsideProps {
  shown: Aside;
  onClose: () => void;
  results: Omit<ResultsPanelProps, 'onClose'>;
  search: Omit<SearchPanelProps, 'onClose'>;
}

const loadResults = () => import('../../features/results/ResultsPanel.tsx');
const loadSearch = () => import('../../conversation/search/SearchPanel.tsx');

export function TaskAside({ shown, onClose, results, search }: TaskAsideProps) {
  const { t } = useTranslation();
  const resultsPart = useOnDemand(loadResults, shown === 'results');
  const searchPart = useOnDemand(loadSearch, shown === 'search');
  const part = shown === 'results' ? resultsPart : searchPart;
  if (part === 'failed' || part === null) {
    const name = t(shown === 'results' ? 'task.panelResults' : 'task.panelSearch');
    return (
      <SidePanel name={name} title={name} onClose={onClose}>
        {part === null ? (
          <Skeleton height="4rem" />
        ) : (
          <NotLoaded live="polite">{t('task.panelNotLoaded')}</NotLoaded>
        )}
      </SidePanel>
    );
  }
  if ('ResultsPanel' in part) return <part.ResultsPanel {...results} onClose={onClose} />;
  return <part.SearchPanel {...search} onClose={onClose} />;
}
