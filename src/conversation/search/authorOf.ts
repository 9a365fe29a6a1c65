/** Who wrote a message that was found, as the panel says it. */
import type { Translator } from '../../i18n/translator.ts';
import type { Message, Person } from '../../portal/methods/dialogMessages.ts';

export function authorOf(
  { authorId }: Message,
  people: ReadonlyMap<number, Person>,
  t: Translator['t'],
): string {
  if (authorId === 0) return t('conversation.system');
  return people.get(authorId)?.name.trim() || t('common.unknownPerson');
}
