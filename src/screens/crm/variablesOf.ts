/** What a card gives to the variables of quick replies. Pure. */
import type { CrmCard, CrmItem } from '../../portal/methods/crmItems.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import { amountIn } from './aboutCard.ts';
import type { Origin } from './crmChat.ts';

interface Subject {
  /** null: it may not be read */
  card: CrmCard | null;
  user: CurrentUser;
  /** of the open chat */
  origins: readonly Origin[];
  /** as the channel names the client; '' when it does not */
  clientName: string;
  language: string;
}

/** By name without braces; what is not known is left out. */
export function variablesOf(subject: Subject): ReadonlyMap<string, string> {
  const { card, user, language } = subject;
  const { item, company } = card ?? {};
  const { name, firstName } = clientOf(subject);
  const deal = item?.entity.type === 'deal' ? item : undefined;
  const known: Record<string, string | null | undefined> = {
    'client.name': name,
    'client.firstName': firstName,
    'company.title': item?.entity.type === 'company' ? item.title : company?.title,
    'deal.title': deal?.title,
    'deal.amount': deal && amountIn(deal, language),
    'me.name': user.name,
    'me.firstName': firstWord(user.name),
  };
  return new Map(Object.entries(known).flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
}

/**
 * Whom one writes to: the contact whose chat this is, else, in a chat of the card itself, the only person the card
 * knows. Where that leaves several, a guess would greet the wrong one: the channel's own name of the client is taken.
 */
function clientOf({ card, origins, clientName }: Subject): { name: string; firstName: string } {
  const { item, contacts = [] } = card ?? {};
  const people = [...(item ? [item] : []), ...contacts].filter(({ personName }) => personName);
  const [contact, another] = origins.filter(({ entity }) => entity.type === 'contact');
  const isOwn = origins.some(({ name }) => name === null);
  let person: CrmItem | undefined;
  if (contact && !another) {
    person = people.find(
      ({ entity: { type, id } }) => type === contact.entity.type && id === contact.entity.id,
    );
    if (!person && contact.name) return { name: contact.name, firstName: firstWord(contact.name) };
  } else if (isOwn && !contact) {
    const names = new Set(people.map(({ personName }) => personName));
    // Not all contacts of a card may be readable.
    if (names.size === 1 && (item?.contactIds.length ?? 0) <= 1) [person] = people;
  }
  const name = person?.personName ?? clientName;
  return { name, firstName: person?.firstName ?? firstWord(name) };
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
