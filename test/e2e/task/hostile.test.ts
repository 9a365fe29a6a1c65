/** Task 56 is full of injections, in its title, messages, names and files: nothing of it runs or becomes an element. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';

const stage = setUpStage();

test('nothing hostile runs, and none of it makes an element of its own', async () => {
  const page = await stage.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const app = await stage.openTask(page, 56);
  const log = app.getByRole('log', { name: 'Messages' });
  await expectToSee(log.locator('time').first());
  const found = await log.evaluate((element) => {
    const main = element.closest('main') ?? element;
    const all = [...main.querySelectorAll('*')];
    return {
      forbidden: [...element.querySelectorAll('*')].filter((node) =>
        /^(script|iframe|object|embed|style|link|form|base|meta)$/i.test(node.tagName),
      ).length,
      handlers: all.flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith('on'))),
      addresses: [...main.querySelectorAll('a')].map((link) => link.protocol),
      ran: Object.keys(window).filter((name) => /pwned|hacked|xss/i.test(name)),
    };
  });
  expect(found.forbidden).toBe(0);
  expect(found.handlers).toEqual([]);
  expect(found.addresses.filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol))).toEqual([]);
  expect(found.ran).toEqual([]);
  expect(dialogs).toEqual([]);
});
