/** Rows of one author that stand together. Pure. */
import type { Position, Row } from './row.ts';

/** Messages of one author stay together while no longer silence than this (ms) lies between them. */
const groupWithin = 5 * 60_000;

/** Gives each row of a person its place in its group. */
export function group(rows: readonly Row[], currentUserId: number): Row[] {
  return rows.map((row, index) => {
    if (row.kind !== 'message' && row.kind !== 'outgoing') return row;
    const withPrevious = belongTogether(rows[index - 1], row, currentUserId);
    const withNext = belongTogether(row, rows[index + 1], currentUserId);
    return { ...row, position: positionOf(withPrevious, withNext) };
  });
}

function positionOf(withPrevious: boolean, withNext: boolean): Position {
  if (withPrevious) return withNext ? 'middle' : 'last';
  return withNext ? 'first' : 'single';
}

function belongTogether(first: Row | undefined, second: Row | undefined, currentUserId: number): boolean {
  const [a, b] = [sender(first, currentUserId), sender(second, currentUserId)];
  return a !== null && b !== null && a.authorId === b.authorId && Math.abs(b.time - a.time) <= groupWithin;
}

function sender(row: Row | undefined, currentUserId: number): { authorId: number; time: number } | null {
  if (row?.kind === 'outgoing') return { authorId: currentUserId, time: row.item.createdAt };
  if (row?.kind !== 'message') return null;
  return { authorId: row.message.authorId, time: Date.parse(row.message.date) };
}
