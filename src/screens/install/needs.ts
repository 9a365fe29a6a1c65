/** Which permissions the rows themselves need; the others are missed only later, when people open them. */
import type { Scope, ScopeFinding } from './inspect.ts';
import type { Card } from './places.ts';

/** Without these the row in the card of a task is refused (RF 2.1: "need `task` and `placement`"). */
export function blocks(scope: Scope): boolean {
  return scope === 'placement' || scope === 'task';
}

/** The cards in which nothing can be bound, and Chat Desk can do without: those of the CRM need `crm` (PB 6). */
export function closedCards(scopes: readonly ScopeFinding[]): Card[] {
  return scopes.some(({ scope, verdict }) => scope === 'crm' && verdict === 'missing') ? ['crm'] : [];
}
