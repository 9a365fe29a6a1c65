/** The bar's own words; not in the catalogues of src/i18n, which ship. */
import type { Place } from './places.ts';

interface Words {
  bar: string;
  portal: string;
  placement: string;
  places: Record<Place, string>;
  taskId: string;
  elementId: string;
  open: string;
  help: string;
  really: string;
  cannot: string;
  limits: readonly string[];
}

const en: Words = {
  bar: 'Webhook development',
  portal: 'Portal',
  placement: 'Opened in',
  places: {
    TASK_VIEW_TAB: 'Task card',
    CRM_LEAD_DETAIL_TAB: 'Lead',
    CRM_DEAL_DETAIL_TAB: 'Deal',
    CRM_CONTACT_DETAIL_TAB: 'Contact',
    CRM_COMPANY_DETAIL_TAB: 'Company',
    DEFAULT: 'Own page',
    INSTALL: 'Installation',
  },
  taskId: 'Task ID',
  elementId: 'ID',
  open: 'Open',
  help: 'About the webhook',
  really: 'This is your portal: what you send here arrives there.',
  cannot: 'What a webhook cannot do',
  limits: [
    'Register places: the portal refuses placement.* to webhooks, so the installation shows its errors.',
    'Refresh a token: a webhook has none, so an expired one cannot be tried here.',
    'Be another person: everything is done as the one whose webhook it is.',
    'Ask the page around the app: there is none, so nothing opens in the portal’s sliders.',
  ],
};

const ru: Words = {
  bar: 'Разработка через вебхук',
  portal: 'Портал',
  placement: 'Где открыто',
  places: {
    TASK_VIEW_TAB: 'Карточка задачи',
    CRM_LEAD_DETAIL_TAB: 'Лид',
    CRM_DEAL_DETAIL_TAB: 'Сделка',
    CRM_CONTACT_DETAIL_TAB: 'Контакт',
    CRM_COMPANY_DETAIL_TAB: 'Компания',
    DEFAULT: 'Своя страница',
    INSTALL: 'Установка',
  },
  taskId: 'ID задачи',
  elementId: 'ID',
  open: 'Открыть',
  help: 'О вебхуке',
  really: 'Это ваш портал: всё, что вы отправите здесь, придёт туда.',
  cannot: 'Чего вебхук не может',
  limits: [
    'Встраивать приложение: портал не даёт вебхукам вызывать placement.*, поэтому установка покажет ошибки.',
    'Обновлять токен: у вебхука его нет, и проверить просроченный здесь нельзя.',
    'Быть другим человеком: всё делается от имени владельца вебхука.',
    'Обращаться к странице вокруг приложения: её нет, и слайдеры портала не открываются.',
  ],
};

/** @param language as the browser says it, `ru-RU` */
export function wordsFor(language: string): Words {
  return language.startsWith('ru') ? ru : en;
}
