/** One or two plain sentences on a message that waits for something, was refused, or is in doubt. */
import { cannotLookCode, leftCode, neverSentCode, type Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { lacksResult } from '../sending/resultOf.ts';
import styles from './DeliveryState.module.css';
import type { Hold } from './hold.ts';
import { lineProblemWords } from './lineProblemWords.ts';
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import { isBeingLookedFor } from './tone.ts';

/** Nothing for one that is simply on its way. */
export function DeliveryWords({ item, hold }: { item: Item; hold: Hold | null }) {
  const { t } = useTranslation();
  const { state, problem } = item;
  if (state === 'refused' && problem && problem.code !== neverSentCode) return <Refusal item={item} />;
  if (state === 'stillUnclear' && isNotAdded(item)) return <Refusal item={item} />;
  const sentence = sentenceOf(item, hold);
  return sentence && <span className={styles.sentence}>{t(sentence)}</span>;
}

function sentenceOf(item: Item, hold: Hold | null) {
  const { state, problem } = item;
  if (lacksResult(item)) return 'sending.noResult';
  if (state === 'refused') return problem?.code === neverSentCode ? 'sending.neverSent' : 'sending.refused';
  if (state === 'stillUnclear') {
    if (problem?.code === cannotLookCode)
      return item.kind === 'openLineReply' ? 'sending.cannotLookInLine' : 'sending.cannotLook';
    return problem?.code === leftCode ? 'sending.leftUnclear' : 'sending.stillUnclear';
  }
  if (isBeingLookedFor(item)) {
    if (hold === 'connection') return 'sending.unclearOffline';
    return problem?.code === leftCode ? 'sending.reloaded' : 'sending.unclear';
  }
  return hold && state === 'queued' ? holdWords[hold] : null;
}

/** The sign beside it says of the connection what there is to say. */
const holdWords = {
  connection: null,
  limit: 'sending.waitsForLimit',
  session: 'sending.waitsForSession',
  retry: 'sending.waitsToRetry',
  alike: 'sending.waitsForAlike',
  unseen: 'sending.waitsForUnseen',
  doubt: 'sending.waitsForDoubt',
  upload: 'attachments.waitsForUpload',
  order: 'sending.waitsInOrder',
  version: 'sending.waitsForVersion',
  turn: 'sending.waitsLonger',
} as const satisfies Record<Hold, string | null>;

/** The portal says that it did not write to the client, and not whether it was half done. */
function isNotAdded({ kind, problem }: Item): boolean {
  return kind === 'openLineReply' && problem?.code === 'MESSAGE_ADD_ERROR';
}

function Refusal({ item: { kind, state, problem } }: { item: Item }) {
  const { t } = useTranslation();
  if (!problem) return null;
  // The same codes mean something else elsewhere.
  const { title, text, quote } = (kind === 'openLineReply' ? lineProblemWords : problemWords)(t, problem);
  return (
    <>
      <strong className={styles.sentence}>
        {state === 'refused' ? t('sending.refusedBecause', { reason: title }) : title}
      </strong>
      {text !== '' && <span className={styles.sentence}>{text}</span>}
      <PortalWords quote={quote} className={styles.quoted} />
    </>
  );
}
