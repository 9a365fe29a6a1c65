/** What was written in other chats and goes no further by itself: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const elsewhere: Catalogue['elsewhere'] = {
  notSent: {
    one: '{{count}} сообщение в других чатах не отправлено',
    few: '{{count}} сообщения в других чатах не отправлены',
    many: '{{count}} сообщений в других чатах не отправлены',
    other: '{{count}} сообщения в других чатах не отправлено',
  },
  inDoubt: {
    one: '{{count}} сообщение в других чатах могло не дойти',
    few: '{{count}} сообщения в других чатах могли не дойти',
    many: '{{count}} сообщений в других чатах могли не дойти',
    other: '{{count}} сообщения в других чатах могло не дойти',
  },
  notSentOrInDoubt: {
    one: '{{count}} сообщение в других чатах не отправлено или под вопросом',
    few: '{{count}} сообщения в других чатах не отправлены или под вопросом',
    many: '{{count}} сообщений в других чатах не отправлены или под вопросом',
    other: '{{count}} сообщения в других чатах не отправлено или под вопросом',
  },
  show: 'Показать',
  title: 'В других чатах',
  lead: 'Лид {{id}}',
  deal: 'Сделка {{id}}',
  contact: 'Контакт {{id}}',
  company: 'Компания {{id}}',
  somewhere: 'Другой чат',
  open: 'Открыть этот чат',
  deleteSure: 'Удалить это сообщение? Его текст пропадёт.',
  keep: 'Оставить',
};
