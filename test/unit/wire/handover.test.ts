// How much of a body has left, where the browser tells it now and then only.
import { expect, test } from 'vitest';
import { createHandover } from '../../../src/portal/handover.ts';

const total = 1_000;

function after(...seen: number[]) {
  const handover = createHandover(total);
  for (const sent of seen) handover.saw(sent);
  return handover;
}

test.each<[string, number[], boolean]>([
  ['nothing was said: a short body may be gone', [], true],
  ['far from the end', [100, 200], false],
  ['another step or two from the end', [100, 400, 500], true],
  ['after a large step, for good', [400, 410, 420], true],
  ['the last percent', [5, 10, 15, 985, 990], true],
  ['whole', [100, 1_000], true],
  ['whole, and then the browser begins again', [1_000, 10], true],
])('%s', (_what, seen, mayBeWhole) => {
  expect(after(...seen).mayBeWhole()).toBe(mayBeWhole);
});
