/** What a card is about, in words for its header. Pure. */
import type { Translator } from '../../i18n/translator.ts';
import type { CrmCard } from '../../portal/methods/crmItems.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';

export interface AboutCard {
  /** the client and their company, else the title of the card */
  title: string;
  /** its number, its title, the amount */
  facts: string[];
}

const numberKeys = {
  lead: 'crm.lead',
  deal: 'crm.deal',
  contact: 'crm.contact',
  company: 'crm.company',
} as const;

/** @param card null: only its number is known */
export function aboutCard(
  { t, language }: Pick<Translator, 't' | 'language'>,
  { type, id }: LineEntity,
  card: CrmCard | null,
): AboutCard {
  const number = t(numberKeys[type], { id: String(id) });
  if (!card) return { title: number, facts: [] };
  const { item, contacts, company } = card;
  const client = [item.personName ?? contacts[0]?.personName, company?.title].filter(Boolean).join(' · ');
  const title = client || item.title || number;
  const facts = [
    number,
    title === item.title || item.title === item.personName ? '' : item.title,
    amountIn(item, language),
  ];
  return { title, facts: facts.filter((fact) => fact !== '' && fact !== title) };
}

/** `€18,400`; '' where there is none */
export function amountIn({ amount }: CrmCard['item'], language: string): string {
  if (!amount || amount.value === 0) return '';
  const { value, currency } = amount;
  try {
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    }).format(value);
  } catch {
    // A portal may have currencies of its own making.
    return `${new Intl.NumberFormat(language).format(value)} ${currency}`;
  }
}
