// All components, light and dark: no violations, no sideways scrolling when narrow, usable with forced colours.
/// <reference types="@vitest/browser-playwright" />
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { violations } from './axe.ts';
import { Gallery, over } from './gallery.tsx';

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['theme'];
});

describe.each(['light', 'dark'])('%s', (theme) => {
  test.each([340, 1000])('at %i pixels', async (width) => {
    await page.viewport(width, 800);
    document.documentElement.dataset['theme'] = theme;
    render(<Gallery />);
    expect(await violations(document.body)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  test.each([340, 1000])('what lies over the page, at %i pixels', async (width) => {
    await page.viewport(width, 800);
    document.documentElement.dataset['theme'] = theme;
    for (const part of ['dialog', 'confirm'] as const) {
      const { unmount } = render(over[part]);
      const { left, right, top, bottom } = screen.getByRole('dialog').getBoundingClientRect();
      expect([left >= 0, right <= width, top >= 0, bottom <= 800]).toEqual([true, true, true, true]);
      expect(await violations(screen.getByRole('dialog'))).toEqual([]);
      unmount();
    }
    render(<main>{over.menu}</main>);
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(await violations(await screen.findByRole('menu', { name: 'More' }))).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('follows the browser unless told otherwise', async () => {
    render(<Gallery />);
    const ground = () => getComputedStyle(screen.getByRole('main')).backgroundColor;
    await emulate('prefers-color-scheme', theme);
    const followed = ground();
    await emulate('prefers-color-scheme', theme === 'dark' ? 'light' : 'dark');
    expect(ground()).not.toBe(followed);
    document.documentElement.dataset['theme'] = theme;
    expect(ground()).toBe(followed);
    await emulate('prefers-color-scheme', '');
  });
});

test('forced colours: controls keep their edges and their focus', async () => {
  await emulate('forced-colors', 'active');
  render(<Gallery />);
  for (const button of screen.getAllByRole('button')) {
    const { borderTopColor, backgroundColor, borderTopWidth } = getComputedStyle(button);
    expect(borderTopWidth).not.toBe('0px');
    expect(borderTopColor).not.toBe(backgroundColor);
  }
  await emulate('forced-colors', '');
});

test('coarse pointers get targets of 44 pixels', async () => {
  render(<Gallery />);
  const heights = () => screen.getAllByRole('button').map((button) => button.getBoundingClientRect().height);
  expect(Math.min(...heights())).toBe(28);
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  expect(matchMedia('(pointer: coarse)').matches).toBe(true);
  expect(Math.min(...heights())).toBeGreaterThanOrEqual(44);
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

test('whoever wants less motion gets less', async () => {
  await emulate('prefers-reduced-motion', 'reduce');
  render(<Gallery />);
  expect(getComputedStyle(screen.getAllByRole('button')[0] ?? document.body).transitionDuration).toBe('0s');
  await emulate('prefers-reduced-motion', '');
});

/** One media feature as the system would set it; an empty value lifts it. */
async function emulate(name: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}
