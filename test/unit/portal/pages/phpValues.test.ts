/** The values of `getInitData` as PHP prints them (PB 5.4). */
import { expect, it } from 'vitest';
import {
  asPrintedByPhp,
  placementOptionsForForm,
  placementOptionsForInitData,
} from '../../../portal/pages/phpValues.ts';

it('makes numbers strings and empty objects lists, at every depth', () => {
  expect(asPrintedByPhp({ a: 1, b: true, c: { d: 2, e: {} }, f: [3, 'x'], g: null })).toEqual({
    a: '1',
    b: true,
    c: { d: '2', e: [] },
    f: ['3', 'x'],
    g: '',
  });
  expect(asPrintedByPhp({})).toEqual([]);
});

it('escapes the first level of placement options only, and ampersands only before entities', () => {
  expect(placementOptionsForInitData({})).toBe('');
  expect(placementOptionsForInitData({ t: '<b a="1">&amp; & \'', deep: { t: '<b>' }, n: 7 })).toEqual({
    t: "&lt;b a=&quot;1&quot;&gt;&amp;amp; & '",
    deep: { t: '<b>' },
    n: '7',
  });
});

it('writes the form field as raw JSON with escaped slashes', () => {
  expect(placementOptionsForForm({ taskId: '51', URI: '/a/?b=<1>' })).toBe(
    '{"taskId":"51","URI":"\\/a\\/?b=<1>"}',
  );
});
