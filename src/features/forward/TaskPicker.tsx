/** Which task: those of the card first, any other by a search, or a new one. Radio buttons of one group. */
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { TaskBrief } from '../../portal/methods/taskList.ts';
import type { Rest } from '../../portal/rest.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { SearchIcon } from '../../ui/Icon/icons.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { TaskOption } from './TaskOption.tsx';
import styles from './TaskPicker.module.css';
import type { TiedTasks } from './useTiedTasks.ts';
import { useTaskSearch } from './useTaskSearch.ts';

export type Choice = { kind: 'old'; task: TaskBrief } | { kind: 'new' };

interface TaskPickerProps {
  rest: Rest;
  tied: TiedTasks;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  /** shown below "New task" while that is chosen */
  children: ReactNode;
}

export function TaskPicker({ rest, tied, choice, onChoose, children }: TaskPickerProps) {
  const { t } = useTranslation();
  const group = useId();
  const found = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const search = useTaskSearch(rest, typed);
  const others = search.tasks.filter(({ id }) => !tied.tasks.some((task) => task.id === id));
  const chosen = choice?.kind === 'old' ? choice.task : null;
  const isShown = [...tied.tasks, ...(typed.trim() === '' ? [] : others)].some(({ id }) => id === chosen?.id);
  const option = (task: TaskBrief) => (
    <TaskOption
      key={task.id}
      group={group}
      task={task}
      isChosen={task.id === chosen?.id}
      onChoose={(task) => onChoose({ kind: 'old', task })}
    />
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    const first = found.current?.querySelector<HTMLInputElement>('input');
    if (!first) return;
    event.preventDefault();
    // Those below are of what was typed before.
    if (search.isSearching) return;
    first.focus();
    first.click();
  };
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{t('forward.task')}</legend>
      <h3 className={styles.group}>{t('forward.tied')}</h3>
      <Tied tied={tied}>{tied.tasks.map(option)}</Tied>
      {chosen && !isShown && (
        <>
          <h3 className={styles.group}>{t('forward.chosen')}</h3>
          {option(chosen)}
        </>
      )}
      <TextField
        type="search"
        label={t('forward.search')}
        placeholder={t('forward.searchHint')}
        icon={<SearchIcon size={18} />}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
      />
      <output className={styles.news}>{newsOf()}</output>
      {typed.trim() !== '' && (
        <div ref={found} className={styles.options}>
          {others.map(option)}
        </div>
      )}
      <label className={styles.option}>
        <input
          type="radio"
          name={group}
          checked={choice?.kind === 'new'}
          onChange={() => onChoose({ kind: 'new' })}
        />
        <span className={styles.words}>
          <span className={styles.title}>{t('forward.newTask')}</span>{' '}
          <span className={styles.facts}>{t('forward.newTaskNote')}</span>
        </span>
      </label>
      {children}
    </fieldset>
  );

  function newsOf(): string {
    if (typed.trim() === '') return '';
    if (search.isSearching) return t('forward.searching');
    if (search.error) {
      return t('forward.searchFailed', { reason: problemWords(t, problemOf(search.error)).title });
    }
    const count = others.length;
    return count === 0 ? t('forward.nothingFound') : t('forward.found', { count });
  }
}

function Tied({ tied, children }: { tied: TiedTasks; children: ReactNode }) {
  const { t } = useTranslation();
  if (tied.status === 'loading') {
    return (
      <output aria-label={t('forward.loading')}>
        <Skeleton height="2.5rem" />
      </output>
    );
  }
  if (tied.status === 'failed') {
    return (
      <p className={styles.note} role="alert">
        {t('forward.tiedFailed')}{' '}
        <Button variant="quiet" size="small" busy={tied.isReloading} onClick={tied.reload}>
          {t('common.retry')}
        </Button>
      </p>
    );
  }
  if (tied.tasks.length === 0) return <p className={styles.note}>{t('forward.noneTied')}</p>;
  return <div className={styles.options}>{children}</div>;
}
