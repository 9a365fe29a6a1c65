/** Above the messages of a client's chat: channel and client, who answers, and what can be done with the conversation. */
import { useCallback, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { Rest } from '../../portal/rest.ts';
import { AskFirst } from './AskFirst.tsx';
import { offersOf, type SessionAction } from './offers.ts';
import { ownerWords } from './ownerWords.ts';
import { SessionButtons } from './SessionButtons.tsx';
import styles from './SessionBar.module.css';
import { SessionOutcome } from './SessionOutcome.tsx';
import { situationOf } from './situation.ts';
import { useSessionActions } from './useSessionActions.ts';

export interface SessionBarProps {
  rest: Rest;
  chatId: number;
  /** null: it cannot be read, or has not been read so far; then nothing is claimed and nothing offered */
  dialog: LineDialog | null;
  /** null: not known */
  isMember: boolean | null;
  /** among the chats that take replies now */
  isActive: boolean;
  /** false where the portal has said that this person may not join */
  canJoin?: boolean | undefined;
  currentUserId: number;
  isAdmin: boolean;
  /** by id: the owner's name, and who is a bot */
  people: ReadonlyMap<number, Person>;
  channelTitle: string;
  clientName: string;
  /** Reads the conversation again; called after each action, whatever came of it. */
  onChanged: () => Promise<void>;
  /** One can write now, and the button that had the focus is gone: it belongs into the composer. */
  onDone?: (() => void) | undefined;
}

/** Each chat has a bar of its own: what is asked or told of one says nothing about the next. */
export function SessionBar(props: SessionBarProps) {
  return <Bar key={props.chatId} {...props} />;
}

/** Actions after which one writes. */
const leadsToWriting: ReadonlySet<SessionAction> = new Set<SessionAction>([
  'answer',
  'takeOver',
  'join',
  'start',
]);

function Bar(props: SessionBarProps) {
  const { rest, chatId, dialog, isMember, isActive, canJoin, currentUserId, isAdmin, people } = props;
  const { channelTitle, clientName, onChanged, onDone } = props;
  const { t } = useTranslation();
  const bar = useRef<HTMLElement>(null);
  const nameOf = useCallback(
    (id: number) => people.get(id)?.name.trim() || t('session.colleague'),
    [people, t],
  );
  const situation = situationOf(dialog, { isActive, currentUserId, people });
  const offers = offersOf(situation, { isMember, isAdmin, mayNotJoin: canJoin === false });
  const actions = useSessionActions({
    rest,
    chatId,
    currentUserId,
    isFree: (ownerId) => people.get(ownerId)?.isBot === true,
    onChanged,
  });
  const { running, outcome } = actions;
  // The new state may be on the screen before it is known what the action came to.
  const last = running ?? (outcome?.verdict === 'done' ? outcome.attempt.action : null);
  const passFocusOn = () => {
    if (onDone && last !== null && leadsToWriting.has(last)) onDone();
    else bar.current?.focus({ preventScroll: true });
  };
  const owner = ownerWords(t, situation, nameOf);
  const client = [channelTitle, clientName].filter(Boolean).join(' · ');
  return (
    <section ref={bar} className={styles.bar} aria-label={t('session.bar')} tabIndex={-1}>
      <div className={styles.line}>
        <p className={styles.client} title={client}>
          <strong className={styles.channel}>{channelTitle}</strong> <bdi>{clientName}</bdi>
        </p>
        <p className={styles.owner} data-standing={situation.standing} title={owner}>
          {owner}
        </p>
        <SessionButtons offers={offers} running={running} onPress={actions.begin} onGone={passFocusOn} />
      </div>
      <SessionOutcome outcome={outcome} dialog={dialog} nameOf={nameOf} onDismiss={actions.dismiss} />
      <AskFirst
        rest={rest}
        actions={actions}
        offers={offers}
        ownerId={situation.ownerId}
        ownLineId={dialog?.lineId ?? null}
        currentUserId={currentUserId}
        people={people}
        nameOf={nameOf}
        returnFocus={passFocusOn}
      />
    </section>
  );
}
