/** A browser that is wrong about the network, as with some tunnels and virtual machines: its word is not the last. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { countSends, expectSentOnce, write } from './writing.ts';

const stage = setUpStage();

test('the browser says that there is no network: what is written goes out all the same, once and in order', async () => {
  const page = await stage.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false, configurable: true }),
  );
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await expectToSee(app.getByText('You are offline'));
  for (const text of ['Through the tunnel', 'And after it']) await write(app, text);
  for (const text of ['Through the tunnel', 'And after it']) await expectSentOnce(stage, app, text);
  expect(await countSends(stage)).toBe(2);
});
