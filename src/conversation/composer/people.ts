/** Finding people by what is typed. Pure. */
import type { Person } from '../../portal/methods/dialogMessages.ts';

/** Letters without case and accents: `Óscar` is found by `oscar`, `Алёна` by `алена`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Those with `query` anywhere in their name; first those with a word that starts with it. Else the order stays. */
export function findPeople(people: readonly Person[], query: string): Person[] {
  const wanted = plain(query.trim());
  const named = people.map((person) => ({ person, name: plain(person.name) }));
  const found = named.filter(({ name }) => name.includes(wanted));
  const isStart = (name: string) => ` ${name}`.includes(` ${wanted}`);
  return [...found.filter(({ name }) => isStart(name)), ...found.filter(({ name }) => !isStart(name))].map(
    ({ person }) => person,
  );
}
