/** The bytes of files on their way, in the browser's real database; refusals as a third-party frame meets them. */
// @module-tag race
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newKey } from '../../../src/delivery/item.ts';
import { openFileStore } from '../../../src/sending/fileStore.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const newName = () => `files-${newKey()}`;
const textOf = async (blob: Blob | null) => (blob ? blob.text() : null);

test('kept over a reload, its bytes and its type', async () => {
  const name = newName();
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  await openFileStore(name).keep('a', new Blob([bytes], { type: 'image/png' }));
  const found = await openFileStore(name).get('a');
  expect(found?.type).toBe('image/png');
  expect(new Uint8Array((await found?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
});

test('one that is not there', async () => {
  expect(await openFileStore(newName()).get('a')).toBeNull();
});

test('removed by one page, it is gone for all of them; others stay', async () => {
  const name = newName();
  const [one, other] = [openFileStore(name), openFileStore(name)];
  await one.keep('a', new Blob(['a']));
  await one.keep('b', new Blob(['b']));
  await other.remove('a');
  expect(await one.get('a')).toBeNull();
  expect(await textOf(await one.get('b'))).toBe('b');
  await one.remove('never there');
});

test('what nobody came for is removed after 60 days', async () => {
  const name = newName();
  const day = 24 * 60 * 60_000;
  const store = openFileStore(name);
  await store.keep('young', new Blob(['young']));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 59 * day });
  await store.keep('old', new Blob(['old']));
  vi.setSystemTime(Date.now() - 2 * day);
  await store.keep('oldest', new Blob(['oldest']));
  vi.useRealTimers();
  const later = openFileStore(name);
  expect(await later.get('oldest')).toBeNull();
  expect(await textOf(await later.get('old'))).toBe('old');
  expect(await textOf(await later.get('young'))).toBe('young');
});

describe('storage refused', () => {
  // As measured in a third-party frame (BF 1C): the call throws, or its request fails.
  const refusals: ReadonlyArray<[how: string, refuse: (name: string) => Promise<void>]> = [
    [
      'at once',
      async () => {
        vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('Access is denied.', 'SecurityError');
        });
      },
    ],
    // A database is never opened with a version older than its own.
    ['in its answer', async (name) => (await openDB(name, 2)).close()],
  ];

  test.each(refusals)('%s: the page has its memory', async (_how, refuse) => {
    const name = newName();
    await refuse(name);
    const store = openFileStore(name);
    await store.keep('a', new Blob(['in memory']));
    expect(await textOf(await store.get('a'))).toBe('in memory');
    expect(await textOf(await openFileStore(name).get('a'))).toBeNull();
    await store.remove('a');
    expect(await store.get('a')).toBeNull();
  });

  test('in the middle: what was kept before is there, what comes after is in memory', async () => {
    const name = newName();
    const store = openFileStore(name);
    await store.keep('before', new Blob(['before']));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });
    await store.keep('after', new Blob(['after']));
    expect(await textOf(await store.get('before'))).toBe('before');
    expect(await textOf(await store.get('after'))).toBe('after');
    vi.restoreAllMocks();
    expect(await openFileStore(name).get('after')).toBeNull();
    expect(await textOf(await openFileStore(name).get('before'))).toBe('before');
  });
});
