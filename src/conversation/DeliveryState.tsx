/** What has become of a message that is not through: in words, with what can be done about it. */
import { cannotLookCode, type Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { fileGoneCode } from '../sending/fileItem.ts';
import type { OutgoingActions } from './outgoingActions.ts';
import styles from './DeliveryState.module.css';
import { DeliveryWords } from './DeliveryWords.tsx';
import { isWaiting, type Hold } from './hold.ts';
import { StateAction, StateActions } from './StateActions.tsx';
import { isBeingLookedFor, toneOf } from './tone.ts';

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
  const isOpen = state === 'refused' || state === 'stillUnclear';
  const canBeTakenOut = isOpen || isWaiting(hold, item);
  // In doubt it may be in the chat: sent anew under other words, or the same, it would be there twice.
  const canBeEdited = canBeTakenOut && state !== 'stillUnclear' && !losesFile(item);
  const isSought = isBeingLookedFor(item);
  return (
    <div className={styles.delivery} data-tone={toneOf(item)}>
      <output className={styles.words}>
        <DeliveryWords item={item} hold={hold} />
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
            <StateAction onPress={() => actions.remove(key)}>{t('sending.delete')}</StateAction>
          )}
        </StateActions>
      )}
    </div>
  );
}

function canBeLookedUp({ state, problem }: Item): boolean {
  return state === 'stillUnclear' && problem?.code !== cannotLookCode;
}

/** A file cannot go back into the composer; where it is gone anyway, the text beside it can. */
function losesFile({ kind, text, problem }: Item): boolean {
  return kind === 'file' && (text === '' || problem?.code !== fileGoneCode);
}

/** What the portal found fault with would only be refused again, and a file that is gone stays away. */
function canBeSentAgain({ state, problem }: Item): boolean {
  if (problem?.code === fileGoneCode) return false;
  return state === 'stillUnclear' || (state === 'refused' && problem?.kind !== 'validation');
}

/** What waits goes out by itself, and its buttons with it: the keyboard stays in the list. */
function theList(gone: HTMLElement): HTMLElement | null {
  return gone.closest<HTMLElement>('[role="log"]');
}
