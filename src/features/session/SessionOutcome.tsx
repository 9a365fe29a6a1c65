/** What came of an action: told aloud, and shown where the bar itself does not show it. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import { asItStands, isFailure, type Outcome } from './outcome.ts';
import { doneWords, troubleWords } from './outcomeWords.ts';
import styles from './SessionBar.module.css';

interface SessionOutcomeProps {
  outcome: Outcome | null;
  /** as it stands now; a later reading may show that it was done after all */
  dialog: LineDialog | null;
  nameOf: (id: number) => string;
  onDismiss: () => void;
  /** it had the focus, and has gone */
  onGone: () => void;
}

export function SessionOutcome({ outcome, dialog, nameOf, onDismiss, onGone }: SessionOutcomeProps) {
  const { t } = useTranslation();
  const shown = outcome && asItStands(outcome, dialog);
  const trouble = shown && troubleWords(t, shown, nameOf);
  const hasFailed = shown !== null && isFailure(shown);
  return (
    <>
      <output>
        <VisuallyHidden>{shown && doneWords(t, shown)}</VisuallyHidden>
      </output>
      {trouble && (
        <FocusPassedOn as="div" className={styles.outcome} onGone={onGone}>
          <Notice
            tone={hasFailed ? 'warning' : 'info'}
            live={hasFailed ? 'assertive' : 'polite'}
            {...(trouble.title === '' ? {} : { title: trouble.title })}
            actions={
              <Button variant="quiet" size="small" onClick={onDismiss}>
                {t('session.dismiss')}
              </Button>
            }
          >
            {trouble.text} <PortalWords quote={trouble.quote} />
          </Notice>
        </FocusPassedOn>
      )}
    </>
  );
}
