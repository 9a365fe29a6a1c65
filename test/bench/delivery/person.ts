/** What the person does: writes, presses "Send again" or "Delete", now and then looks at a dialog. */
import { neverSentCode } from '../../../src/delivery/item.ts';
import type { Random } from '../../portal/faults/random.ts';
import type { Order } from '../page/protocol.ts';
import { type Book } from './book.ts';
import { isAsked, isSettled, type Known, type Write } from './known.ts';
import { pick } from './texts.ts';

export interface PersonOptions {
  random: Random;
  book: Book;
  writes: readonly Write[];
  /** by lane: the texts of which "Send again" is pressed once, when asked; what was never tried is always sent again */
  pressing: ReadonlyMap<string, ReadonlySet<string>>;
  /** how much may be unsettled in one lane, and in all of them */
  depth: number;
  breadth: number;
  /** ms by the wall clock: what waits behind an asked one for so long makes the person delete that */
  patience: number;
}

/** @returns what the person does now, in any page */
export function decide({ random, book, writes, pressing, depth, breadth, patience }: PersonOptions): Order[] {
  const known = [...book.byKey.values()];
  const open = openByLane(known, writes);
  const orders: Order[] = [];
  let room = breadth - [...open.values()].reduce((sum, count) => sum + count, 0);
  const full = new Set<string>();
  for (const write of writes) {
    if (room <= 0) break;
    const { lane } = write.lane;
    if (write.state !== 'waiting' || full.has(lane)) continue;
    const isFull = (open.get(lane) ?? 0) >= depth || random() < 0.3;
    if (isFull) {
      full.add(lane);
      continue;
    }
    write.state = 'handed';
    open.set(lane, (open.get(lane) ?? 0) + 1);
    room -= 1;
    orders.push({ do: 'add', write: write.number, lane, what: write.lane.write(write.text) });
  }
  return [...orders, ...answers(known, pressing, patience), ...looks(random, writes)];
}

/** Lanes without an end of their own (results) are one item each, so that breadth is what limits them. */
function openByLane(known: readonly Known[], writes: readonly Write[]): Map<string, number> {
  const open = new Map<string, number>();
  const add = (lane: string) => open.set(lane, (open.get(lane) ?? 0) + 1);
  for (const one of known) if (!isSettled(one)) add(one.lane);
  for (const { state, lane } of writes) if (state === 'handed') add(lane.lane);
  return open;
}

function answers(known: readonly Known[], pressing: PersonOptions['pressing'], patience: number): Order[] {
  const now = Date.now();
  const busy = new Set(known.filter((one) => !isSettled(one)).map(({ lane }) => lane));
  return known.filter(isAsked).flatMap((asked): Order[] => {
    const { key, lane, text, item, pressed } = asked;
    if (now - asked.changedAt < patience / 10) return [];
    const presses = pressing.get(lane)?.has(text) && pressed.refused + pressed.stillUnclear === 0;
    if (presses || item.problem?.code === neverSentCode) {
      pressed[item.state === 'refused' ? 'refused' : 'stillUnclear'] += 1;
      asked.changedAt = now;
      asked.history.push(`${new Date(now).toISOString().slice(14, 23)} person presses "Send again"`);
      return [{ do: 'sendAgain', lane, key }];
    }
    if (item.state !== 'stillUnclear' || !busy.has(lane) || now - asked.changedAt < patience) return [];
    asked.removedAs ??= item.state;
    asked.changedAt = now;
    asked.history.push(`${new Date(now).toISOString().slice(14, 23)} person presses "Delete"`);
    return [{ do: 'remove', lane, key }];
  });
}

/** A screen that shows the lane reads it every few seconds, and so settles it (design 4). */
function looks(random: Random, writes: readonly Write[]): Order[] {
  if (random() > 0.1) return [];
  const { lane, text } = pick(random, writes);
  return [{ do: 'look', lane: lane.lane, what: lane.write(text) }];
}
