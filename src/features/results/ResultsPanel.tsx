/** The results of the task, beside its chat: the content of an aside, which gives the room. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { Around } from '../../conversation/around.ts';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ResultIcon } from '../../ui/Icon/icons.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { SidePanel } from '../../ui/SidePanel/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import { DeleteResult } from './DeleteResult.tsx';
import { LeftDrafts } from './LeftDrafts.tsx';
import { OnTheWay } from './OnTheWay.tsx';
import { ResultCard } from './ResultCard.tsx';
import styles from './ResultsPanel.module.css';
import type { Results } from './results.ts';
import { useDeletion } from './useDeletion.ts';
import { useNewResults } from './useNewResults.ts';

export interface ResultsPanelProps {
  results: Results;
  around: Pick<Around, 'people' | 'files' | 'currentUserId' | 'portalOrigin' | 'goTo'>;
  /** what is loaded of the chat: it knows the files of results */
  messages: readonly Message[];
  /** code points of a text, as the portal will count them */
  countOf: (text: string) => number;
  /** the person has no part in the task */
  isStranger: boolean;
  /** the person may read the chat: without that no message can be made a result here */
  canRead: boolean;
  onClose: () => void;
}

/** A region named "Results". */
export function ResultsPanel(props: ResultsPanelProps) {
  const { results, around, messages, countOf, isStranger, canRead, onClose } = props;
  const { t } = useTranslation();
  const { status, results: rows, error } = results;
  const box = useRef<HTMLDivElement>(null);
  const news = useNewResults(results);
  useEffect(() => {
    const newest = rows.find(({ id }) => news.has(id));
    const isTyping =
      box.current?.contains(document.activeElement) && document.activeElement?.matches('textarea');
    if (newest && !isTyping) cardOf(box.current, newest.id)?.scrollIntoView({ block: 'nearest' });
    // Once for each that comes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [news]);
  const focusOn = (id: number | null) => (cardOf(box.current, id) ?? box.current)?.focus();
  const deletion = useDeletion(results, focusOn);

  return (
    <SidePanel
      name={t('results.title')}
      title={t('results.title')}
      count={status === 'ready' ? rows.length : undefined}
      onClose={onClose}
    >
      <div ref={box} className={styles.content} tabIndex={-1} aria-busy={status === 'loading' || undefined}>
        {error && (
          <Failure
            error={error}
            isBusy={results.isReloading}
            isOutdated={status === 'ready'}
            retry={results.reload}
          />
        )}
        <OnTheWay results={results} messages={messages} goTo={around.goTo} />
        {status === 'loading' && <Loading />}
        {status === 'ready' && rows.length === 0 && results.onTheWay.size === 0 && (
          <EmptyState icon={<ResultIcon />} title={t('results.emptyTitle')} headingLevel={3}>
            {results.mayPromote && <p>{t(canRead ? 'results.emptyText' : 'results.emptyTextUnread')}</p>}
          </EmptyState>
        )}
        {status !== 'loading' && <LeftDrafts results={results} />}
        {rows.length > 0 && (
          <ul className={styles.list}>
            {rows.map((result) => (
              <li key={result.id}>
                <ResultCard
                  result={result}
                  results={results}
                  around={around}
                  message={messages.find(({ id }) => id === result.messageId)}
                  countOf={countOf}
                  isNew={news.has(result.id)}
                  onDelete={() => deletion.ask(result)}
                />
              </li>
            ))}
          </ul>
        )}
        {results.mayPromote && canRead && status === 'ready' && (
          <p className={styles.foot}>
            {t('results.authorNote')} {isStranger && t('results.strangerNote')}
          </p>
        )}
        <DeleteResult deletion={deletion} />
      </div>
    </SidePanel>
  );
}

function cardOf(box: HTMLElement | null, id: number | null): HTMLElement | null {
  return id === null ? null : (box?.querySelector<HTMLElement>(`[data-result="${id}"]`) ?? null);
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      <VisuallyHidden>{t('results.loading')}</VisuallyHidden>
      {[1, 2, 3].map((card) => (
        <div key={card} className={styles.placeholder}>
          <Skeleton />
          <Skeleton width="80%" />
          <Skeleton width="40%" height="0.8em" />
        </div>
      ))}
    </div>
  );
}

interface FailureProps {
  error: PortalError;
  /** what is shown below was read before */
  isOutdated: boolean;
  isBusy: boolean;
  retry: () => void;
}

function Failure({ error, isOutdated, isBusy, retry }: FailureProps): ReactNode {
  const { t } = useTranslation();
  // A method that is not there comes with no second try: "no longer there" would be another thing.
  const isUnsupported = error.kind === 'notFound';
  const { title, text, quote } = problemWords(t, problemOf(error));
  return (
    <Notice
      tone="warning"
      live="polite"
      title={
        isUnsupported
          ? t('results.unsupportedTitle')
          : t(isOutdated ? 'results.outdated' : 'results.failedTitle')
      }
      actions={
        !isUnsupported && (
          <Button size="small" busy={isBusy} onClick={retry}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      {isUnsupported ? (
        t('results.unsupportedText')
      ) : (
        <>
          {title}. {text} <PortalWords quote={quote} />
        </>
      )}
    </Notice>
  );
}
