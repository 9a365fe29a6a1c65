/** The readers of `app.info`, `method.get`, `placement.get` and of ADMIN on documented answers (RF 5.3, 6.1, 7.3; PB 6). */
import { describe, expect, test } from 'vitest';
import { readAppInfo, readMethodState } from '../../../src/portal/methods/app.ts';
import { readPlacements } from '../../../src/portal/methods/placements.ts';
import { readIsAdmin } from '../../../src/portal/methods/users.ts';

test('app.info', () => {
  expect(readAppInfo({ ID: 5, CODE: 'local.1', VERSION: 4, STATUS: 'L', INSTALLED: false })).toEqual({
    isInstalled: false,
  });
  expect(readAppInfo({ INSTALLED: true }).isInstalled).toBe(true);
  expect(() => readAppInfo({ INSTALLED: 'N' })).toThrow('app.info: UNEXPECTED_SHAPE at INSTALLED');
});

test.each([
  [true, true, 'available'],
  [true, false, 'missing'],
  [false, false, 'unknown'],
])('method.get: existing %j, available %j: %s', (isExisting, isAvailable, state) => {
  expect(readMethodState({ isExisting, isAvailable })).toBe(state);
});

describe('placement.get', () => {
  test('the sample', () => {
    const sample = [
      {
        id: 1,
        placement: 'task_view_tab',
        userId: 0,
        handler: 'https://a.example/index.html',
        options: [],
        title: 'Chat Desk',
        description: '',
        langAll: { en: { TITLE: 'Chat Desk', DESCRIPTION: '', GROUP_NAME: '' } },
      },
    ];
    expect(readPlacements(sample)).toEqual([
      { placement: 'TASK_VIEW_TAB', handler: 'https://a.example/index.html' },
    ]);
  });

  test('none, and nonsense', () => {
    expect(readPlacements([])).toEqual([]);
    expect(() => readPlacements([{ placement: 'LEFT_MENU' }])).toThrow('UNEXPECTED_SHAPE at 0.handler');
  });
});

test.each([
  [{ ID: '1', ADMIN: true }, true],
  [{ ID: '1', ADMIN: 'Y' }, true],
  [{ ID: '1', ADMIN: false }, false],
  [{ ID: '1' }, false],
  [[], false],
])('profile %j: administrator %j', (profile, isAdmin) => {
  expect(readIsAdmin(profile)).toBe(isAdmin);
});
