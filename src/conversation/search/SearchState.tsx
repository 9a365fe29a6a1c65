/** How far a search has come, above what was found, and how to take it further, below. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { Spinner } from '../../ui/Spinner/Spinner.tsx';
import { PortalWords } from '../PortalWords.tsx';
import { problemWords } from '../problemWords.ts';
import styles from './search.module.css';
import type { Search } from './useSearch.ts';

interface SearchStateProps {
  search: Search;
  isEmpty: boolean;
}

export function SearchState({ search, isEmpty }: SearchStateProps) {
  const { t } = useTranslation();
  const hasFailed = search.reach === 'failed' && !search.hasFailedFurther;
  return (
    <div className={styles.state}>
      {/* Always there, so that what is written into it is read out. */}
      <output>{isEmpty ? t('search.hint') : <Count search={search} />}</output>
      {!isEmpty && hasFailed && <Failed search={search} />}
    </div>
  );
}

export function SearchFurther({ search, isEmpty }: SearchStateProps) {
  const { t } = useTranslation();
  const { reach, hasFailedFurther, isSearchingFurther, searchFurther } = search;
  if (isEmpty) return null;
  if (reach === 'failed' && hasFailedFurther) return <Failed search={search} />;
  if (reach !== 'part') return null;
  return (
    <Button className={styles.further} size="small" busy={isSearchingFurther} onClick={searchFurther}>
      {t('search.more')}
    </Button>
  );
}

function Count({ search: { hits, reach } }: { search: Search }): ReactNode {
  const { t } = useTranslation();
  const count = hits.length;
  const isOver = reach === 'all';
  const found = count === 0 ? 'nothing' : 'found';
  const words = isOver
    ? found === 'nothing'
      ? t('search.nothing')
      : t('search.found', { count })
    : found === 'nothing'
      ? t('search.nothingSoFar')
      : t('search.foundSoFar', { count });
  return (
    <>
      {reach === 'searching' && <Spinner />}
      {reach === 'searching' && ` ${t('search.searching')} `}
      {words}
      {reach === 'short' && `. ${t('search.tooShort')}`}
      {reach === 'loaded' && `. ${t('search.loadedOnly')}`}
    </>
  );
}

function Failed({ search: { error, retry } }: { search: Search }) {
  const { t } = useTranslation();
  const { title, text, quote } = problemWords(t, problemOf(error));
  return (
    <Notice
      tone="danger"
      live="polite"
      title={t('search.failed')}
      actions={
        <Button size="small" onClick={retry}>
          {t('search.whole')}
        </Button>
      }
    >
      {title}. {text} <PortalWords quote={quote} />
    </Notice>
  );
}
