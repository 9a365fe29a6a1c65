/** How often the chat is read: slower while the portal fails, slower still when it is busy, at once after that. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';

const stage = setUpStage();
const method = 'im.dialog.messages.get';

/** Counts readings and their ends, so that no second of the page's time passes while one is under way. */
function watchReadings(page: Page) {
  const readings = { begun: 0, ended: 0 };
  const isReading = (url: string) => url.includes(method);
  page.on('request', (request) => {
    if (isReading(request.url())) readings.begun += 1;
  });
  const end = (request: { url(): string }) => {
    if (isReading(request.url())) readings.ended += 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return readings;
}

/** Seconds of the page's time between the next `count` readings. */
async function gaps(
  page: Page,
  readings: { begun: number; ended: number },
  count: number,
): Promise<number[]> {
  const found: number[] = [];
  let waited = 0;
  while (found.length < count + 1 && waited < 120) {
    const before = readings.begun;
    await page.clock.runFor(1_000);
    waited += 1;
    // One round trip to the page, so that what it has begun is known here.
    await page.evaluate(() => 0);
    if (readings.begun === before) continue;
    await expect.poll(() => readings.ended).toBe(readings.begun);
    found.push(waited);
    waited = 0;
  }
  return found.slice(1);
}

test('while readings fail each waits twice as long as the one before, a minute at most; one answer, and it is as before', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const readings = watchReadings(page);
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article').first());
  expect(await gaps(page, readings, 2)).toEqual([4, 4]);
  await stage.control('faults', [{ method, fault: 'status', status: 502, connection: 'fresh' }]);
  await app.getByRole('textbox', { name: 'Message' }).press('Shift');
  expect(await gaps(page, readings, 5)).toEqual([8, 16, 32, 60, 60]);
  await stage.control('faults', []);
  await app.getByRole('textbox', { name: 'Message' }).press('Shift');
  expect(await gaps(page, readings, 2)).toEqual([4, 4]);
});

test('told that it asks too often it keeps to half a minute', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const readings = watchReadings(page);
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article').first());
  await stage.control('faults', [
    { method, fault: 'status', status: 503, executed: false, connection: 'fresh' },
  ]);
  expect(await gaps(page, readings, 2)).toEqual([30, 30]);
  await expectToSee(app.getByText('Slower', { exact: true }));
});
