// Contrast of the token table: WCAG AA for every text on every surface that it stands on.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, inkOn } from '../../../src/ui/contrast.ts';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  Array.from(
    css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g),
    ([, name, light, dark]) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name)?.[theme];
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}

const plain = ['page', 'surface', 'surface-2'];
const pairs: Array<[string, string[]]> = [
  ['text', [...plain, 'tint', 'chip', 'success-soft', 'warning-soft', 'danger-soft']],
  ['text-2', [...plain, 'tint', 'chip', 'success-soft', 'warning-soft', 'danger-soft']],
  ['text-muted', [...plain, 'tint', 'chip', 'warning-soft', 'danger-soft']],
  ['link', [...plain, 'tint', 'chip', 'warning-soft', 'danger-soft', 'success-soft']],
  ['on-accent', ['accent-fill']],
  ['success-text', [...plain, 'success-soft']],
  ['warning-text', [...plain, 'warning-soft']],
  ['danger-text', [...plain, 'danger-soft', 'warning-soft']],
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(pairs.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const)))(
    '--%s on --%s',
    (ink, ground) => {
      expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(plain)('the focus ring on --%s', (ground) => {
    expect(contrast(colour('accent', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('the table has 40 to 60 roles', () => {
  const roles = new Set(css.match(/--[\w-]+(?=:)/g));
  expect(roles.size).toBeGreaterThanOrEqual(40);
  expect(roles.size).toBeLessThanOrEqual(60);
});

test('contrast as WCAG counts it', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('initials can be read on any colour', () => {
  for (let step = 0; step < 4096; step++) {
    const ground = `#${step.toString(16).padStart(3, '0')}`;
    expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
  }
});
