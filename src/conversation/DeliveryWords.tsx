/** One or two plain sentences on a message that was refused or is in doubt. */
import { useTranslation } from '../i18n/context.tsx';
import { neverSentCode, type Outgoing, type Problem, reloadedCode } from '../sending/outgoing.ts';
import styles from './DeliveryState.module.css';
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';

export function DeliveryWords({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation();
  const { state, problem } = outgoing;
  if (state === 'refused' && problem) return <Refusal problem={problem} />;
  return <span className={styles.sentence}>{t(sentenceOf(outgoing))}</span>;
}

function sentenceOf({ state, problem }: Outgoing) {
  if (state === 'refused') return 'sending.refused';
  if (state === 'stillUnclear') {
    return problem?.code === neverSentCode ? 'sending.neverSent' : 'sending.stillUnclear';
  }
  return problem?.code === reloadedCode ? 'sending.reloaded' : 'sending.unclear';
}

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { title, text, quote } = problemWords(t, problem);
  return (
    <>
      <strong className={styles.sentence}>{t('sending.refusedBecause', { reason: title })}</strong>
      {text !== '' && <span className={styles.sentence}>{text}</span>}
      <PortalWords quote={quote} className={styles.quoted} />
    </>
  );
}
