/** What has become of a message that is not through: in words, with what can be done about it. */
import { useTranslation } from '../i18n/context.tsx';
import type { Outgoing } from '../sending/outgoing.ts';
import { Button } from '../ui/Button/Button.tsx';
import type { OutgoingActions } from './actions.ts';
import styles from './DeliveryState.module.css';
import { DeliveryWords } from './DeliveryWords.tsx';
import { toneOf } from './tone.ts';

interface DeliveryStateProps {
  outgoing: Outgoing;
  actions: OutgoingActions;
}

/** Trouble is read out (an `output` is a status, there from the start); "sending" and "sent" are not, they are the rule. */
export function DeliveryState({ outgoing, actions }: DeliveryStateProps) {
  const { t } = useTranslation();
  const { key, state } = outgoing;
  const isCalm = toneOf(outgoing) === 'calm';
  return (
    <div className={styles.delivery} data-tone={toneOf(outgoing)}>
      <output className={styles.words}>{!isCalm && <DeliveryWords outgoing={outgoing} />}</output>
      {!isCalm && (
        <div className={styles.actions}>
          {state === 'confirming' && (
            <Action onPress={() => actions.checkAgain(key)}>{t('sending.checkNow')}</Action>
          )}
          {state !== 'confirming' && <Action onPress={() => actions.edit(key)}>{t('sending.edit')}</Action>}
          {state === 'stillUnclear' && (
            <Action onPress={() => actions.checkAgain(key)}>{t('sending.check')}</Action>
          )}
          {canBeSentAgain(outgoing) && (
            <Action onPress={() => actions.sendAgain(key)}>{t('sending.sendAgain')}</Action>
          )}
          {state !== 'confirming' && (
            <Action onPress={() => actions.remove(key)}>{t('sending.delete')}</Action>
          )}
        </div>
      )}
    </div>
  );
}

/** What the portal found fault with would only be refused again. */
function canBeSentAgain({ state, problem }: Outgoing): boolean {
  return state === 'stillUnclear' || (state === 'refused' && problem?.kind !== 'validation');
}

function Action({ children, onPress }: { children: string; onPress: () => void }) {
  return (
    <Button className={styles.action} variant="quiet" size="small" onClick={onPress}>
      {children}
    </Button>
  );
}
