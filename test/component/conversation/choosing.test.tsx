/** Messages that are chosen stay chosen, whatever part of the chat is shown meanwhile. */
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useChoosing } from '../../../src/conversation/useChoosing.ts';
import { message } from './sample.ts';

test('in the order of the chat, as they are shown or were shown last', () => {
  const [old, older] = [message(5, { text: 'Old' }), message(3, { text: 'Older' })];
  const newest = message(90, { text: 'Newest' });
  const { result, rerender } = renderHook(useChoosing, { initialProps: [newest] });
  act(() => result.current.begin(newest));
  rerender([older, old]);
  act(() => result.current.choose(5, true));
  act(() => result.current.choose(3, true));
  act(() => result.current.choose(3, false));
  rerender([message(90, { text: 'Newest, changed' })]);
  expect(result.current.messages.map(({ text }) => text)).toEqual(['Old', 'Newest, changed']);
  expect(result.current.chosen).toEqual(new Set([90, 5]));
  act(() => result.current.end());
  expect(result.current.chosen).toBeNull();
});
