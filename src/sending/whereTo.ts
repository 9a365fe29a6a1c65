/** Where something is to go, as far as its target tells: what a person would call it, not the dialog. Pure. */
import type { Item } from '../delivery/item.ts';

const cards = ['lead', 'deal', 'contact', 'company'] as const;

export interface WhereTo {
  type: 'task' | (typeof cards)[number];
  /** a whole number above 0 */
  id: number;
}

/** null: it does not tell, such as one that an earlier version has stored */
export function whereTo({ target }: Pick<Item, 'target'>): WhereTo | null {
  const card = cards.find((type) => type === target['entityType']);
  // A message that becomes a result names its task there.
  const [type, id] = card
    ? [card, target['entityId']]
    : (['task', target['taskId'] ?? target['asResult']] as const);
  return /^[1-9]\d{0,14}$/.test(String(id)) ? { type, id: Number(id) } : null;
}
