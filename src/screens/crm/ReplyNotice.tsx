/** Above the field: why no reply is possible now, told as soon as it is so, with the button that helps. */
import type { ReactNode } from 'react';
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import type { SessionActions } from '../../features/session/useSessionActions.ts';
import { Button } from '../../ui/Button/Button.tsx';
import styles from './LineChat.module.css';
import type { ReplyHold } from './useReplyHold.ts';

interface ReplyNoticeProps {
  /** null: a reply is possible */
  hold: ReplyHold | null;
  /** how often the person has tried to send in spite of these words: each time they are read out anew */
  timesTried: number;
  actions: Pick<SessionActions, 'begin' | 'running'>;
  /** the button had the focus, and has gone: one can write now */
  onGone: () => void;
  /** what else there is to know before a reply */
  children: ReactNode;
}

/** The `<output>` is always there, else nobody hears its words; an alert that is new is heard at once. */
export function ReplyNotice({ hold, timesTried, actions, onGone, children }: ReplyNoticeProps) {
  const help = hold?.help;
  return (
    <div className={styles.notices} data-empty={(!hold && !children) || undefined}>
      {children}
      <div className={styles.hold}>
        <output className={styles.held}>{timesTried === 0 && hold?.words}</output>
        {hold && timesTried > 0 && (
          <p key={timesTried} className={styles.held} role="alert" data-tried>
            {hold.words}
          </p>
        )}
        {help && (
          // Another action is another button: the focus does not stay on what now does something else.
          <FocusPassedOn key={help.action} onGone={onGone}>
            <Button size="small" busy={actions.running !== null} onClick={() => actions.begin(help.action)}>
              {help.label}
            </Button>
          </FocusPassedOn>
        )}
      </div>
    </div>
  );
}
