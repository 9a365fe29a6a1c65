/** Readings that the app makes within larger batches, one by one. */
import { cardCommands, type CrmCard, readCard } from '../../../src/portal/methods/crmItems.ts';
import type { Person } from '../../../src/portal/methods/dialogMessages.ts';
import {
  chatsCommand,
  type LineChat,
  type LineEntity,
  readChats,
} from '../../../src/portal/methods/openLines.ts';
import { peopleCommand, readPeopleById } from '../../../src/portal/methods/users.ts';
import type { Rest } from '../../../src/portal/rest.ts';

export async function getCard(rest: Rest, entity: LineEntity): Promise<CrmCard> {
  return readCard(entity, await rest.batch(cardCommands(entity)));
}

export async function getChats(rest: Rest, entity: LineEntity): Promise<LineChat[]> {
  const answer = await rest.batch({ all: chatsCommand(entity, false), active: chatsCommand(entity, true) });
  return readChats(answer('all'), answer('active'));
}

export async function getPeople(rest: Rest, ids: readonly number[]): Promise<Person[]> {
  return readPeopleById(await rest.call(peopleCommand(ids)));
}
