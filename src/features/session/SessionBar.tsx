/** Above the messages of a client's chat: channel and client, who answers, and what can be done with the conversation. */
import { useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { AskFirst } from './AskFirst.tsx';
import type { SessionAction } from './offers.ts';
import { ownerWords } from './ownerWords.ts';
import { SessionButtons } from './SessionButtons.tsx';
import styles from './SessionBar.module.css';
import { SessionOutcome } from './SessionOutcome.tsx';
import type { Session } from './useSession.ts';

export interface SessionBarProps {
  session: Session;
  channelTitle: string;
  clientName: string;
  /** One can write now, and the button that had the focus is gone: it belongs into the composer. */
  onDone?: (() => void) | undefined;
}

/** Actions after which one writes. */
const leadsToWriting: ReadonlySet<SessionAction> = new Set<SessionAction>([
  'answer',
  'takeOver',
  'join',
  'start',
]);

export function SessionBar({ session, channelTitle, clientName, onDone }: SessionBarProps) {
  const { dialog, situation, offers, actions, nameOf } = session;
  const { t } = useTranslation();
  const bar = useRef<HTMLElement>(null);
  const { running, outcome } = actions;
  // The new state may be on the screen before it is known what the action came to.
  const last = running ?? (outcome?.verdict === 'done' ? outcome.attempt.action : null);
  const focusBar = () => bar.current?.focus({ preventScroll: true });
  const passFocusOn = () => {
    if (onDone && last !== null && leadsToWriting.has(last)) onDone();
    else focusBar();
  };
  const owner = ownerWords(t, situation, nameOf);
  const client = [channelTitle, clientName].filter(Boolean).join(' · ');
  return (
    <section ref={bar} className={styles.bar} aria-label={t('session.bar')} tabIndex={-1}>
      <div className={styles.line}>
        <p className={styles.client} title={client}>
          <strong className={styles.channel}>{channelTitle}</strong> <bdi>{clientName}</bdi>
        </p>
        <output className={styles.owner} data-standing={situation.standing} title={owner}>
          {owner}
        </output>
        <SessionButtons offers={offers} running={running} onPress={actions.begin} onGone={passFocusOn} />
      </div>
      <SessionOutcome
        outcome={outcome}
        dialog={dialog}
        nameOf={nameOf}
        onDismiss={actions.dismiss}
        onGone={focusBar}
      />
      <AskFirst session={session} returnFocus={passFocusOn} />
    </section>
  );
}
