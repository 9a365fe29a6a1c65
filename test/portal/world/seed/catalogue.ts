/**
 * Task 60 with chat 68: nine days of work with everything that happens in a chat. Edits, likes, replies, quotes, files
 * of every kind, a deleted message, results old and new, more unread messages than a page of 20 (PB 4.3).
 */
import type { MessageDraft, WorldDraft } from './draft.ts';
import { addTask, daysAgo, minutesAgo, reply, say } from './draft.ts';
import { addPdf, addPng, addText, addUnknown, addVideo, addWav } from './files.ts';
import { portalDate } from '../clock.ts';
import type { TaskResult } from '../types.ts';

const chat = 68;
const anna = 1;
const marta = 2;
const elena = 3;
const tomas = 4;
const pavel = 5;

export function seedCatalogue(draft: WorldDraft): void {
  addTask(draft, {
    id: 60,
    title: 'Spring catalogue, in print and online',
    description: 'Sixty pages, German and Russian. To the printer at the end of the month.',
    chatId: chat,
    creatorId: anna,
    responsibleId: elena,
    accompliceIds: [marta, tomas],
    auditorIds: [pavel],
  });
  olderCard(draft);
  const proof = pages(draft);
  files(draft);
  discussion(draft, proof);
  const newest = unread(draft);
  draft.unread.push({ chatId: chat, userId: anna, count: newest });
}

/** Results of the time before chats: they belong to no message. */
function olderCard(draft: WorldDraft): void {
  addResult(draft, {
    id: 11,
    text: 'Three printers have made an offer, [B]Druckhaus Süd[/B] is the cheapest.',
    authorId: pavel,
    createdAt: portalDate(daysAgo(draft, 12, '16:00')),
    status: 'closed',
  });
  addResult(draft, {
    id: 12,
    text: 'Формат согласован: A4, 60 страниц.',
    authorId: anna,
    createdAt: portalDate(daysAgo(draft, 10, '11:30')),
    updatedAt: portalDate(daysAgo(draft, 10, '11:45')),
    status: 'closed',
  });
}

/** Page by page, over six days. @returns a message of long ago that is replied to and made a result */
function pages(draft: WorldDraft): MessageDraft {
  const proof = say(draft, chat, elena, daysAgo(draft, 9, '09:10'), 'Пробные страницы 1–8 готовы, смотрите.');
  result(draft, proof, { id: 13, authorId: anna, createdAt: portalDate(daysAgo(draft, 9, '12:00')) });
  for (let page = 9; page <= 60; page += 1) {
    const author = [elena, marta, tomas][page % 3] ?? elena;
    const day = 8 - Math.floor((page - 9) / 9);
    const time = `${10 + ((page - 9) % 9)}:${String((page * 7) % 60).padStart(2, '0')}`;
    const text = page % 2 === 0 ? `Page ${page} is set.` : `Страница ${page} свёрстана.`;
    const params = { ...(page % 5 === 0 ? { LIKE: [anna, pavel] } : {}), ...(page % 7 === 0 ? edited : {}) };
    say(draft, chat, author, daysAgo(draft, day, time), text, params);
  }
  return proof;
}

const edited = { IS_EDITED: 'Y' };

/** Two days ago: each kind alone, several in one message, one that no browser shows. */
function files(draft: WorldDraft): void {
  const at = (time: string) => daysAgo(draft, 2, time);
  const file = (name: string, authorId: number, time: string) => ({
    chatId: chat,
    authorId,
    name,
    at: at(time),
  });
  const show = (authorId: number, time: string, text: string, ...ids: number[]) =>
    say(draft, chat, authorId, at(time), text, { FILE_ID: ids });
  show(
    marta,
    '09:00',
    'The cover in three colours',
    addPng(draft, file('Cover, blue.png', marta, '09:00')),
    addPng(draft, file('Cover, green.png', marta, '09:00'), 200, 320),
    addPng(draft, file('Cover, wide.png', marta, '09:00'), 640, 120),
  );
  show(
    pavel,
    '09:30',
    'The offer, signed',
    addPdf(draft, file('Offer.pdf', pavel, '09:30'), 'Offer of the printer'),
  );
  show(elena, '10:00', '', addWav(draft, file('Голосовая заметка.wav', elena, '10:00')));
  show(
    tomas,
    '10:30',
    'How the online pages turn',
    addVideo(draft, file('Turning pages.mp4', tomas, '10:30')),
  );
  show(elena, '11:00', '', addText(draft, file('Опечатки.txt', elena, '11:00'), 'стр. 12: «каталлог»\n'));
  show(tomas, '11:30', 'The fonts', addUnknown(draft, file('fonts', tomas, '11:30')));
}

/** Yesterday: replies to what is near, far and deleted; a quote; own results. */
function discussion(draft: WorldDraft, proof: MessageDraft): void {
  const at = (time: string) => daysAgo(draft, 1, time);
  const question = say(draft, chat, pavel, at('09:05'), 'Which paper do we take for the cover?', {
    LIKE: [marta],
  });
  const answer = reply(draft, question, marta, at('09:12'), 'The heavy one, 250 g. It costs 80 euros more.');
  reply(draft, answer, anna, at('09:20'), 'Agreed.');
  reply(draft, proof, tomas, at('10:00'), 'These eight are online since this morning.');
  const gone = say(draft, chat, pavel, at('10:30'), 'This message was deleted', { IS_DELETED: 'Y' });
  reply(draft, gone, elena, at('10:40'), 'Это был не тот файл.');
  const line = '-'.repeat(54);
  const quoted = `${line}\nMarta Olsen [yesterday]\nThe heavy one, 250 g. It costs 80 euros more.\n${line}\n[USER=${pavel}]Павел Громов[/USER], please order it.`;
  say(draft, chat, anna, at('11:00'), quoted);
  const decided = say(draft, chat, anna, at('15:00'), 'Cover: 250 g, matt. Inside: 115 g.', edited);
  result(draft, decided, { id: 14, authorId: anna, createdAt: portalDate(at('15:01')) });
  const printed = say(draft, chat, marta, at('17:00'), 'The printer has all pages.', {
    LIKE: [anna, elena, tomas],
  });
  result(draft, printed, { id: 15, authorId: marta, createdAt: portalDate(at('17:05')) });
}

/** Today, unseen by Anna. @returns how many */
function unread(draft: WorldDraft): number {
  const count = 25;
  for (let number = 1; number <= count; number += 1) {
    const author = [marta, elena, tomas, pavel][number % 4] ?? marta;
    const at = minutesAgo(draft, (count - number + 1) * 3);
    say(
      draft,
      chat,
      author,
      at,
      number === count ? 'Done. Anna, do you approve?' : `Correction ${number} of 24`,
    );
  }
  return count;
}

function result(
  draft: WorldDraft,
  message: MessageDraft,
  fields: Pick<TaskResult, 'id' | 'authorId' | 'createdAt'>,
): void {
  draft.later.push((made) => {
    const { id, text } = made(message);
    addResult(draft, { ...fields, text, messageId: id });
  });
}

function addResult(
  { world }: WorldDraft,
  fields: Pick<TaskResult, 'id' | 'text' | 'authorId' | 'createdAt'> & Partial<TaskResult>,
): void {
  const whole: TaskResult = {
    taskId: 60,
    messageId: null,
    updatedAt: null,
    status: 'open',
    fileIds: [],
    ...fields,
  };
  world.results.set(whole.id, whole);
}
