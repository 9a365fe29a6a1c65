/** Leads, deals, contacts and companies, with open line chats over several connectors in several states (PB 3). */
import { states } from '../lineStates.ts';
import type { CrmEntity, Session } from '../types.ts';
import { addChat, daysAgo, minutesAgo, say, type WorldDraft } from './draft.ts';

const entities: CrmEntity[] = [
  {
    type: 'company',
    id: 2,
    title: 'Northwind Traders',
    assignedById: 1,
    phones: ['+44 20 7946 0001'],
    emails: ['office@northwind.example'],
  },
  { type: 'company', id: 4, title: 'ООО «Берёзка»', assignedById: 5 },
  {
    type: 'contact',
    id: 3,
    title: 'Clara Weiss',
    firstName: 'Clara',
    lastName: 'Weiss',
    assignedById: 1,
    companyId: 2,
    phones: ['+49 30 555 0103', '+49 170 555 0103'],
    emails: ['clara.weiss@northwind.example'],
  },
  {
    type: 'contact',
    id: 6,
    title: 'Игорь Лебедев',
    firstName: 'Игорь',
    lastName: 'Лебедев',
    assignedById: 5,
    companyId: 4,
  },
  {
    type: 'lead',
    id: 5,
    title: 'Request from the website: Sofia Marino',
    firstName: 'Sofia',
    lastName: 'Marino',
    assignedById: 5,
  },
  { type: 'deal', id: 7, title: 'Northwind: website and shop', assignedById: 1, contactId: 3, companyId: 2 },
  { type: 'deal', id: 8, title: 'Берёзка: каталог', assignedById: 5, contactId: 6, companyId: 4 },
  { type: 'deal', id: 9, title: 'Nobody has written yet', assignedById: 1 },
];

type LineChat = Pick<
  Session,
  'id' | 'chatId' | 'connectorId' | 'clientUserId' | 'status' | 'operatorId' | 'crm'
>;

const deal7: Session['crm'] = [
  { type: 'deal', id: 7 },
  { type: 'contact', id: 3 },
  { type: 'company', id: 2 },
];
const deal8: Session['crm'] = [
  { type: 'deal', id: 8 },
  { type: 'contact', id: 6 },
];

/** Status: 0 new, 5 skipped, 10 to 40 active, 50 waits for the client, 60 and more closed. */
const lines: LineChat[] = [
  {
    id: 401,
    chatId: 101,
    connectorId: 'telegrambot',
    clientUserId: 21,
    status: 25,
    operatorId: 1,
    crm: deal7,
  },
  {
    id: 402,
    chatId: 102,
    connectorId: 'whatsappbytwilio',
    clientUserId: 22,
    status: 60,
    operatorId: 6,
    crm: deal7,
  },
  {
    id: 403,
    chatId: 103,
    connectorId: 'livechat',
    clientUserId: 23,
    status: 0,
    operatorId: null,
    crm: [{ type: 'company', id: 2 }],
  },
  { id: 404, chatId: 104, connectorId: 'vkgroup', clientUserId: 24, status: 50, operatorId: 5, crm: deal8 },
  {
    id: 405,
    chatId: 105,
    connectorId: 'facebook',
    clientUserId: 25,
    status: 20,
    operatorId: 7,
    crm: [{ type: 'lead', id: 5 }],
  },
];

export function seedCrm(draft: WorldDraft): void {
  draft.world.crm.push(...structuredClone(entities));
  for (const line of lines) addLine(draft, line);
  say(draft, 101, 21, daysAgo(draft, 1, '14:02'), 'Hello, when can we see the new shop?');
  say(
    draft,
    101,
    1,
    daysAgo(draft, 1, '14:10'),
    'Good afternoon, Ms Weiss! The test version is ready on Friday.',
  );
  say(draft, 101, 21, minutesAgo(draft, 33), 'Wonderful. Is the invoice already on its way?');
  say(draft, 102, 22, daysAgo(draft, 9, '11:00'), 'Is this number yours?');
  say(draft, 102, 6, daysAgo(draft, 9, '11:06'), 'Yes, you reached the support of the agency.');
  say(
    draft,
    102,
    0,
    daysAgo(draft, 9, '11:40'),
    '[USER=6 REPLACE]Yuki Tanaka[/USER] finished the conversation',
    { CLASS: 'bx-messenger-content-item-ol-end' },
  );
  say(draft, 103, 23, minutesAgo(draft, 12), 'Hi, is anybody there?');
  say(draft, 104, 24, daysAgo(draft, 2, '12:30'), 'Здравствуйте! Пришлите, пожалуйста, каталог.');
  say(
    draft,
    104,
    5,
    daysAgo(draft, 2, '12:41'),
    'Здравствуйте, Игорь! Отправил на почту. Всё ли открывается?',
  );
  say(draft, 105, 25, minutesAgo(draft, 61), 'What does a small shop cost?');
}

/** From a closed chat everybody but the client has gone (PB source key M, `chat.php` `close`). */
export function addLine(draft: WorldDraft, line: LineChat, moreMemberIds: readonly number[] = []): void {
  const { world } = draft;
  const client = world.users.get(line.clientUserId);
  const name = client ? `${client.firstName} ${client.lastName}`.trim() : 'Guest';
  const ownerId = line.status < states.closed ? (line.operatorId ?? 0) : 0;
  addChat(draft, {
    id: line.chatId,
    kind: 'lines',
    title: `${name} - Support`,
    entityType: 'LINES',
    entityId: `${line.connectorId}|1|${line.chatId}00|${line.clientUserId}`,
    ownerId,
    memberIds: [line.clientUserId, ...(ownerId > 0 ? [ownerId] : []), ...moreMemberIds],
  });
  world.sessions.set(line.id, { lineId: 1, ...line, crm: structuredClone(line.crm) });
}
