/** Webhook development against the local portal's own webhook: it works, and the page never learns the secret. */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startPortal, type RunningPortal } from '../../portal/server.ts';
import { webhookSecret } from '../../portal/world/seed/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { startDevPortal, type DevPortal } from './devPortal.ts';
import { recordEverything } from './everythingSeen.ts';

let portal: RunningPortal;
let dev: DevPortal;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal({ port: 0, appUrl: 'http://127.0.0.1:5173/', log: () => {} });
  dev = await startDevPortal({ B24_WEBHOOK: `${portal.origin}/rest/1/${webhookSecret}/` });
  browser = await sharedBrowser();
  await dev.ready();
  // Vite prepares the packages when they are first asked for, and then loads the page anew.
  const first = await browser.newPage();
  await first.goto(dev.origin, { waitUntil: 'networkidle' });
  await first.close();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await control('reset', {});
});
afterAll(() => Promise.all([dev.stop(), portal.close()]));

async function control<Answer = unknown>(call: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${portal.origin}/control/${call}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  const content: Answer = await answer.json();
  return content;
}

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

const task = (id: number) => `${dev.origin}/?placement=TASK_VIEW_TAB&taskId=${id}`;

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
}

test('messages go both ways, and the secret is in nothing the page ever saw', async () => {
  const page = await newPage();
  const everything = recordEverything(page);
  await page.goto(task(51));
  await write(page, 'Written by webhook');
  await expectToSee(page.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
  const { messages } = await control<PortalState>('state');
  expect(messages.at(-1)).toMatchObject({ chatId: 58, authorId: 1, typed: 'Written by webhook' });

  // A portal says the secret itself, in addresses of files for example.
  const text = `Get it at /rest/1/${webhookSecret}/download/`;
  await control('colleague-message', { chatId: 58, userId: 2, text });
  await expectToSee(page.getByText('Get it at /rest/1/***/download/'));

  // And when it cannot be reached, the error says no more.
  const method = 'im.dialog.messages.get';
  await control('faults', [{ method, fault: 'drop-before', times: 1, connection: 'fresh' }]);
  await expect.poll(() => dev.output()).toMatch(/im\.dialog\.messages\.get: .+ gave no answer: \w+/);

  await page.reload();
  await expectToSee(page.getByText('Written by webhook'));
  const seen = await everything.text();
  // Not `toContain`: a failure would print all of it.
  const holds = (part: string) => seen.includes(part);
  expect(['Written by webhook', 'src/dev/connectByWebhook.tsx', webhookSecret].map(holds)).toEqual([
    true,
    true,
    false,
  ]);
  expect(dev.output()).not.toContain(webhookSecret);
});

test('the bar chooses the placement; the page’s address remembers it', async () => {
  const page = await newPage();
  await page.goto(dev.origin);
  await expectToSee(page.getByRole('heading', { name: 'Chat Desk works in your tasks' }));
  const bar = page.getByRole('form', { name: 'Webhook development' });
  expect(await bar.textContent()).toContain(new URL(portal.origin).host);
  await bar.getByLabel('Opened in').selectOption('Task card');
  await bar.getByLabel('Task ID').fill('52');
  await bar.getByLabel('Task ID').press('Enter');
  await page.waitForURL(task(52));
  await expectToSee(page.getByText('Task 52'));
  await page.reload();
  await expectToSee(page.getByText('Task 52'));
  expect(await bar.getByLabel('Task ID').inputValue()).toBe('52');
  await bar.getByLabel('Opened in').selectOption('Deal');
  await bar.getByLabel('ID').fill('10');
  await bar.getByLabel('ID').press('Enter');
  await page.waitForURL(`${dev.origin}/?placement=CRM_DEAL_DETAIL_TAB&ID=10`);
  await expectToSee(page.getByRole('list', { name: 'Chats' }));
  await expectToSee(page.getByRole('log', { name: 'Messages' }));
  await bar.getByLabel('Opened in').selectOption('Own page');
  expect(await bar.getByLabel('Task ID').count()).toBe(0);
});

test('the installation: says that a webhook cannot do it, and blames nobody’s rights', async () => {
  const page = await newPage();
  await page.goto(`${dev.origin}/?placement=INSTALL`);
  await expectToSee(page.getByRole('heading', { name: 'The portal could not be asked' }));
  await expectToSee(page.getByText('A webhook may not do this'));
  expect(await page.getByText('administrators alone').count()).toBe(0);
});

test('the help says what a webhook cannot do, and closes with Escape', async () => {
  const page = await newPage();
  await page.goto(task(51));
  await page.getByRole('button', { name: 'About the webhook' }).click();
  await expectToSee(page.getByText('placement.*'));
  await expectToSee(page.getByText('Refresh a token'));
  await expectToSee(page.getByText('Be another person'));
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByText('placement.*').isVisible()).toBe(false);
});

test('Russian where the browser is', async () => {
  const page = await newPage({ locale: 'ru-RU' });
  await page.goto(task(51));
  await expectToSee(page.getByRole('form', { name: 'Разработка через вебхук' }));
  await expectToSee(page.getByRole('textbox', { name: 'Сообщение' }));
});

const views = [
  ['dark', 360],
  ['light', 1200],
] as const;

test.each(isAll ? views : views.slice(0, 1))('accessible: %s, %i px wide', async (colorScheme, width) => {
  const page = await newPage({ colorScheme, viewport: { width, height: 800 } });
  await page.goto(task(51));
  await expectToSee(page.getByRole('article'));
  await page.addScriptTag({ content: axe.source });
  const check = () => page.evaluate<AxeResults>('axe.run()');
  const bare = await check();
  await page.getByRole('button', { name: 'About the webhook' }).click();
  const withHelp = await check();
  expect([...bare.violations, ...withHelp.violations].map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
    [],
  );
  const scrolls = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(scrolls).toEqual([0, 0]);
});
