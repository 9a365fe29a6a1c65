/** What a person reads on the portal's own pages: English, and Russian when the portal speaks it. */
import type { CrmEntity, TaskStatus } from '../../world/types.ts';
import { english } from './english.ts';
import type { Texts } from './english.ts';
import { russian } from './russian.ts';

export type { Texts };

/** The texts for a language code; English where there are none of its own. */
export function textsFor(language: string): Texts {
  return language === 'ru' ? russian : english;
}

const statuses: Record<'en' | 'ru', Record<TaskStatus, string>> = {
  en: {
    pending: 'Pending',
    in_progress: 'In progress',
    supposedly_completed: 'Awaiting review',
    completed: 'Completed',
    deferred: 'Deferred',
  },
  ru: {
    pending: 'Ждёт выполнения',
    in_progress: 'Выполняется',
    supposedly_completed: 'Ждёт контроля',
    completed: 'Завершена',
    deferred: 'Отложена',
  },
};

export function statusText(status: TaskStatus, language: string): string {
  return statuses[language === 'ru' ? 'ru' : 'en'][status];
}

const entityKinds: Record<'en' | 'ru', Record<CrmEntity['type'], string>> = {
  en: { lead: 'Lead', deal: 'Deal', contact: 'Contact', company: 'Company', dynamic_128: 'Delivery' },
  ru: { lead: 'Лид', deal: 'Сделка', contact: 'Контакт', company: 'Компания', dynamic_128: 'Поставка' },
};

export function entityText(type: CrmEntity['type'], language: string): string {
  return entityKinds[language === 'ru' ? 'ru' : 'en'][type];
}
