/** What has become of a message that is not through: in words, with what can be done about it. */
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { fileGoneCode } from '../sending/fileItem.ts';
import { canBeLookedUp, canBeSentAgain } from './canBeSentAgain.ts';
import type { OutgoingActions } from './outgoingActions.ts';
import styles from './DeliveryState.module.css';
import { DeliveryWords } from './DeliveryWords.tsx';
import type { Hold } from './hold.ts';
import { StateAction, StateActions } from './StateActions.tsx';
import { isBeingLookedFor, toneOf } from './tone.ts';
import { useLasting } from './useLasting.ts';

interface DeliveryStateProps {
  item: Item;
  hold: Hold | null;
  isChecking: boolean;
  actions: OutgoingActions;
}

/** Trouble is read out (an `output` is a status, there from the start); "sending" and "sent" are not, they are the rule. */
export function DeliveryState({ item, hold, isChecking, actions }: DeliveryStateProps) {
  const { t } = useTranslation();
  const { key, state } = item;
  const told = useLasting(hold);
  const isOpen = state === 'refused' || state === 'stillUnclear';
  // Whatever a queued one waits for, once that is told: a person may want it back.
  const canBeTakenOut = isOpen || (state === 'queued' && told !== null);
  // In doubt it may be in the chat: sent anew under other words, or the same, it would be there twice.
  const canBeEdited = canBeTakenOut && state !== 'stillUnclear' && !losesFile(item);
  const isSought = isBeingLookedFor(item);
  return (
    <div className={styles.delivery} data-tone={toneOf(item)}>
      <output className={styles.words}>
        <DeliveryWords item={item} hold={told} />
      </output>
      {(canBeTakenOut || isSought) && (
        <StateActions focusHome={theList}>
          {canBeEdited && <StateAction onPress={() => actions.edit(key)}>{t('sending.edit')}</StateAction>}
          {/* One and the same button while it is looked for and after: it keeps the focus of who pressed it. */}
          {(isSought || canBeLookedUp(item)) && (
            <StateAction onPress={() => actions.checkAgain(key)} isBusy={isChecking}>
              {t(isSought ? 'sending.checkNow' : 'sending.check')}
            </StateAction>
          )}
          {canBeSentAgain(item) && (
            <StateAction onPress={() => actions.sendAgain(key)}>{t('sending.sendAgain')}</StateAction>
          )}
          {canBeTakenOut && (
            <StateAction onPress={() => actions.takeOut(key)}>{t('sending.delete')}</StateAction>
          )}
        </StateActions>
      )}
    </div>
  );
}

/** A file cannot go back into the composer; where it is gone anyway, the text beside it can. */
function losesFile({ kind, text, problem }: Item): boolean {
  return kind === 'file' && (text === '' || problem?.code !== fileGoneCode);
}

/** What waits goes out by itself, and its buttons with it: the keyboard stays in the list. */
function theList(gone: HTMLElement): HTMLElement | null {
  return gone.closest<HTMLElement>('[role="log"]');
}
