/** Above the composer: that something written in other chats needs its writer, with the way to it. */
import { useId, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { useElsewhere } from '../../sending/useElsewhere.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { FocusPassedOn } from '../FocusPassedOn.tsx';
import { ElsewhereDialog } from './ElsewhereDialog.tsx';
import type { ElsewhereAround } from './elsewhereAround.ts';
import styles from './UnsentElsewhere.module.css';

interface UnsentElsewhereProps extends ElsewhereAround {
  /** of the chat on the screen */
  lane: string;
  /** The button goes, and the keyboard with it: somebody else takes the focus. */
  onGone: () => void;
}

/** Takes no room while there is nothing to say; its live region is there from the start. */
export function UnsentElsewhere({ lane, onGone, ...around }: UnsentElsewhereProps) {
  const { t } = useTranslation();
  const open = useElsewhere(around.desk, lane);
  const [isOpen, setOpen] = useState(false);
  const wordsId = useId();
  const count = open.length;
  const doubts = open.filter(({ item }) => item.state === 'stillUnclear').length;
  const key = doubts === 0 ? 'notSent' : doubts === count ? 'inDoubt' : 'notSentOrInDoubt';
  return (
    <>
      <div className={styles.line} data-shown={count > 0 || undefined}>
        <output id={wordsId} className={styles.words}>
          {count > 0 && t(keys[key], { count })}
        </output>
        {count > 0 && (
          <FocusPassedOn className={styles.button} onGone={onGone}>
            <Button
              size="small"
              variant="quiet"
              className={styles.show}
              aria-describedby={wordsId}
              aria-haspopup="dialog"
              onClick={() => setOpen(true)}
            >
              {t('elsewhere.show')}
            </Button>
          </FocusPassedOn>
        )}
      </div>
      {isOpen && (
        <ElsewhereDialog {...around} open={open} onClose={() => setOpen(false)} returnFocus={onGone} />
      )}
    </>
  );
}

const keys = {
  notSent: 'elsewhere.notSent',
  inDoubt: 'elsewhere.inDoubt',
  notSentOrInDoubt: 'elsewhere.notSentOrInDoubt',
} as const;
