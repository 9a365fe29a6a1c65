/** Task 51 with chat 58: a lived-in conversation over several days, with one of each kind of message. */
import type { WorldDraft } from './draft.ts';
import { addTask, daysAgo, minutesAgo, say, sayByRest } from './draft.ts';
import { addPdf, addPng } from './files.ts';
import { portalDate } from '../clock.ts';

const chat = 58;
const anna = 1;
const marta = 2;
const elena = 3;
const tomas = 4;
const nadia = 10;

export function seedRedesign(draft: WorldDraft): void {
  addTask(
    draft,
    {
      id: 51,
      title: 'Website redesign for Northwind',
      description: 'New start page, product pages and shop. The client signs off each step.',
      chatId: chat,
      creatorId: anna,
      responsibleId: marta,
      accompliceIds: [elena, tomas],
      auditorIds: [8],
      crmItemIds: ['D_7', 'CO_2'],
      deadline: portalDate(daysAgo(draft, -6, '19:00')),
    },
    // Olga (8) audits the task and was never added to its chat (PB 4.3: does she read it?).
    { memberIds: [anna, marta, elena, tomas] },
  );
  firstDays(draft);
  yesterday(draft);
  today(draft);
  draft.unread.push({ chatId: chat, userId: anna, count: 2 });
}

function firstDays(draft: WorldDraft): void {
  const on = (days: number, time: string) => daysAgo(draft, days, time);
  say(
    draft,
    chat,
    0,
    on(5, '09:02'),
    '[USER=1 REPLACE]Anna Keller[/USER] invited [USER=2 REPLACE]Marta Olsen[/USER] and [USER=3 REPLACE]Елена Соколова[/USER] to the chat',
    { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
  );
  say(
    draft,
    chat,
    anna,
    on(5, '09:05'),
    'Good morning! Northwind wants the new start page by the end of the month. [USER=2]Marta Olsen[/USER], can you show first ideas on Wednesday?',
  );
  say(draft, chat, marta, on(5, '09:31'), 'Yes. I will bring two directions: one quiet, one loud.', {
    LIKE: [anna, elena],
  });
  say(
    draft,
    chat,
    elena,
    on(5, '10:12'),
    'Доброе утро! Тексты для главной начну сегодня. Старые страницы лежат здесь: https://northwind.example.com/archive?from=2019&lang=ru.',
  );
  say(draft, chat, nadia, on(4, '15:40'), 'I leave the icons in the shared folder before my last day.');
  const brief = addPdf(
    draft,
    { chatId: chat, authorId: anna, name: 'Northwind brief.pdf', at: on(4, '16:02') },
    'Northwind: brief for the new website',
  );
  say(draft, chat, anna, on(4, '16:02'), 'The brief, as signed by the client.', { FILE_ID: [brief] });
  say(
    draft,
    chat,
    tomas,
    on(3, '11:20'),
    '[B]Performance budget[/B]\n1. first screen under 1 s\n2. no more than [I]three[/I] fonts\n3. pictures in AVIF',
  );
  say(draft, chat, marta, on(3, '14:55'), 'This message was deleted', { IS_DELETED: 'Y' });
}

function yesterday(draft: WorldDraft): void {
  const at = (time: string) => daysAgo(draft, 1, time);
  const picture = addPng(draft, {
    chatId: chat,
    authorId: marta,
    name: 'Start page, quiet.png',
    at: at('10:14'),
  });
  say(draft, chat, marta, at('10:14'), 'Direction A', { FILE_ID: [picture], LIKE: [anna, elena, tomas] });
  say(
    draft,
    chat,
    elena,
    at('10:40'),
    'Красиво! Заголовок «Спокойная сила» мне нравится больше, чем прошлый.',
  );
  say(
    draft,
    chat,
    anna,
    at('11:03'),
    `${'-'.repeat(54)}\nMarta Olsen\nDirection A\n${'-'.repeat(54)}\nLet us take this one. The client has seen it and agrees.`,
  );
  say(draft, chat, anna, at('11:04'), 'Open points until Friday:\n- shop filter\n- footer texts\n- imprint', {
    IS_EDITED: 'Y',
  });
  say(draft, chat, tomas, at('17:30'), 'Build 42 is on the test server', {
    ATTACH: [
      {
        ID: '1',
        COLOR: '#29619b',
        DESCRIPTION: 'Build 42',
        BLOCKS: [
          {
            LINK: [
              {
                NAME: 'test.northwind.example.com',
                DESC: 'Start page and shop',
                LINK: 'https://test.northwind.example.com/',
              },
            ],
          },
          {
            GRID: [
              { NAME: 'Branch', VALUE: 'redesign', DISPLAY: 'LINE' },
              { NAME: 'Tests', VALUE: '214 passed', DISPLAY: 'LINE' },
            ],
          },
        ],
      },
    ],
  });
}

function today(draft: WorldDraft): void {
  say(
    draft,
    chat,
    elena,
    minutesAgo(draft, 95),
    '[USER=1]Anna Keller[/USER], тексты для подвала готовы. Посмотрите, пожалуйста, до обеда.',
  );
  sayByRest(draft, chat, anna, minutesAgo(draft, 80), 'Смотрю. Спасибо!');
  say(draft, chat, marta, minutesAgo(draft, 26), '👍', { LARGE_FONT: 'Y' });
  say(
    draft,
    chat,
    tomas,
    minutesAgo(draft, 24),
    'The filter works now: [CODE]?color=blue&size=[40,42][/CODE]',
  );
  say(
    draft,
    chat,
    marta,
    minutesAgo(draft, 7),
    'Then I draw the imprint page next. Anything else for today?',
  );
}
