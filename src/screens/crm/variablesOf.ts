/** What a card gives to the variables of quick replies. Pure. */
import type { CrmCard } from '../../portal/methods/crmItems.ts';
import type { CurrentUser } from '../../portal/methods/users.ts';
import { amountIn } from './aboutCard.ts';

interface Subject {
  /** null: it may not be read */
  card: CrmCard | null;
  user: CurrentUser;
  /** as the channel names the client; '' when it does not */
  clientName: string;
  language: string;
}

/** By name without braces; what is not known is left out. */
export function variablesOf({ card, user, clientName, language }: Subject): ReadonlyMap<string, string> {
  const { item, contacts = [], company } = card ?? {};
  const person = [item, ...contacts].find((known) => known?.personName);
  const name = person?.personName ?? clientName;
  const deal = item?.entity.type === 'deal' ? item : undefined;
  const known: Record<string, string | null | undefined> = {
    'client.name': name,
    'client.firstName': person?.firstName ?? firstWord(name),
    'company.title': item?.entity.type === 'company' ? item.title : company?.title,
    'deal.title': deal?.title,
    'deal.amount': deal && amountIn(deal, language),
    'me.name': user.name,
    'me.firstName': firstWord(user.name),
  };
  return new Map(Object.entries(known).flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
