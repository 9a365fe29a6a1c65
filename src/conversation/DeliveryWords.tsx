/** One or two plain sentences on a message that was refused or is in doubt. */
import { useTranslation } from '../i18n/context.tsx';
import type { Outgoing, Problem } from '../sending/outgoing.ts';
import styles from './DeliveryState.module.css';
import { problemWords } from './problemWords.ts';

/** The code an outgoing message carries when the page was closed before the portal had answered. */
const reloaded = 'RELOADED';

export function DeliveryWords({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation();
  const { state, problem } = outgoing;
  if (state === 'refused' && problem) return <Refusal problem={problem} />;
  if (state === 'refused') return <span className={styles.sentence}>{t('sending.refused')}</span>;
  if (state === 'stillUnclear') return <span className={styles.sentence}>{t('sending.stillUnclear')}</span>;
  const words = problem?.code === reloaded ? 'sending.reloaded' : 'sending.unclear';
  return <span className={styles.sentence}>{t(words)}</span>;
}

/** A gateway can answer with a whole page. */
const longestQuote = 500;

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const portalText = problem.portalText.trim().slice(0, longestQuote);
  const { title, text } = problemWords(t, { ...problem, portalText });
  const isQuoted = portalText === '' || text.includes(portalText);
  return (
    <>
      <strong className={styles.sentence}>{t('sending.refusedBecause', { reason: title })}</strong>
      <span className={styles.sentence}>{text}</span>
      {!isQuoted && (
        <span className={styles.quoted}>
          {t('sending.portalSays')} <bdi>{portalText}</bdi>
        </span>
      )}
    </>
  );
}
