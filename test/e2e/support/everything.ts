/**
 * `npm run test:all` tries everything; `npm test` leaves out second cases of what it has seen already, and what a
 * component or unit test promises as well: `test.runIf(isAll)`.
 */
export const isAll = process.env['CHAT_DESK_TESTS'] === 'all';

/** All cases of a test, or with `npm test` those that are chosen. */
export function chosen<Case>(all: readonly Case[], isChosen: (one: Case) => boolean): Case[] {
  return all.filter((one) => isAll || isChosen(one));
}
