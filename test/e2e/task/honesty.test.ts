/** What the screen says about a message is true, whatever the line does. */
// @module-tag race
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { chosen } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { runUntil, sentSign } from './writing.ts';

const stage = setUpStage();
const method = 'tasks.task.chat.message.send';

async function countInPortal(text: string) {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text).length;
}

/** POSTs that would have sent, whatever came of them. */
async function countSends() {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter((request) => request.method === method).length;
}

/** The message stands in the chat once, is called sent, and nothing is said to be open. */
async function expectSent(app: FrameLocator, text: string) {
  const row = app.getByRole('article').filter({ hasText: text });
  await expectToSee(row.getByRole('img', { name: 'Sent', exact: true }));
  expect(await row.count()).toBe(1);
  expect(await app.getByText('Looking in the chat').count()).toBe(0);
  expect(await countInPortal(text)).toBe(1);
}

async function writeUnder(rule: Record<string, unknown>, text: string) {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Messages' }));
  await stage.control('faults', [{ method, connection: 'fresh', ...rule }]);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  return { app, page, field };
}

/** What else an answer can be is tried in `misbehaving.test.ts`. */
const chosenLosses = new Set(['the answer is lost', 'the portal does it after the line is cut']);
const losses: Array<[name: string, rule: Record<string, unknown>]> = [
  ['the answer is lost', { fault: 'drop-after' }],
  [
    'a gateway gives up after the portal has done it',
    { fault: 'status', status: 502, body: '<html>Bad gateway</html>' },
  ],
  ['the answer is no JSON', { fault: 'malformed' }],
  ['the answer breaks off', { fault: 'truncate' }],
  ['the portal does it after the line is cut', { fault: 'late-commit', ms: 1_500 }],
];

test.each(chosen(losses, ([name]) => chosenLosses.has(name)))(
  '%s: it is found in the chat, and not sent again',
  async (_case, rule) => {
    const { app } = await writeUnder(rule, 'Did this arrive?');
    await expectSent(app, 'Did this arrive?');
    expect(await countSends()).toBe(1);
  },
);

test('a refusal says why, keeps the text, and gives it back for editing', async () => {
  const body = JSON.stringify({
    error: {
      code: 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION',
      message: 'Error validating request object.',
      validation: [{ message: 'Too rude', field: 'message.text' }],
    },
  });
  const { app, field } = await writeUnder(
    { fault: 'status', status: 400, executed: false, body },
    'Not like this',
  );
  const row = app.getByRole('log').getByText('Not like this');
  await expectToSee(row);
  await expectToSee(app.getByText('Too rude'));
  expect(await countInPortal('Not like this')).toBe(0);
  expect(await countSends()).toBe(1);
  await app.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toBe('Not like this');
  expect(await row.count()).toBe(0);
});

test('never written and never answered: after looking long enough the person decides', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Messages' }));
  await stage.control('faults', [{ method, connection: 'fresh', fault: 'drop-before', times: 1 }]);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Lost on the way');
  await field.press('Enter');
  await expectToSee(app.getByText('Looking in the chat'));
  for (let step = 0; step < 12; step += 1) await page.clock.runFor(10_000);
  const again = app.getByRole('button', { name: 'Send again' });
  await expectToSee(again);
  expect(await countInPortal('Lost on the way')).toBe(0);
  expect(await countSends()).toBe(1);
  await again.click();
  // On a busy machine that much time has outrun a reading: it is then tried again a little later.
  await runUntil(page, () => sentSign(app, 'Lost on the way').isVisible());
  await expectSent(app, 'Lost on the way');
  expect(await countSends()).toBe(2);
});

test('the window is closed while a message is under way: it is looked up, never sent twice', async () => {
  const { page } = await writeUnder({ fault: 'delay', ms: 8_000 }, 'Closing now');
  await expect.poll(() => countInPortal('Closing now')).toBe(1);
  await page.reload();
  const app = await stage.openTask(page);
  await expectSent(app, 'Closing now');
  expect(await countSends()).toBe(1);
});

test('the answer to the first of three is lost: all arrive once and in the order in which they were written', async () => {
  const { app, field } = await writeUnder({ fault: 'drop-after', times: 1 }, 'The first of three');
  for (const text of ['The second of three', 'The last of three']) {
    await field.fill(text);
    await field.press('Enter');
  }
  const texts = ['The first of three', 'The second of three', 'The last of three'];
  for (const text of texts) await expectSent(app, text);
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.slice(-3).map(({ typed }) => typed)).toEqual(texts);
  expect(await app.getByRole('article').filter({ hasText: ' of three' }).allInnerTexts()).toEqual(
    texts.map((text) => expect.stringContaining(text)),
  );
  expect(await countSends()).toBe(3);
});
