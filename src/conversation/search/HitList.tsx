/** The messages that were found: one button each, walked through by the arrow keys. */
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { authorOf } from './authorOf.ts';
import type { Hit } from './hits.ts';
import styles from './search.module.css';

interface HitListProps {
  hits: readonly Hit[];
  people: ReadonlyMap<number, Person>;
  /** the one the person was led to last */
  currentId: number | null;
  onOpen: (index: number) => void;
  /** the element id of a hit */
  idOf: (index: number) => string;
  /** above the first hit */
  field: RefObject<HTMLElement | null>;
}

export function HitList({ hits, people, currentId, onOpen, idOf, field }: HitListProps) {
  const { t, formatDateTime } = useTranslation();
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: hits.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) field.current?.focus();
    else document.getElementById(idOf(next))?.focus();
  };
  if (hits.length === 0) return null;
  return (
    <ol className={styles.hits} aria-label={t('search.hits')}>
      {hits.map(({ message, match }, index) => {
        return (
          <li key={message.id} className={styles.item}>
            <button
              type="button"
              id={idOf(index)}
              className={styles.hit}
              aria-current={message.id === currentId || undefined}
              onClick={() => onOpen(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <span className={styles.head}>
                <bdi className={styles.author}>{authorOf(message, people, t)}</bdi>{' '}
                <time dateTime={message.date} className={styles.date}>
                  {formatDateTime(message.date)}
                </time>
              </span>{' '}
              <bdi className={styles.words}>
                {match.before}
                <mark className={styles.match}>{match.match}</mark>
                {match.after}
              </bdi>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
