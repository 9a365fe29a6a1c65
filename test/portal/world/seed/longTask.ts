/** Task 57 with chat 65: 400 messages over weeks, for paging. */
import type { WorldDraft } from './draft.ts';
import { addTask, say } from './draft.ts';
import { createRandom } from '../../faults/random.ts';

const count = 400;
const authors = [1, 2, 3, 4, 5];
const phrases = [
  'Checked, works on my side.',
  'Готово, можно смотреть.',
  'Which of the two versions did the client choose?',
  'Перезвоню клиенту после обеда.',
  'I moved the meeting to three o’clock.',
  'Нашла опечатку на странице доставки, исправляю.',
  'The numbers of this week:\n- orders: 118\n- returns: 6',
  'Ok',
];

export function seedLongTask(draft: WorldDraft): void {
  addTask(draft, {
    id: 57,
    title: 'Everyday questions of the shop',
    chatId: 65,
    responsibleId: 3,
    accompliceIds: [2, 4, 5],
  });
  const random = createRandom(57);
  const pick = <Value>(list: readonly Value[], fallback: Value): Value =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const stepMs = (20 * 86_400_000) / count;
  for (let number = 1; number <= count; number += 1) {
    const at = draft.now - (count - number + 1) * stepMs;
    say(draft, 65, pick(authors, 1), at, `${number}. ${pick(phrases, 'Ok')}`);
  }
}
