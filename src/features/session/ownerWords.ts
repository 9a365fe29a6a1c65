/** Who answers the client, in words. */
import type { Translator } from '../../i18n/translator.ts';
import type { Situation } from './situation.ts';

/** Empty where nothing can be said. @param nameOf a person by id */
export function ownerWords(
  t: Translator['t'],
  { standing, ownerId, isEnding }: Situation,
  nameOf: (id: number) => string,
): string {
  const name = ownerId === null ? '' : nameOf(ownerId);
  const ending = (owner: string) => (isEnding ? t('session.ending', { owner }) : owner);
  switch (standing) {
    case 'closed':
      return t('session.closed');
    case 'nobody':
      return ending(t('session.nobody'));
    case 'bot':
      return t('session.bot', { name });
    case 'own':
      return ending(t('session.you'));
    case 'colleagues':
      return ending(t('session.owner', { name }));
    case 'unknown':
      return '';
    default:
      return standing satisfies never;
  }
}
