/** Task 59 with chat 67: as many messages as asked for, made quickly. */
import { createRandom } from '../../faults/random.ts';
import { portalDate } from '../clock.ts';
import { messagesOf } from '../messages.ts';
import type { WorldDraft } from './draft.ts';
import { addTask, uuidOf } from './draft.ts';

const words =
  'order client invoice picture срок договор письмо звонок delivery test page проверить готово later'.split(
    ' ',
  );

export function seedBigChat(draft: WorldDraft, count: number): void {
  addTask(draft, {
    id: 59,
    title: `Archive of ${count} messages`,
    chatId: 67,
    responsibleId: 2,
    accompliceIds: [3, 4],
  });
  const { world } = draft;
  const messages = messagesOf(world, 67);
  const random = createRandom(59);
  const stepMs = (700 * 86_400_000) / Math.max(1, count);
  for (let number = 1; number <= count; number += 1) {
    const length = 1 + Math.floor(random() * random() * 40);
    const picked = Array.from({ length }, () => words[Math.floor(random() * words.length)]);
    // Plain words only: they read back as they were typed.
    const text = `${number} ${picked.join(' ')}`;
    const id = world.nextId.message;
    const authorId = 1 + Math.floor(random() * 4);
    messages.push({
      id,
      chatId: 67,
      authorId,
      text,
      typed: text,
      date: portalDate(draft.now - (count - number + 1) * stepMs),
      uuid: uuidOf(world, id, authorId),
      params: {},
    });
    world.nextId.message += 1;
  }
  const chat = world.chats.get(67);
  for (const userId of chat?.memberIds ?? []) if (chat) chat.lastRead[userId] = messages.at(-1)?.id ?? 0;
}
