/** Tasks 52 to 55: the corner cases of rights and of the chat's existence. */
import type { WorldDraft } from './draft.ts';
import { addTask, daysAgo, minutesAgo, say } from './draft.ts';

export function seedTasks(draft: WorldDraft): void {
  emptyChat(draft);
  noChatYet(draft);
  withoutAnna(draft);
  secret(draft);
}

/** A chat in which nobody has written. */
function emptyChat(draft: WorldDraft): void {
  addTask(draft, {
    id: 52,
    title: 'Prepare the kick-off with Hartmann AG',
    chatId: 60,
    status: 'pending',
    responsibleId: 3,
    accompliceIds: [5],
  });
}

/** No chat until v3 `tasks.task.get` makes it (PB 2.3). */
function noChatYet(draft: WorldDraft): void {
  addTask(draft, {
    id: 53,
    title: 'Продлить договор на хостинг',
    chatId: null,
    creatorId: 1,
    responsibleId: 5,
  });
}

/** Anna has no part in it: she reads it as an admin and is no member of the chat. */
function withoutAnna(draft: WorldDraft): void {
  addTask(draft, {
    id: 54,
    title: 'Answer the support backlog of October',
    chatId: 62,
    creatorId: 6,
    responsibleId: 7,
    accompliceIds: [2],
    auditorIds: [8],
  });
  say(draft, 62, 6, daysAgo(draft, 2, '09:15'), '41 open requests. David, you take the older half?');
  say(draft, 62, 7, daysAgo(draft, 2, '09:20'), 'Deal.');
  say(draft, 62, 7, daysAgo(draft, 1, '18:05'), '23 left. Most of them ask for the same invoice.');
  say(draft, 62, 2, minutesAgo(draft, 50), 'I can make a short how-to picture for it.');
}

/** Nobody but the admin who keeps it. */
function secret(draft: WorldDraft): void {
  addTask(draft, {
    id: 55,
    title: 'Salary review',
    chatId: 63,
    creatorId: 1,
    responsibleId: 1,
  });
  say(draft, 63, 1, daysAgo(draft, 1, '20:10'), 'Note to myself: ask for the figures on Monday.');
}
