/** `npm run screenshots`: the pictures README shows, taken from the running app in the local portal. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { createServer } from 'vite';
import { launch } from '../e2e/support/browser.ts';
import { startPortal } from '../portal/server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));

const app = await createServer({ server: { port: 0, strictPort: false }, logLevel: 'error' });
await app.listen();
const appUrl = `${app.resolvedUrls?.local[0] ?? ''}index.html`;
const portal = await startPortal({ port: 0, appUrl, log: () => {} });
const browser = await launch();

interface Shot {
  name: string;
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  prepare: (page: Page) => Promise<void>;
}

const result = 'The new header is live, checked on three phones.';
const task = '/company/personal/user/1/tasks/task/view/51/';
const openRow = async (page: Page) => {
  await page.goto(portal.origin + task);
  await page.getByRole('button', { name: 'Chat Desk' }).click();
  await page.getByRole('dialog').frameLocator('iframe').getByRole('article').first().waitFor();
};
const shots: Shot[] = [
  { name: 'task-light', width: 1200, height: 760, colorScheme: 'light', prepare: writeInDoubt },
  { name: 'task-narrow-dark', width: 400, height: 760, colorScheme: 'dark', prepare: sendAsResult },
  { name: 'task-narrow-light', width: 400, height: 760, colorScheme: 'light', prepare: openRow },
  { name: 'crm-light', width: 1200, height: 800, colorScheme: 'light', prepare: answerClient },
  { name: 'crm-narrow-dark', width: 400, height: 800, colorScheme: 'dark', prepare: answerClient },
  { name: 'crm-to-task', width: 1200, height: 800, colorScheme: 'light', prepare: forwardToTask },
  { name: 'install-upload', width: 1000, height: 760, colorScheme: 'light', prepare: chooseArchive },
  { name: 'install-screen', width: 1000, height: 760, colorScheme: 'light', prepare: upload },
  { name: 'install-done', width: 1000, height: 760, colorScheme: 'light', prepare: install },
];

for (const { name, width, height, colorScheme, prepare } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await prepare(page);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
  await page.close();
  await control('reset', {});
}
await Promise.all([browser.close(), portal.close(), app.close()]);

/** A message that is a result, in a narrow window. */
async function sendAsResult(page: Page): Promise<void> {
  await openRow(page);
  const app = page.getByRole('dialog').frameLocator('iframe');
  await app.getByRole('textbox', { name: 'Message' }).fill(result);
  await app.getByRole('button', { name: 'Send as result' }).click();
  await app.getByRole('region', { name: 'Results' }).getByText(result).waitFor();
}

/** One message that is a result, one in doubt, the bar of another one, and a draft. */
async function writeInDoubt(page: Page): Promise<void> {
  await sendAsResult(page);
  const app = page.getByRole('dialog').frameLocator('iframe');
  const field = app.getByRole('textbox', { name: 'Message' });
  await control('faults', [
    { method: 'tasks.task.chat.message.send', connection: 'fresh', fault: 'drop-before', times: 1 },
  ]);
  await field.fill('And book the slot for Thursday, 11:00?');
  await field.press('Enter');
  await page.waitForTimeout(800);
  await field.fill('[USER=2]Marta Olsen[/USER] please add the tablet screenshots and close the checklist');
  await app.getByRole('article').filter({ hasText: result }).hover();
}

/** A deal's client has written, and the reply is being written. */
async function answerClient(page: Page): Promise<void> {
  await control('reset', { app: { placements: ['CRM_DEAL_DETAIL_TAB'] } });
  await page.goto(`${portal.origin}/crm/deal/details/11/`);
  await page.getByRole('tab', { name: 'Chat Desk' }).click();
  const app = page.frameLocator('iframe');
  await app
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: /Amira Haddad/ })
    .click();
  await control('client-message', { chatId: 106, text: 'Could you send the invoice to the other address?' });
  await app.getByRole('article').filter({ hasText: 'the other address' }).waitFor();
  await app.getByRole('textbox', { name: 'Message' }).fill('Of course, Amira. Which address shall I use?');
}

async function openDeal(page: Page, id: number) {
  await control('reset', { app: { placements: ['CRM_DEAL_DETAIL_TAB'] } });
  await page.goto(`${portal.origin}/crm/deal/details/${id}/`);
  await page.getByRole('tab', { name: 'Chat Desk' }).click();
  return page.frameLocator('iframe');
}

/** The client's message on its way into a task. */
async function forwardToTask(page: Page): Promise<void> {
  const app = await openDeal(page, 10);
  await app.getByRole('button', { name: 'To task' }).first().click();
  await app.getByRole('dialog').getByRole('radio').nth(1).waitFor();
}

/** The portal's page for a new application, with the ZIP of `npm run build` chosen. */
async function chooseArchive(page: Page): Promise<void> {
  await control('reset', { app: { placements: [] } });
  await page.goto(`${portal.origin}/devops/install/1/`);
  await page
    .getByLabel('Archive')
    .setInputFiles(`${root}dist/chat-desk-${process.env['npm_package_version']}.zip`);
}

async function upload(page: Page): Promise<void> {
  await chooseArchive(page);
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.frameLocator('iframe.app-frame').getByRole('button', { name: 'Install' }).waitFor();
}

async function install(page: Page): Promise<void> {
  await upload(page);
  const app = page.frameLocator('iframe.app-frame');
  await app.getByRole('button', { name: 'Install' }).click();
  await app.getByRole('button', { name: 'Finish' }).waitFor();
}

async function control(call: string, body: unknown): Promise<void> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`${portal.origin}/control/${call}`, init);
  if (!answer.ok) throw new Error(`/control/${call}: ${answer.status}`);
}
