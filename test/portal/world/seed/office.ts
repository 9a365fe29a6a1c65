/** Chats beside tasks, and results that tasks already have. */
import { portalDate } from '../clock.ts';
import { addChat, daysAgo, minutesAgo, say, type WorldDraft } from './draft.ts';

export function seedOffice(draft: WorldDraft): void {
  addChat(draft, {
    id: 49,
    kind: 'group',
    title: 'Office',
    ownerId: 1,
    memberIds: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
  say(draft, 49, 6, daysAgo(draft, 1, '08:50'), 'The coffee machine works again.', { LIKE: [1, 4, 7] });
  say(draft, 49, 9, minutesAgo(draft, 130), 'Where do I find the printer paper?');

  addChat(draft, {
    id: 50,
    kind: 'private',
    title: 'Anna Keller - Marta Olsen',
    ownerId: 1,
    memberIds: [1, 2],
  });
  say(draft, 50, 2, daysAgo(draft, 1, '16:20'), 'Do you have ten minutes tomorrow?');
  say(draft, 50, 1, daysAgo(draft, 1, '16:24'), 'At eleven?');
  say(draft, 50, 2, minutesAgo(draft, 200), 'Perfect.');

  draft.world.results.set(17, {
    id: 17,
    taskId: 54,
    messageId: null,
    text: '18 requests of October are answered.',
    authorId: 7,
    createdAt: portalDate(daysAgo(draft, 1, '18:10')),
    updatedAt: null,
    status: 'open',
    fileIds: [],
  });
}
