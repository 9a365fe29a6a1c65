/** What a message answers, in one line above it; leads there. */
import { useTranslation } from '../i18n/context.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { Around } from './around.ts';
import { plainWords } from './plainWords.ts';
import type { Quote } from './quote.ts';
import styles from './QuoteLine.module.css';
import { useTextLabels } from './useTextLabels.ts';

/** Longer texts are cut by the style sheet; this keeps a button's name bearable. */
const longest = 160;

interface QuoteLineProps {
  quote: Quote;
  around: Around;
  /** of the button, in a list whose rows are reached by arrow keys */
  tabIndex?: number;
}

export function QuoteLine({ quote, around, tabIndex }: QuoteLineProps) {
  const { t } = useTranslation();
  const { people, currentUserId, goTo } = around;
  const words = useWords(quote, around);
  const known = people.get(quote.authorId)?.name.trim() || quote.authorName?.trim();
  const someone = quote.authorId === 0 ? t('conversation.system') : known || t('common.unknownPerson');
  const name = quote.authorId === currentUserId ? t('common.you') : someone;
  // Who wrote what was deleted without a trace, nobody knows.
  const isNowhere = quote.isDeleted && quote.authorId === 0;
  const label = isNowhere ? t('search.answersDeleted') : t('search.answers', { name, text: words });
  const lines = (
    <>
      {!isNowhere && (
        <bdi className={styles.author} aria-hidden>
          {name}
        </bdi>
      )}
      <bdi className={styles.text} data-faint={quote.isDeleted || undefined} aria-hidden>
        {words}
      </bdi>
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
  if (!goTo || isNowhere) return <p className={styles.quote}>{lines}</p>;
  return (
    <button type="button" className={styles.quote} tabIndex={tabIndex} onClick={() => goTo(quote.messageId)}>
      {lines}
    </button>
  );
}

function useWords(quote: Quote, { people }: Around): string {
  const { t } = useTranslation();
  const labels = useTextLabels();
  if (quote.isDeleted) return t('conversation.deleted');
  const words = plainWords(quote.text, { labels, nameOf: (id) => people.get(id)?.name });
  const shown = words || quote.fileName || labels.file;
  return shown.length > longest ? `${shown.slice(0, longest).trimEnd()}…` : shown;
}
