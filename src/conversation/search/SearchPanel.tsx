/** Looking for a message of the dialog: a field, and what was found beside the chat. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { Rest } from '../../portal/rest.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { SearchIcon } from '../../ui/Icon/icons.tsx';
import { SidePanel } from '../../ui/SidePanel/SidePanel.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import type { Timeline } from '../timeline.ts';
import type { GoingHow } from '../place.ts';
import { HitList } from './HitList.tsx';
import { HitSteps } from './HitSteps.tsx';
import styles from './search.module.css';
import { SearchFurther, SearchState } from './SearchState.tsx';
import { ShownHit } from './ShownHit.tsx';
import { useHitKeys } from './useHitKeys.ts';
import { useSearch } from './useSearch.ts';

export interface SearchPanelProps {
  rest: Rest;
  chatId: number;
  /** what is loaded and searched at once; the rest is the portal's to search */
  timeline: Timeline;
  people: ReadonlyMap<number, Person>;
  /** leads to a message, however old; from hit to hit without the focus, which stays in the panel */
  goTo: (messageId: number, how?: GoingHow) => void;
  onClose: () => void;
  /** false: the portal cannot be asked, and only what is loaded is searched */
  canSearchAll: boolean;
}

export function SearchPanel(props: SearchPanelProps) {
  const { goTo, onClose, ...options } = props;
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useSearch({ ...options, query });
  const { hits } = search;
  const isEmpty = query.trim() === '';
  const [currentId, setCurrentId] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const current = hits.findIndex(({ message }) => message.id === currentId);
  const shown = hits[current];
  const open = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setCurrentId(hit.message.id);
    goTo(hit.message.id, { focus: false });
  };
  const focusHit = () => document.getElementById(hitId(Math.max(current, 0)))?.focus();
  const keys = useHitKeys({ hits, current, onOpen: open, field, focusHit });

  return (
    <SidePanel name={t('search.title')} title={t('search.title')} onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed on what is inside */}
      <div className={styles.search} onKeyDown={keys}>
        <div className={styles.ask}>
          <TextField
            ref={field}
            className={styles.field}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            label={t('search.field')}
            isLabelHidden
            placeholder={t('search.field')}
            icon={<SearchIcon size={16} />}
            value={query}
            onChange={setQuery}
          />
          <HitSteps count={hits.length} current={current} onOpen={open} />
        </div>
        <ShownHit hits={hits} current={current} people={search.people} />
        <div className={styles.summary}>
          <SearchState search={search} isEmpty={isEmpty} />
          {shown && (
            <Button size="small" onClick={() => goTo(shown.message.id)}>
              {t('search.goTo')}
            </Button>
          )}
        </div>
        <HitList
          hits={hits}
          people={search.people}
          currentId={currentId}
          onOpen={open}
          idOf={hitId}
          field={field}
        />
        <SearchFurther search={search} isEmpty={isEmpty} />
      </div>
    </SidePanel>
  );
}

function hitId(index: number): string {
  return `search-hit-${index}`;
}
