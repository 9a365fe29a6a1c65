/** The small line of a message: likes, edited, time, and a sign of where it is. */
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Outgoing, OutgoingState } from '../sending/outgoing.ts';
import { AlertIcon, CheckIcon, ClockIcon } from '../ui/Icon/icons.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './MessageMeta.module.css';

interface MessageMetaProps {
  /** ISO 8601, or ms since 1970 */
  moment: string | number;
  message: Message | undefined;
  outgoing: Outgoing | undefined;
  isOwn: boolean;
}

export function MessageMeta({ moment, message, outgoing, isOwn }: MessageMetaProps) {
  const { t, formatTime, formatNumber } = useTranslation();
  const time = formatTime(moment);
  const likes = message?.likes ?? 0;
  return (
    <p className={styles.meta}>
      {likes > 0 && (
        <span className={styles.likes}>
          <span aria-hidden>♥ {formatNumber(likes)}</span>
          <VisuallyHidden>{t('conversation.liked', { count: likes })}</VisuallyHidden>
        </span>
      )}
      {message?.isEdited && !message.isDeleted && <span>{t('conversation.edited')}</span>}
      {time !== '' && <time dateTime={new Date(moment).toISOString()}>{time}</time>}
      {isOwn && <Sign state={outgoing?.state ?? 'sent'} />}
    </p>
  );
}

const signs = {
  queued: [ClockIcon, 'sending.waiting'],
  sending: [ClockIcon, 'sending.sending'],
  confirming: [ClockIcon, 'sending.confirming'],
  refused: [AlertIcon, 'sending.refused'],
  stillUnclear: [AlertIcon, 'sending.uncertain'],
  accepted: [CheckIcon, 'sending.accepted'],
  sent: [CheckIcon, 'sending.sent'],
} as const satisfies Record<OutgoingState | 'sent', unknown>;

/** States whose sign alone would be taken for another. */
const shortWords = { queued: 'sending.waitingShort', accepted: 'sending.acceptedShort' } as const;

/** One tick and not two: in Bitrix24 two say "read", which nobody told us. */
function Sign({ state }: { state: OutgoingState | 'sent' }) {
  const { t } = useTranslation();
  const [StateIcon, words] = signs[state];
  const word = state === 'queued' || state === 'accepted' ? shortWords[state] : undefined;
  return (
    <>
      {word && (
        <span className={styles.word} data-state={state} aria-hidden>
          {t(word)}
        </span>
      )}
      <StateIcon size={14} title={t(words)} />
    </>
  );
}
