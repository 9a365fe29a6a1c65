/** The tokens of upload addresses: which folder a form that is sent there fills. They do not wear out. */
import { randomBytes } from 'node:crypto';
import type { World } from '../../world/types.ts';

export interface Ticket {
  folderId: number;
  /** a name that is taken gets a number, instead of being refused */
  makesUnique: boolean;
}

const ticketsOf = new WeakMap<World, Map<string, Ticket>>();

/** @returns the token */
export function issueTicket(world: World, ticket: Ticket): string {
  const tickets = ticketsOf.get(world) ?? new Map<string, Ticket>();
  ticketsOf.set(world, tickets);
  const token = `disk|${randomBytes(32).toString('base64')}|${randomBytes(16).toString('base64')}`;
  tickets.set(token, ticket);
  return token;
}

/** undefined = none of ours */
export function findTicket(world: World, token: string): Ticket | undefined {
  return ticketsOf.get(world)?.get(token);
}
