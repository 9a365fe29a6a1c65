// How long "Check now" shows that it is at work: until the reading that the person asked for has ended.
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useChecks } from '../../../src/conversation/useChecks.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function start() {
  const { result, rerender } = renderHook(({ isReading }) => useChecks(isReading), {
    initialProps: { isReading: false },
  });
  return {
    checking: () => [...result.current.checking],
    press: (key: string) => act(() => result.current.began(key)),
    reading: (isReading: boolean) => rerender({ isReading }),
  };
}

test('from the press to the end of the reading', () => {
  const { checking, press, reading } = start();
  press('a');
  press('b');
  expect(checking()).toEqual(['a', 'b']);
  reading(true);
  expect(checking()).toEqual(['a', 'b']);
  reading(false);
  expect(checking()).toEqual([]);
});

test('readings that nobody asked for are no checks', () => {
  const { checking, reading } = start();
  reading(true);
  expect(checking()).toEqual([]);
});

test('where no reading comes of it, not for ever', () => {
  vi.useFakeTimers();
  const { checking, press } = start();
  press('a');
  act(() => void vi.advanceTimersByTime(9_000));
  expect(checking()).toEqual(['a']);
  act(() => void vi.advanceTimersByTime(1_000));
  expect(checking()).toEqual([]);
});
