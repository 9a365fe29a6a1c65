/** What an agent should know before a reply goes out, joined into the props of a composer. */
import { useCallback, type ReactNode } from 'react';
import type { ComposerProps, Hold, SendHow } from '../../conversation/composer/composerProps.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { ChannelNotice, saysOfChannel } from './ChannelNotice.tsx';
import { CollisionNotice, saysOfCollision } from './CollisionNotice.tsx';
import styles from './line.module.css';
import { useChannelLimit } from './useChannelLimit.ts';
import { useCollision } from './useCollision.ts';

interface ReplyCareOptions {
  chat: { connectorId: string; connectorTitle: string };
  dialog: LineDialog | null;
  /** up to the newest message, ascending */
  messages: readonly Message[];
  people: ReadonlyMap<number, Person>;
  currentUserId: number;
  /** whom the person writes as; left out: themselves */
  asUserId?: number | undefined;
  /** the composer as it would be without this */
  composer: Pick<ComposerProps, 'value' | 'onSend'>;
}

type ReplyCare = Required<Pick<ComposerProps, 'notice' | 'holdOf' | 'onSend'>> &
  Pick<ComposerProps, 'counter'> & {
    /** the part of `notice` that tells what a colleague did; null: nobody did anything */
    warning: ReactNode;
  };

/**
 * The first Send after a colleague has acted asks; a text that is too long for the channel goes as several messages once
 * the person says so. Nothing typed is lost by either.
 */
export function useReplyCare(options: ReplyCareOptions): ReplyCare {
  const { chat, dialog, messages, people, currentUserId, asUserId, composer } = options;
  const { t, formatTime } = useTranslation();
  const { value: draft, onSend } = composer;
  const collision = useCollision({ messages, people, dialog, draft, currentUserId, asUserId });
  const { connectorId, connectorTitle: channel } = chat;
  const room = useChannelLimit({ connectorId, dialog, messages, draft });
  const { parts, limit } = room;

  const { warning } = collision;
  const collisionWords = () => {
    if (!warning) return '';
    const name = warning.name ?? t('line.colleague');
    if (warning.kind === 'closed') return t('line.closed');
    return warning.kind === 'taken'
      ? t('line.holdTaken', { name })
      : t('line.holdAnswered', { name, time: formatTime(warning.at ?? '') });
  };
  const count = parts.length;
  const lengthWords = () => (count > 1 ? t('line.overLimit', { channel, count, limit: limit ?? 0 }) : '');
  const holdOf = (): Hold | null => {
    const words = [collisionWords(), lengthWords()].filter(Boolean).join(' ');
    if (words === '') return null;
    return { words, anyway: count > 1 ? t('line.sendAs', { count }) : t('line.sendAnyway') };
  };

  return {
    notice:
      saysOfCollision(collision) || saysOfChannel(room) ? (
        <div className={styles.lines}>
          {saysOfCollision(collision) && <CollisionNotice {...collision} />}
          {saysOfChannel(room) && <ChannelNotice channel={channel} room={room} />}
        </div>
      ) : undefined,
    warning: warning && warning.kind !== 'closed' ? <CollisionNotice {...collision} /> : null,
    holdOf,
    counter: limit === null ? undefined : { count: room.count, limit },
    onSend: useCallback(
      (text: string, how: SendHow) => (parts.length > 1 ? sendAll(parts, how, onSend) : onSend(text, how)),
      [parts, onSend],
    ),
  };
}

/** In one go, so that a page that closes between them loses none; files go with the first. */
function sendAll(parts: readonly string[], how: SendHow, onSend: ComposerProps['onSend']) {
  const withoutFiles: SendHow = { asResult: false, files: [] };
  const sent = parts.map((part, index) => Promise.resolve(onSend(part, index === 0 ? how : withoutFiles)));
  return Promise.all(sent).then(([first]) => first !== false);
}
