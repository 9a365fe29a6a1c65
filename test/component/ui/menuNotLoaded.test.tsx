// The menu's own code cannot be fetched: it is said in words, each time. (Chromium never fetches a module again.)
/// <reference types="@vitest/browser-playwright" />
import '../../../src/ui/tokens.css';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { MoreIcon } from '../../../src/ui/Icon/icons.tsx';
import { Menu } from '../../../src/ui/Menu/Menu.tsx';

test('is told, and told again', async () => {
  render(<Menu label="More" icon={<MoreIcon />} items={[{ id: 'a', label: 'Reply', onSelect: () => {} }]} />);
  await cdp().send('Network.enable');
  await cdp().send('Network.setBlockedURLs', { urls: ['*MenuList*'] });
  const button = screen.getByRole('button', { name: 'More' });
  const words = () => screen.queryByRole('alert', { hidden: true });
  await userEvent.click(button);
  await expect.poll(() => words()?.textContent).toContain('could not be loaded');
  expect(words()?.checkVisibility()).toBe(true);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => words()?.checkVisibility()).toBe(false);
  expect(document.activeElement).toBe(button);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => words()?.checkVisibility()).toBe(true);
  await cdp().send('Network.setBlockedURLs', { urls: [] });
});
