/** The people of the company, and the clients who write in through its open lines. */
import type { User } from '../types.ts';
import type { WorldDraft } from './draft.ts';

const colleague = { isAdmin: false, isActive: true, timeZone: 'Europe/Berlin', color: '#3e99ce' };
const client = {
  ...colleague,
  position: '',
  email: '',
  color: '#c7cad1',
};

const people: User[] = [
  {
    ...colleague,
    id: 1,
    firstName: 'Anna',
    lastName: 'Keller',
    position: 'Project lead',
    email: 'anna.keller@example.com',
    gender: 'F',
    isAdmin: true,
  },
  {
    ...colleague,
    id: 2,
    firstName: 'Marta',
    lastName: 'Olsen',
    position: 'Designer',
    email: 'marta.olsen@example.com',
    gender: 'F',
    color: '#df532d',
  },
  {
    ...colleague,
    id: 3,
    firstName: 'Елена',
    lastName: 'Соколова',
    position: 'Контент-редактор',
    email: 'elena.sokolova@example.com',
    gender: 'F',
    color: '#64a513',
    timeZone: 'Europe/Moscow',
  },
  {
    ...colleague,
    id: 4,
    firstName: 'Tomás',
    lastName: 'Rivera',
    position: 'Frontend developer',
    email: 'tomas.rivera@example.com',
    gender: 'M',
    color: '#8474c8',
  },
  {
    ...colleague,
    id: 5,
    firstName: 'Павел',
    lastName: 'Громов',
    position: 'Менеджер по продажам',
    email: 'pavel.gromov@example.com',
    gender: 'M',
    color: '#4ba5c3',
    timeZone: 'Europe/Moscow',
  },
  {
    ...colleague,
    id: 6,
    firstName: 'Yuki',
    lastName: 'Tanaka',
    position: 'Support',
    email: 'yuki.tanaka@example.com',
    gender: 'F',
    color: '#f76187',
    timeZone: 'Asia/Tokyo',
  },
  {
    ...colleague,
    id: 7,
    firstName: 'David',
    lastName: 'Mensah',
    position: 'Support',
    email: 'david.mensah@example.com',
    gender: 'M',
    color: '#ab7761',
  },
  // Auditor of task 51 and no member of its chat.
  {
    ...colleague,
    id: 8,
    firstName: 'Ольга',
    lastName: 'Ветрова',
    position: 'Финансовый контролёр',
    email: 'olga.vetrova@example.com',
    gender: 'F',
    color: '#58cc47',
  },
  // In no task at all.
  {
    ...colleague,
    id: 9,
    firstName: 'Liam',
    lastName: 'Byrne',
    position: 'Trainee',
    email: 'liam.byrne@example.com',
    gender: 'M',
    color: '#1eb4aa',
  },
  // Left the company: lists skip the inactive (PB 4.4), old messages stay.
  {
    ...colleague,
    id: 10,
    firstName: 'Nadia',
    lastName: 'Petrova',
    position: 'Designer',
    email: 'nadia.petrova@example.com',
    gender: 'F',
    isActive: false,
  },
  { ...client, id: 21, firstName: 'Clara', lastName: 'Weiss', gender: 'F', connectorId: 'telegrambot' },
  { ...client, id: 22, firstName: 'Clara', lastName: 'Weiss', gender: 'F', connectorId: 'whatsappbytwilio' },
  { ...client, id: 23, firstName: 'Guest', lastName: '', gender: 'M', connectorId: 'livechat' },
  { ...client, id: 24, firstName: 'Игорь', lastName: 'Лебедев', gender: 'M', connectorId: 'vkgroup' },
  { ...client, id: 25, firstName: 'Sofia', lastName: 'Marino', gender: 'F', connectorId: 'facebook' },
  { ...client, id: 26, firstName: 'Amira', lastName: 'Haddad', gender: 'F', connectorId: 'whatsappbytwilio' },
  {
    ...client,
    id: 27,
    firstName: 'Peter',
    lastName: 'Lindqvist',
    gender: 'M',
    connectorId: 'whatsappbytwilio',
  },
  { ...client, id: 28, firstName: 'Peter', lastName: 'Lindqvist', gender: 'M', connectorId: 'telegrambot' },
  { ...client, id: 29, firstName: 'Hafen', lastName: 'Logistik', gender: 'M', connectorId: 'telegrambot' },
  { ...client, id: 30, firstName: 'Guest', lastName: '', gender: 'M', connectorId: 'livechat' },
  // The bot of the line “Support”.
  {
    ...client,
    id: 31,
    firstName: 'Helper',
    lastName: 'Bot',
    position: 'Chat bot',
    gender: 'M',
    color: '#29619b',
    isBot: true,
  },
];

export function seedPeople({ world }: WorldDraft): void {
  for (const person of people) world.users.set(person.id, { ...person });
}
