/** The small line of a message: likes, edited, time, and a sign of where it is. */
import type { ReactNode } from 'react';
import type { Item, ItemState } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { AlertIcon, CheckIcon, ClockIcon, DeliveredIcon } from '../ui/Icon/icons.tsx';
import type { Hold } from './hold.ts';
import styles from './MessageMeta.module.css';
import { isBeingLookedFor } from './tone.ts';

interface MessageMetaProps {
  /** ISO 8601, or ms since 1970 */
  moment: string | number;
  message: Message | undefined;
  item: Item | undefined;
  hold: Hold | null;
  isOwn: boolean;
  /** how it fares on its way to a client, where the channel told */
  channelState?: Message['channelState'];
  /** `Likes` */
  likes?: ReactNode;
}

export function MessageMeta({ moment, message, item, hold, isOwn, channelState, likes }: MessageMetaProps) {
  const { t, formatTime } = useTranslation();
  const time = formatTime(moment);
  return (
    <p className={styles.meta}>
      {likes}
      {message?.isEdited && !message.isDeleted && <span>{t('conversation.edited')}</span>}
      {time !== '' && <time dateTime={new Date(moment).toISOString()}>{time}</time>}
      {channelState ? <ChannelSign state={channelState} /> : isOwn && <Sign kind={signOf(item, hold)} />}
    </p>
  );
}

const signs = {
  queued: [ClockIcon, 'sending.waiting'],
  offline: [ClockIcon, 'sending.waitsForConnection'],
  sending: [ClockIcon, 'sending.sending'],
  unclear: [ClockIcon, 'sending.confirming'],
  confirming: [ClockIcon, 'sending.confirming'],
  refused: [AlertIcon, 'sending.refused'],
  stillUnclear: [AlertIcon, 'sending.uncertain'],
  accepted: [CheckIcon, 'sending.accepted'],
  sent: [CheckIcon, 'sending.sent'],
} as const satisfies Record<ItemState | 'offline' | 'accepted', unknown>;

const channelSigns = {
  sending: [ClockIcon, 'line.underWay'],
  delivered: [DeliveredIcon, 'line.delivered'],
  // Said in words beside the text.
  failed: [AlertIcon, undefined],
} as const satisfies Record<NonNullable<Message['channelState']>, unknown>;

function ChannelSign({ state }: { state: keyof typeof channelSigns }) {
  const { t } = useTranslation();
  const [StateIcon, words] = channelSigns[state];
  return (
    <span className={styles.channel} data-state={state}>
      <StateIcon size={14} {...(words && { title: t(words) })} />
    </span>
  );
}

/** Those whose sign alone would be taken for another. */
const shortWords: Partial<Record<keyof typeof signs, 'sending.waitingShort' | 'sending.acceptedShort'>> = {
  queued: 'sending.waitingShort',
  offline: 'sending.waitingShort',
  accepted: 'sending.acceptedShort',
};

function signOf(item: Item | undefined, hold: Hold | null): keyof typeof signs {
  if (!item) return 'sent';
  if (item.state === 'queued' && hold === 'connection') return 'offline';
  if (item.state === 'sent') return item.traceId === undefined ? 'accepted' : 'sent';
  // A repeat of one in doubt is no other thing to the eye.
  return isBeingLookedFor(item) ? 'confirming' : item.state;
}

/** One tick and not two: in Bitrix24 two say "read", which nobody told us. */
function Sign({ kind }: { kind: keyof typeof signs }) {
  const { t } = useTranslation();
  const [StateIcon, words] = signs[kind];
  const word = shortWords[kind];
  return (
    <>
      {word && (
        <span className={styles.word} data-state={kind} aria-hidden>
          {t(word)}
        </span>
      )}
      <StateIcon size={14} title={t(words)} />
    </>
  );
}
