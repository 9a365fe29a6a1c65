/** `npm run test:all` tries everything; `npm test` leaves out second cases of what it has seen, or tried more cheaply. */
import { test } from 'vitest';

export const isAll = process.env['CHAT_DESK_TESTS'] === 'all';

/** A test for `npm run test:all` alone, because a component or unit test makes the same promise. */
export const testInAll: (name: string, run: () => Promise<void>, timeout?: number) => void = isAll
  ? test
  : () => {};

/** All cases of a test, or with `npm test` those that are chosen. */
export function chosen<Case>(all: readonly Case[], isChosen: (one: Case) => boolean): Case[] {
  return all.filter((one) => isAll || isChosen(one));
}
