/** The buttons of a message of another chat. What this version cannot send can be deleted all the same. */
import type { Item } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { isKnownKind } from '../../sending/kinds.ts';
import { needsPerson } from '../../sending/needsPerson.ts';
import { canBeLookedUp, canBeSentAgain } from '../canBeSentAgain.ts';
import { StateAction } from '../StateActions.tsx';

interface ElsewhereActionsProps {
  item: Item;
  onCheck: () => void;
  onSend: () => void;
  onDelete: () => void;
  /** null: the chat cannot be opened in this window */
  onOpen: (() => void) | null;
}

export function ElsewhereActions({ item, onCheck, onSend, onDelete, onOpen }: ElsewhereActionsProps) {
  const { t } = useTranslation();
  const isKnown = isKnownKind(item);
  return (
    <>
      {isKnown && canBeLookedUp(item) && <StateAction onPress={onCheck}>{t('sending.check')}</StateAction>}
      {isKnown && canBeSentAgain(item) && (
        <StateAction onPress={onSend}>{t('sending.sendAgain')}</StateAction>
      )}
      {onOpen && <StateAction onPress={onOpen}>{t('elsewhere.open')}</StateAction>}
      {needsPerson(item) && <StateAction onPress={onDelete}>{t('sending.delete')}</StateAction>}
    </>
  );
}

export function SureToDelete({ onKeep, onDelete }: { onKeep: () => void; onDelete: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <StateAction onPress={onKeep} onEscape={onKeep}>
        {t('elsewhere.keep')}
      </StateAction>
      <StateAction onPress={onDelete} onEscape={onKeep}>
        {t('sending.delete')}
      </StateAction>
    </>
  );
}
