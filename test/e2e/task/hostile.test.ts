/** Task 56 is full of injections, in its title, messages, names and files: nothing of it runs or becomes an element. */
import { expect, test } from 'vitest';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';

declare global {
  interface Window {
    /** what every attack of the seed sets that works (test/portal/world/seed/hostile.ts) */
    hostileRan?: number;
  }
}

const stage = setUpStage();

test('nothing hostile runs, and none of it makes an element of its own', async () => {
  const { messages } = await stage.control<PortalState>('state');
  const all = messages.filter(({ chatId }) => chatId === 64).length;
  const page = await stage.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const app = await stage.openTask(page, 56);
  const rows = app.getByRole('log', { name: 'Messages' }).getByRole('article');
  await expect.poll(() => rows.count()).toBe(50);
  await app.getByRole('button', { name: 'Show earlier messages' }).press('Enter');
  await expect.poll(() => rows.count()).toBe(all);
  const found = await app.locator('html').evaluate((html) => {
    const nodes = [...html.querySelectorAll('body *')];
    return {
      ran: window.hostileRan,
      hostile: html.querySelectorAll('.hostile').length,
      forbidden: [
        ...html.querySelectorAll(
          'body :is(script, iframe, object, embed, style, link, base, meta), [role=log] form',
        ),
      ].map((node) => node.localName),
      handlers: nodes.flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith('on'))),
      protocols: [...new Set([...html.querySelectorAll('a')].map((link) => link.protocol))],
    };
  });
  expect(found).toEqual({
    ran: undefined,
    hostile: 0,
    forbidden: [],
    handlers: [],
    protocols: expect.any(Array),
  });
  expect(found.protocols.filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol))).toEqual([]);
  expect(found.protocols).toContain('https:');
  expect(await page.evaluate(() => window.hostileRan)).toBeUndefined();
  expect(dialogs).toEqual([]);
});
