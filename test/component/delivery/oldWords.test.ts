/** Last words of whoever never comes back do not stay for ever. */
// @module-tag race
import { expect, test } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { lastWordsOf } from '../../../src/delivery/lastWords.ts';
import { nameOf } from '../../../src/delivery/owner.ts';
import { lane, newOwner } from './pages.ts';

test('those that nobody came back for are removed, whoever wrote them', async () => {
  const gone = newOwner();
  const old = nameOf(gone, 'last-words', lane, 'old');
  const unreadable = nameOf(gone, 'last-words', lane, 'unreadable');
  localStorage.setItem(old, JSON.stringify({ text: 'Old', savedAt: Date.now() - 61 * 24 * 60 * 60_000 }));
  localStorage.setItem(unreadable, 'Nobody knows');
  lastWordsOf(gone, lane, 'new').keep({ text: 'New' });
  await openBrowserStore(newOwner()).readAll();
  expect(localStorage.getItem(old)).toBeNull();
  expect(localStorage.getItem(unreadable)).toBeNull();
  expect(await lastWordsOf(gone, lane, 'next').take()).toMatchObject([{ text: 'New' }]);
});
