/**
 * The open lines with their queues and bot, and what an agent meets in a card: an own WhatsApp chat with unread
 * messages, files, an earlier session and reports of delivery; chats of a colleague, of nobody, of a bot; a closed one.
 */
import { sessionStarted } from '../lineNotices.ts';
import type { CrmEntity, Line, Session } from '../types.ts';
import { addLine } from './crm.ts';
import { addTask, daysAgo, minutesAgo, say, type MessageDraft, type WorldDraft } from './draft.ts';
import { addPdf, addPng } from './files.ts';

export const botId = 31;

const lines: Line[] = [
  {
    id: 1,
    name: 'Support',
    isActive: true,
    queueType: 'evenly',
    queue: [1, 6, 7],
    botId,
    fullCloseMinutes: 0,
  },
  { id: 2, name: 'Sales', isActive: true, queueType: 'all', queue: [5, 6], fullCloseMinutes: 10 },
  { id: 3, name: 'Old hotline', isActive: false, queueType: 'evenly', queue: [], fullCloseMinutes: 0 },
];

const entities: CrmEntity[] = [
  { type: 'company', id: 14, title: 'Hafen Logistik GmbH', assignedById: 1, phones: ['+49 40 555 0140'] },
  {
    type: 'contact',
    id: 11,
    title: 'Peter Lindqvist',
    firstName: 'Peter',
    lastName: 'Lindqvist',
    assignedById: 1,
    companyId: 14,
    phones: ['+46 8 555 0111'],
    emails: ['peter.lindqvist@hafen.example'],
  },
  {
    type: 'contact',
    id: 12,
    title: 'Amira Haddad',
    firstName: 'Amira',
    lastName: 'Haddad',
    assignedById: 1,
    phones: ['+961 1 555 012'],
  },
  {
    type: 'deal',
    id: 10,
    title: 'Haddad: online shop',
    assignedById: 1,
    contactId: 12,
    opportunity: 18_400.5,
  },
  {
    type: 'deal',
    id: 11,
    title: 'Hafen: warehouse portal',
    assignedById: 1,
    contactId: 11,
    contactIds: [11, 12],
    companyId: 14,
  },
  { type: 'lead', id: 13, title: 'Night request from the site chat', assignedById: 7 },
  { type: 'dynamic_128', id: 1, title: 'Delivery of the print shop', assignedById: 1, contactId: 12 },
];

const whatsApp = 'whatsappbytwilio';
const telegram = 'telegrambot';
const haddad: Session['crm'] = [
  { type: 'deal', id: 10 },
  { type: 'contact', id: 12 },
];
const lindqvist: Session['crm'] = [{ type: 'contact', id: 11 }];

export function seedLines(draft: WorldDraft): void {
  draft.world.lines.push(...structuredClone(lines));
  draft.world.crm.push(...structuredClone(entities));
  ownChat(draft);
  chatsOfContact(draft);
  closedChat(draft);
  botChat(draft);
  addTask(draft, {
    id: 61,
    title: 'Haddad: first release of the shop',
    chatId: 69,
    responsibleId: 4,
    crmItemIds: ['D_10', 'C_12'],
  });
}

/** Chat 106 of deal 10: sessions 406 (closed) and 407 (Anna's). */
function ownChat(draft: WorldDraft): void {
  const chat = { chatId: 106, connectorId: whatsApp, clientUserId: 26, crm: haddad };
  addLine(draft, { ...chat, id: 406, status: 60, operatorId: 6 }, [1, botId]);
  addSession(draft, { ...chat, id: 407, lineId: 1, status: 25, operatorId: 1 });
  const owned = draft.world.chats.get(106);
  if (owned) owned.ownerId = 1;
  started(draft, 406, daysAgo(draft, 20, '09:58'));
  say(draft, 106, 26, daysAgo(draft, 20, '09:59'), 'Hi! Do you build shops for WhatsApp too?');
  say(draft, 106, botId, daysAgo(draft, 20, '09:59'), 'Hello! One of us will be here in a moment.', there(1));
  say(draft, 106, 6, daysAgo(draft, 20, '10:07'), 'Yes, with a catalogue and payment.', there(2));
  ended(draft, 106, daysAgo(draft, 20, '11:00'));
  started(draft, 407, daysAgo(draft, 1, '15:10'));
  say(draft, 106, 26, daysAgo(draft, 1, '15:10'), 'Hello again. We are ready to start.');
  const offer = addPdf(
    draft,
    { chatId: 106, authorId: 1, name: 'Offer Haddad.pdf', at: daysAgo(draft, 1, '15:31') },
    'Offer',
  );
  const withOffer = { FILE_ID: [offer], ...there(3) };
  say(draft, 106, 1, daysAgo(draft, 1, '15:31'), 'Wonderful! Here is our offer.', withOffer);
  say(draft, 106, 1, daysAgo(draft, 1, '15:32'), 'The prices hold until the end of the month.', {
    IS_DELIVERED: 'N',
  });
  say(draft, 106, 0, daysAgo(draft, 1, '15:32'), 'The message was not delivered to the client');
  say(draft, 106, 1, daysAgo(draft, 1, '15:40'), 'Our prices hold until the end of the month.', there(4));
  const photo = { chatId: 106, authorId: 26, name: 'shelf.png', at: minutesAgo(draft, 41) };
  say(draft, 106, 26, minutesAgo(draft, 42), 'Thank you, I have read it.');
  say(draft, 106, 26, minutesAgo(draft, 41), '', { FILE_ID: [addPng(draft, photo, 480, 320)] });
  say(draft, 106, 26, minutesAgo(draft, 40), 'Can the shop look like this shelf? 🙂');
  draft.unread.push({ chatId: 106, userId: 1, count: 3 });
}

/** Contact 11, also of deal 11: chat 107 is David's, 108 waits for anybody. */
function chatsOfContact(draft: WorldDraft): void {
  const crm = lindqvist;
  addLine(draft, {
    id: 408,
    chatId: 107,
    connectorId: whatsApp,
    clientUserId: 27,
    status: 40,
    operatorId: 7,
    crm,
  });
  started(draft, 408, daysAgo(draft, 2, '10:00'));
  say(draft, 107, 27, daysAgo(draft, 2, '10:00'), 'Which gates can your portal book?');
  say(draft, 107, 7, daysAgo(draft, 2, '10:20'), 'All twelve. I am sending you the list tomorrow.', there(5));
  addLine(draft, {
    id: 409,
    chatId: 108,
    connectorId: telegram,
    clientUserId: 28,
    status: 0,
    operatorId: null,
    crm,
  });
  started(draft, 409, minutesAgo(draft, 19));
  say(draft, 108, 28, minutesAgo(draft, 19), 'Peter here, my other number. Is the list ready?');
}

/** Chat 109 of company 14, twice closed. */
function closedChat(draft: WorldDraft): void {
  const crm: Session['crm'] = [{ type: 'company', id: 14 }];
  const chat = { chatId: 109, connectorId: telegram, clientUserId: 29, crm };
  addLine(draft, { ...chat, id: 410, status: 60, operatorId: 7 });
  addSession(draft, { ...chat, id: 411, lineId: 1, status: 60, operatorId: 6 });
  started(draft, 410, daysAgo(draft, 40, '12:00'));
  say(draft, 109, 29, daysAgo(draft, 40, '12:00'), 'Your invoice has no order number.');
  say(draft, 109, 7, daysAgo(draft, 40, '12:30'), 'You get a new one today.', there(6));
  ended(draft, 109, daysAgo(draft, 40, '13:00'));
  started(draft, 411, daysAgo(draft, 12, '08:00'));
  say(draft, 109, 29, daysAgo(draft, 12, '08:00'), 'Thank you, the new invoice is fine.');
  say(draft, 109, 6, daysAgo(draft, 12, '08:05'), 'We are glad to hear that.', there(7));
  ended(draft, 109, daysAgo(draft, 12, '09:00'));
}

/** Chat 110 of lead 13: only the bot has answered, so that it is not active (PB source key M, `connector.php`). */
function botChat(draft: WorldDraft): void {
  const crm: Session['crm'] = [{ type: 'lead', id: 13 }];
  const chat = { chatId: 110, connectorId: 'livechat', clientUserId: 30, crm };
  addLine(draft, { ...chat, id: 412, status: 0, operatorId: botId });
  started(draft, 412, minutesAgo(draft, 300));
  say(draft, 110, 30, minutesAgo(draft, 300), 'Are you open at night?');
  say(draft, 110, botId, minutesAgo(draft, 299), 'We are back at eight. Shall somebody call you?', there(8));
  say(draft, 110, 30, minutesAgo(draft, 298), 'Yes please');
}

function addSession({ world }: WorldDraft, session: Session): void {
  world.sessions.set(session.id, structuredClone(session));
}

/** What the channel has reported of a message to the client. */
const there = (number: number) => ({ CONNECTOR_MID: [String(710_000 + number)] });

/** The notice with which a session begins; a second session of the chat begins with this message. */
function started(draft: WorldDraft, sessionId: number, at: number): void {
  const session = draft.world.sessions.get(sessionId);
  if (!session) return;
  const { text, params } = sessionStarted(session);
  const notice: MessageDraft = say(draft, session.chatId, 0, at, text, params);
  draft.later.push((made) => {
    session.firstMessageId = made(notice).id;
  });
}

function ended(draft: WorldDraft, chatId: number, at: number): void {
  say(draft, chatId, 0, at, '[USER=6 REPLACE]Yuki Tanaka[/USER] finished the conversation', {
    CLASS: 'bx-messenger-content-item-ol-end',
  });
}
