/** The small line of a message: likes, edited, time, and a sign of where it is. */
import type { ReactNode } from 'react';
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { AlertIcon, CheckIcon, ClockIcon, DeliveredIcon } from '../ui/Icon/icons.tsx';
import type { Hold } from './hold.ts';
import styles from './MessageMeta.module.css';
import { signOf, type SignKind, signWords } from './signs.ts';

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

const icons = {
  queued: ClockIcon,
  offline: ClockIcon,
  sending: ClockIcon,
  unclear: ClockIcon,
  confirming: ClockIcon,
  refused: AlertIcon,
  stillUnclear: AlertIcon,
  accepted: CheckIcon,
  sent: CheckIcon,
} as const satisfies Record<SignKind, unknown>;

const channelSigns = {
  sending: [ClockIcon, 'line.underWay'],
  delivered: [DeliveredIcon, 'line.delivered'],
  // Said in words beside the text.
  failed: [AlertIcon, undefined],
} as const satisfies Record<NonNullable<Message['channelState']>, unknown>;

function ChannelSign({ state }: { state: keyof typeof channelSigns }) {
  const { t } = useTranslation();
  const [StateIcon, key] = channelSigns[state];
  const words = key && { title: t(key) };
  return (
    <span className={styles.sign} data-channel={state} {...words}>
      <StateIcon size={14} {...words} />
    </span>
  );
}

/** Those whose sign alone would be taken for another. */
const shortWords: Partial<Record<SignKind, 'sending.waitingShort' | 'sending.acceptedShort'>> = {
  queued: 'sending.waitingShort',
  offline: 'sending.waitingShort',
  accepted: 'sending.acceptedShort',
};

/** One tick and not two: in Bitrix24 two say "read", which nobody told us. */
function Sign({ kind }: { kind: SignKind }) {
  const { t } = useTranslation();
  const StateIcon = icons[kind];
  const words = t(signWords[kind]);
  const word = shortWords[kind];
  return (
    <span className={styles.sign} title={words}>
      {word && (
        <span className={styles.word} data-state={kind} aria-hidden>
          {t(word)}
        </span>
      )}
      <StateIcon size={14} title={words} />
    </span>
  );
}
