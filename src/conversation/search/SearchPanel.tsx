/** Looking for a message of the dialog: a field, and what was found beside the chat. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { Rest } from '../../portal/rest.ts';
import { ArrowDownIcon, ArrowUpIcon, SearchIcon } from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import { SidePanel } from '../../ui/SidePanel/SidePanel.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { isComposing } from '../composer/sendKey.ts';
import type { Timeline } from '../timeline.ts';
import { HitList } from './HitList.tsx';
import styles from './search.module.css';
import { SearchFurther, SearchState } from './SearchState.tsx';
import { useSearch } from './useSearch.ts';

export interface SearchPanelProps {
  rest: Rest;
  chatId: number;
  /** what is loaded: the newest messages, or the part that is shown */
  timeline: Timeline;
  people: ReadonlyMap<number, Person>;
  /** leads to a message, however old */
  goTo: (messageId: number) => void;
  onClose: () => void;
  /** false: the portal cannot be asked, and only what is loaded is searched */
  canSearchAll: boolean;
}

export function SearchPanel(props: SearchPanelProps) {
  const { goTo, onClose, ...options } = props;
  const { t, formatNumber } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useSearch({ ...options, query });
  const { hits } = search;
  const isEmpty = query.trim() === '';
  const [currentId, setCurrentId] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const current = hits.findIndex(({ message }) => message.id === currentId);
  const open = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setCurrentId(hit.message.id);
    goTo(hit.message.id);
  };
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isNext = event.key === 'ArrowDown' || event.key === 'Enter';
    if (!isNext || hits.length === 0) return;
    event.preventDefault();
    if (event.key === 'Enter') open(Math.max(current, 0));
    else document.getElementById(hitId(Math.max(current, 0)))?.focus();
  };

  return (
    <SidePanel name={t('search.title')} title={t('search.title')} onClose={onClose}>
      <div className={styles.search}>
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
            onKeyDown={onFieldKey}
          />
          {hits.length > 0 && (
            <>
              {current >= 0 && (
                <span className={styles.place}>
                  {t('search.place', {
                    number: formatNumber(current + 1),
                    count: hits.length,
                  })}
                </span>
              )}
              <IconButton
                label={t('search.previous')}
                icon={<ArrowUpIcon />}
                aria-disabled={current <= 0}
                onClick={() => open(current - 1)}
              />
              <IconButton
                label={t('search.next')}
                icon={<ArrowDownIcon />}
                aria-disabled={current >= hits.length - 1}
                onClick={() => open(current + 1)}
              />
            </>
          )}
        </div>
        <SearchState search={search} isEmpty={isEmpty} />
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
