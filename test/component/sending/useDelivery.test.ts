/** Loaded behind the first messages: what a screen has of it until then, and from then on. */
// @module-tag race
import { renderHook } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDelivery } from '../../../src/sending/openDelivery.ts';
import { useDelivery } from '../../../src/sending/useDelivery.ts';
import { anna, openPortal } from './portal.ts';

const portal = await openPortal();

test('nothing at first; then one delivery for all screens of the page, and the portal’s way with texts', async () => {
  const owner = { portal: portal.portalOf(anna), userId: anna };
  const task = await portal.newTask();
  const lane = `chat${task.chatId}`;
  const { result, unmount } = renderHook(() => useDelivery(owner, lane));
  const { texts, ...before } = result.current;
  expect(before).toMatchObject({ opened: null, items: [], overview: { isLasting: true, unsent: [] } });
  expect(texts.countOf('www.x.y 🙂')).toBe(9);
  expect(texts.isSameText('a\nb', 'a[br]b')).toBe(false);

  const open = await before.whenOpen();
  onTestFinished(() => open.delivery.stop());
  expect(open).toBe(openDelivery(owner));
  await vi.waitUntil(() => result.current.opened === open);
  expect(result.current.texts.countOf('www.x.y 🙂')).toBe('[URL=http://www.x.y]www.x.y[/URL] '.length + 1);
  expect(result.current.texts.isSameText('a\nb', 'a[br]b')).toBe(true);

  await open.delivery.add(lane, { kind: 'taskText', text: 'Hello', target: task });
  await vi.waitUntil(() => result.current.items[0]?.state === 'sent');
  expect(result.current.overview.unsent).toEqual([]);
  unmount();
  const next = renderHook(() => useDelivery(owner, lane));
  await vi.waitUntil(() => next.result.current.items[0]?.text === 'Hello');
  expect(next.result.current.opened).toBe(open);
});
