/** What an agent should know before a reply goes out, joined into the props of a composer. */
import { useCallback, type ReactNode } from 'react';
import type { ComposerProps, Hold, SendHow } from '../../conversation/composer/composerProps.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { ChannelNotice, saysOfChannel } from './ChannelNotice.tsx';
import { collisionWords } from './collisionWords.ts';
import { CollisionNotice, saysOfCollision } from './CollisionNotice.tsx';
import styles from './line.module.css';
import { useChannelLimit } from './useChannelLimit.ts';
import { useCollision } from './useCollision.ts';

interface ReplyCareOptions {
  chat: { connectorId: string; connectorTitle: string };
  dialog: LineDialog | null;
  /** up to the newest message, ascending */
  messages: readonly Message[];
  /** false: they have not been read so far */
  isRead: boolean;
  /** names the draft among those of all dialogs and persons of this browser */
  keptAs: string;
  people: ReadonlyMap<number, Person>;
  currentUserId: number;
  /** whom the person writes as; left out: themselves */
  asUserId?: number | undefined;
  /** the composer as it would be without this */
  composer: Pick<ComposerProps, 'value' | 'onSend'>;
  /** brings the focus into the field; called when something above it goes that had it */
  focusField?: () => void;
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
  const { chat, dialog, messages, composer, focusField = nowhere } = options;
  const translator = useTranslation();
  const { t } = translator;
  const { value: draft, onSend } = composer;
  const collision = useCollision({ ...options, draft });
  const { connectorId, connectorTitle: channel } = chat;
  const room = useChannelLimit({ connectorId, dialog, messages, draft });
  const { parts, limit } = room;

  const { warning } = collision;
  const count = parts.length;
  const lengthWords = () => (count > 1 ? t('line.overLimit', { channel, count, limit: limit ?? 0 }) : '');
  const holdOf = (): Hold | null => {
    const words = [warning && collisionWords(translator, warning, true), lengthWords()]
      .filter(Boolean)
      .join(' ');
    if (words === '') return null;
    return { words, anyway: count > 1 ? t('line.sendAs', { count }) : t('line.sendAnyway') };
  };

  return {
    notice:
      saysOfCollision(collision) || saysOfChannel(room) ? (
        <div className={styles.lines}>
          {saysOfCollision(collision) && <CollisionNotice {...collision} onGone={focusField} />}
          {saysOfChannel(room) && <ChannelNotice channel={channel} room={room} />}
        </div>
      ) : undefined,
    warning:
      warning && warning.kind !== 'closed' ? <CollisionNotice {...collision} onGone={focusField} /> : null,
    holdOf,
    counter: limit === null ? undefined : { count: room.count, limit },
    onSend: useCallback(
      (text: string, how: SendHow) => onSend(text, parts.length > 1 ? { ...how, parts } : how),
      [parts, onSend],
    ),
  };
}

function nowhere(): void {
  // Without a field there is nothing to give the focus to.
}
