/** How a message of another chat stands, in words: one that is sent again stays in sight until the list is closed. */
import type { Item } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { DeliveryWords } from '../DeliveryWords.tsx';
import { isBeingLookedFor } from '../tone.ts';

export function ElsewhereWords({ item, isDown }: { item: Item; isDown: boolean }) {
  const { t } = useTranslation();
  const { state } = item;
  if (state === 'sent') return t('sending.sent');
  if (state === 'queued') return t(isDown ? 'sending.waitsForConnection' : 'sending.waiting');
  if (state === 'refused' || state === 'stillUnclear' || isBeingLookedFor(item)) {
    return <DeliveryWords item={item} hold={isDown ? 'connection' : null} />;
  }
  return t(state === 'sending' ? 'sending.sending' : 'sending.confirming');
}
