/** Ranges of message ids of which something is known. Pure. */

export interface IdRange {
  from: number;
  to: number;
}

export interface Gap extends IdRange {
  /** messages in it */
  count: number;
}

/**
 * The ranges between the first and the last message of which nothing is known yet.
 * @param messages neighbours, ascending
 */
export function rangesToRead(messages: ReadonlyArray<{ id: number }>, known: readonly IdRange[]): Gap[] {
  const gaps: Gap[] = [];
  let gap: Gap | null = null;
  for (const { id } of messages) {
    if (known.some(({ from, to }) => id >= from && id <= to)) {
      gap = null;
      continue;
    }
    if (gap) {
      gap.to = id;
      gap.count += 1;
    } else {
      gap = { from: id, to: id, count: 1 };
      gaps.push(gap);
    }
  }
  return gaps;
}

/** Overlapping ones become one. */
export function withRange(known: readonly IdRange[], range: IdRange): IdRange[] {
  const apart = known.filter(({ from, to }) => to < range.from || from > range.to);
  const touching = known.filter((one) => !apart.includes(one));
  return [
    ...apart,
    {
      from: Math.min(range.from, ...touching.map(({ from }) => from)),
      to: Math.max(range.to, ...touching.map(({ to }) => to)),
    },
  ];
}
