/** What pages of one person tell each other. */
// @module-tag race
import { afterEach, expect, test, vi } from 'vitest';
import { openNews } from '../../../src/delivery/broadcast.ts';
import { lane, newOwner, until } from './pages.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the others hear it, the teller and strangers do not', async () => {
  const owner = newOwner();
  const pages = [openNews(owner), openNews(owner), openNews({ ...owner, userId: 2 })] as const;
  const heard: string[] = [];
  for (const [index, page] of pages.entries()) page.listen((name) => heard.push(`${index}: ${name}`));
  pages[0].tell(lane);
  pages[1].tell('chat59');
  await until(() => heard.length >= 2);
  expect(heard.toSorted()).toEqual(['0: chat59', '1: chat58']);
});

test('who has stopped listening hears nothing', async () => {
  const owner = newOwner();
  const [left, right] = [openNews(owner), openNews(owner)];
  const heard: string[] = [];
  const stop = right.listen((name) => heard.push(`first: ${name}`));
  right.listen((name) => heard.push(`second: ${name}`));
  stop();
  left.tell(lane);
  await until(() => heard.length > 0);
  expect(heard).toEqual(['second: chat58']);
});

test('without a channel nobody hears anything, and nothing throws', () => {
  vi.stubGlobal('BroadcastChannel', function refuse() {
    throw new DOMException('Access is denied.', 'SecurityError');
  });
  const news = openNews(newOwner());
  const stop = news.listen(() => undefined);
  expect(() => news.tell(lane)).not.toThrow();
  expect(() => stop()).not.toThrow();
});
