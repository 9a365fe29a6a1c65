/**
 * Whatever the portal or the line does, the task card shows words or keeps its messages; none of it may end as an
 * empty screen or, as the stage sees to, as an unhandled rejection.
 */
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { misbehaviours } from '../support/misbehaviours.ts';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';

/** Each of them on opening, on reading anew or on sending, in turn; all three with `npm run test:all`. */
const third = (which: number) => misbehaviours.filter((_, index) => isAll || index % 3 === which);

const stage = setUpStage();
const title = 'Website redesign for Northwind';
const send = 'tasks.task.chat.message.send';

/** Lets the page's time run until it is true. */
async function runUntil(page: Page, name: string, isTrue: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1_000);
        return isTrue();
      },
      { message: name, timeout: 30_000, interval: 60 },
    )
    .toBe(true);
}

async function countInPortal(text: string) {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text).length;
}

test('opening, answered by any of them: a heading, what to do, and it opens after that', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`);
  const app = page.getByRole('dialog').frameLocator('iframe');
  const again = app.getByRole('button', { name: 'Try again' });
  for (const { name, rule } of third(0)) {
    await stage.control('faults', [{ method: 'batch', connection: 'fresh', ...rule }]);
    await page.getByRole('button', { name: 'Chat Desk' }).click();
    await runUntil(page, name, () => again.isVisible());
    const heading = await app.getByRole('heading', { level: 1 }).innerText();
    const words = await app.getByRole('main').innerText();
    expect([name, heading]).toEqual([name, expect.stringMatching(/\w+ \w+/)]);
    expect([name, words]).toEqual([name, expect.stringMatching(/\w+ \w+[^]*Try again/)]);
    expect(words.length).toBeGreaterThan(`${heading} Try again`.length + 10);
    await stage.control('faults', []);
    await again.click();
    await expectToSee(app.getByRole('heading', { name: title }));
    await expectToSee(app.getByRole('article'));
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  }
}, 120_000);

test('reading anew, answered by any of them: the messages stay, it is said, and passes', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await stage.openTask(page);
  const rows = app.getByRole('article');
  await expectToSee(rows.first());
  const before = await rows.count();
  const isLive = () => app.getByText('Live', { exact: true }).isVisible();
  for (const { name, rule } of third(1)) {
    await stage.control('faults', [{ method: 'im.dialog.messages.get', connection: 'fresh', ...rule }]);
    await app.getByRole('textbox', { name: 'Message' }).press('Shift');
    await runUntil(page, name, async () => !(await isLive()));
    expect([name, await rows.count()]).toEqual([name, before]);
    await expectToSee(app.getByRole('heading', { name: title }));
    await expectToSee(app.getByRole('textbox', { name: 'Message' }));
    await stage.control('faults', []);
    await runUntil(page, name, isLive);
  }
}, 120_000);

/** What has become of a message, in the words of its row; '' while it is on its way. */
async function fateOf(app: FrameLocator, text: string): Promise<'' | 'sent' | 'refused' | 'open' | 'waits'> {
  const row = app.getByRole('article').filter({ hasText: text });
  if (await row.getByRole('img', { name: 'Sent', exact: true }).isVisible()) return 'sent';
  if (await row.getByRole('button', { name: 'Check again' }).isVisible()) return 'open';
  if (await row.getByText('will be sent by itself within a minute').isVisible()) return 'waits';
  return (await row.getByRole('button', { name: 'Edit' }).isVisible()) ? 'refused' : '';
}

test('sending, answered by any of them: what the row says of the message is true', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  await expectToSee(app.getByRole('article').first());
  for (const { name, rule } of third(2)) {
    const text = `Answered by ${name}.`;
    await stage.control('faults', [{ method: send, connection: 'fresh', ...rule }]);
    await field.fill(text);
    await field.press('Enter');
    await runUntil(page, name, async () => (await fateOf(app, text)) !== '');
    const fate = await fateOf(app, text);
    const expected = name === '429' ? 'waits' : name.endsWith('before') ? 'open' : 'sent';
    expect([name, fate, await countInPortal(text)]).toEqual([name, expected, fate === 'sent' ? 1 : 0]);
    await expectToSee(app.getByRole('heading', { name: title }));
    const row = app.getByRole('article').filter({ hasText: text });
    expect(await row.count()).toBe(1);
    if (fate === 'open') await row.getByRole('button', { name: 'Delete' }).click();
    if (fate !== 'waits') continue;
    await stage.control('faults', []);
    await runUntil(page, name, async () => (await fateOf(app, text)) === 'sent');
    expect([name, await countInPortal(text)]).toEqual([name, 1]);
  }
}, 120_000);

test('answers that come too late: the first paint is asked for again, and a message is looked up', async () => {
  // The time limits are the browser's own and so take their real ten seconds: all of it at once.
  await stage.control('faults', [
    { method: 'batch', fault: 'delay', ms: 12_000, times: 1, connection: 'fresh' },
  ]);
  const opening = await stage.newPage();
  const slow = await stage.openTask(opening);
  await expectToSee(slow.getByText('Opening the task'));
  await stage.control('faults', [{ method: send, fault: 'delay', ms: 12_000, connection: 'fresh' }]);
  const sending = await stage.newPage();
  const app = await stage.openTask(sending);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Takes its time');
  await field.press('Enter');
  await expect.poll(() => countInPortal('Takes its time')).toBe(1);
  await expect.poll(() => fateOf(app, 'Takes its time'), { timeout: 20_000 }).toBe('sent');
  await expect.poll(() => slow.getByRole('article').count(), { timeout: 20_000 }).toBeGreaterThan(0);
  expect(await countInPortal('Takes its time')).toBe(1);
}, 60_000);
