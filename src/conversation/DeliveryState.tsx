/** What has become of a message that is not through: in words, with what can be done about it. */
import type { ReactNode } from 'react';
import { cannotLookCode, type Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { fileGoneCode } from '../sending/fileItem.ts';
import { Button } from '../ui/Button/Button.tsx';
import type { OutgoingActions } from './outgoingActions.ts';
import styles from './DeliveryState.module.css';
import { DeliveryWords } from './DeliveryWords.tsx';
import { isWaiting, type Hold } from './hold.ts';
import { isBeingLookedFor, toneOf } from './tone.ts';
import { useFocusPassedOn } from './useFocusPassedOn.ts';

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
        <Actions>
          {canBeEdited && <Action onPress={() => actions.edit(key)}>{t('sending.edit')}</Action>}
          {/* One and the same button while it is looked for and after: it keeps the focus of who pressed it. */}
          {(isSought || canBeLookedUp(item)) && (
            <Action onPress={() => actions.checkAgain(key)} isBusy={isChecking}>
              {t(isSought ? 'sending.checkNow' : 'sending.check')}
            </Action>
          )}
          {canBeSentAgain(item) && (
            <Action onPress={() => actions.sendAgain(key)}>{t('sending.sendAgain')}</Action>
          )}
          {canBeTakenOut && <Action onPress={() => actions.remove(key)}>{t('sending.delete')}</Action>}
        </Actions>
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
function Actions({ children }: { children: ReactNode }) {
  const box = useFocusPassedOn<HTMLDivElement>((gone) =>
    gone.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true }),
  );
  return (
    <div ref={box} className={styles.actions}>
      {children}
    </div>
  );
}

interface ActionProps {
  children: string;
  onPress: () => void;
  isBusy?: boolean;
}

function Action({ children, onPress, isBusy = false }: ActionProps) {
  return (
    <Button className={styles.action} variant="quiet" size="small" onClick={onPress} busy={isBusy}>
      {children}
    </Button>
  );
}
