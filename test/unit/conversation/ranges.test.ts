import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangesToRead, withRange } from '../../../src/conversation/ranges.ts';

const ids = (...list: number[]) => list.map((id) => ({ id }));

describe('rangesToRead', () => {
  test('all of it, what is new above and below, nothing twice', () => {
    expect(rangesToRead(ids(3, 5, 9), [])).toEqual([{ from: 3, to: 9, count: 3 }]);
    expect(rangesToRead(ids(1, 2, 3, 5, 9, 11), [{ from: 3, to: 9 }])).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 11, to: 11, count: 1 },
    ]);
    expect(rangesToRead(ids(3, 5, 9), [{ from: 1, to: 20 }])).toEqual([]);
  });
});

test('whatever was read is never asked for again', () => {
  const part = fc.tuple(fc.nat(60), fc.nat(20));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      let known: ReturnType<typeof withRange> = [];
      const read = new Set<number>();
      for (const [from, length] of parts) {
        const messages = Array.from({ length: length + 1 }, (_, index) => ({ id: from + index }));
        const asked = rangesToRead(messages, known);
        for (const { id } of messages) {
          const isAsked = asked.some((range) => id >= range.from && id <= range.to);
          expect(isAsked).toBe(!read.has(id));
          read.add(id);
        }
        for (const range of asked) known = withRange(known, range);
      }
    }),
  );
});
