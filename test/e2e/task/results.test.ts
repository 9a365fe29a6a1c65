/** The promise of results: a message becomes the task's result by one action, exactly once, whatever the line does. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import {
  accessDenied,
  addMethod,
  cardOf,
  countMaking,
  expectOneResult,
  idOfMessage,
  makeResult,
  makeResultElsewhere,
  openChat,
  panelOf,
  resultsInPortal,
  rowOf,
} from './resulting.ts';
import { runUntil, sendMethod } from './writing.ts';

const stage = setUpStage();

async function sendAsResult(app: FrameLocator, text: string) {
  await app.getByRole('textbox', { name: 'Message' }).fill(text);
  await app.getByRole('button', { name: 'Send as result' }).click();
}

test('any message becomes a result by its button, its menu or a key, and is not offered again', async () => {
  const app = await openChat(stage, await stage.newPage());
  const [byKey, byButton, byMenu] = ['Смотрю. Спасибо!', 'Then I draw the imprint', 'The filter works now'];
  await rowOf(app, byKey).focus();
  await rowOf(app, byKey).press('m');
  await expectToSee(rowOf(app, byKey).getByText('Result', { exact: true }));
  // It is one: the key does nothing any more.
  await rowOf(app, byKey).press('m');

  await makeResult(app, byButton);
  await expectToSee(cardOf(app, byButton));

  await rowOf(app, byMenu).hover();
  await rowOf(app, byMenu).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: /^Make result/ }).click();
  await expectToSee(cardOf(app, byMenu));

  for (const text of [byKey, byButton, byMenu]) {
    await expectToSee(cardOf(app, text));
    await expectToSee(rowOf(app, text).getByText('Result', { exact: true }));
    await expect.poll(() => rowOf(app, text).getByRole('button', { name: 'Make result' }).count()).toBe(0);
    const messageId = await idOfMessage(stage, text);
    expect((await resultsInPortal(stage)).filter((made) => made.messageId === messageId)).toHaveLength(1);
  }
  expect(await countMaking(stage)).toBe(3);
  // The maker is the author, whoever wrote the message (PB 2.2).
  expect(await resultsInPortal(stage)).toMatchObject([{ authorId: 1 }, { authorId: 1 }, { authorId: 1 }]);
});

test('"Send as result": the message stands in the chat once, and its result in the panel', async () => {
  const app = await openChat(stage, await stage.newPage());
  await sendAsResult(app, 'The client has signed it off');
  await expectToSee(cardOf(app, 'The client has signed it off'));
  await expectToSee(rowOf(app, 'The client has signed it off').getByText('Result', { exact: true }));
  await expectOneResult(stage, 'The client has signed it off');
  expect(await rowOf(app, 'The client has signed it off').count()).toBe(1);
  const field = app.getByRole('textbox', { name: 'Message' });
  expect(await field.inputValue()).toBe('');
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('the second step is refused: the message stays, says why, and "Try again" makes the result', async () => {
  const app = await openChat(stage, await stage.newPage());
  await stage.control('faults', [{ method: addMethod, ...accessDenied, times: 1 }]);
  await sendAsResult(app, 'Half of it is done');
  const row = rowOf(app, 'Half of it is done');
  await expectToSee(row.getByText('Not made a result'));
  await expectToSee(row.getByRole('img', { name: 'Sent', exact: true }));
  await expectToSee(app.getByRole('button', { name: /^Results.*needs attention$/ }));
  await expectToSee(panelOf(app).getByText('Half of it is done'));
  expect(await resultsInPortal(stage)).toEqual([]);
  await row.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(cardOf(app, 'Half of it is done'));
  await expectOneResult(stage, 'Half of it is done');
  await expect.poll(() => row.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await expectToSee(app.getByRole('button', { name: /^Results 1$/ }));
});

test('the second step is lost on its way: it is looked for, then the person decides', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openChat(stage, page);
  await stage.control('faults', [{ method: addMethod, fault: 'drop-before', connection: 'fresh', times: 1 }]);
  await sendAsResult(app, 'Lost between the steps');
  const row = rowOf(app, 'Lost between the steps');
  await expectToSee(row.getByText('Looking whether this became a result'));
  await page.clock.fastForward(70_000);
  await runUntil(page, () => row.getByRole('button', { name: 'Try again' }).isVisible());
  expect(await countMaking(stage)).toBe(1);
  await row.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(cardOf(app, 'Lost between the steps'));
  await expectOneResult(stage, 'Lost between the steps');
  expect(await countMaking(stage)).toBe(2);
});

test('the answer to the second step is lost: the result is found, and no second one made', async () => {
  const app = await openChat(stage, await stage.newPage());
  await stage.control('faults', [{ method: addMethod, fault: 'drop-after', connection: 'fresh', times: 1 }]);
  await sendAsResult(app, 'Made, but nobody said so');
  await expectToSee(cardOf(app, 'Made, but nobody said so'));
  const row = rowOf(app, 'Made, but nobody said so');
  await expect.poll(() => row.getByText('Looking whether').count()).toBe(0);
  await expectOneResult(stage, 'Made, but nobody said so');
  expect(await countMaking(stage)).toBe(1);
});

test('the page is closed between the two steps: the next page makes the result', async () => {
  const page = await stage.newPage();
  const app = await openChat(stage, page);
  await stage.control('faults', [{ method: sendMethod, fault: 'delay', ms: 8_000, connection: 'fresh' }]);
  await sendAsResult(app, 'Closed in a hurry');
  const isWritten = async () =>
    (await stage.control<PortalState>('state')).messages.some(({ typed }) => typed === 'Closed in a hurry');
  await expect.poll(isWritten).toBe(true);
  await page.reload();
  expect(await resultsInPortal(stage)).toEqual([]);
  const again = await openChat(stage, page);
  await expectToSee(cardOf(again, 'Closed in a hurry'));
  await expectOneResult(stage, 'Closed in a hurry');
});

test('what somebody else has made a result meanwhile is not made one again', async () => {
  await stage.control('reset', { switches: { signedInUserId: 2 } });
  const app = await openChat(stage, await stage.newPage());
  await expectToSee(panelOf(app).getByText('No results yet'));
  const messageId = await idOfMessage(stage, 'Then I draw the imprint');
  await makeResultElsewhere(stage, messageId);
  await makeResult(app, 'Then I draw the imprint');
  await expectToSee(rowOf(app, 'Then I draw the imprint').getByText('Result', { exact: true }));
  await expectToSee(cardOf(app, 'Then I draw the imprint').getByText('Anna Keller'));
  expect(await countMaking(stage)).toBe(1);
  expect(await resultsInPortal(stage)).toHaveLength(1);
});

test('who has no part in the task is asked first, and becomes an observer by it', async () => {
  const app = await openChat(stage, await stage.newPage(), 54);
  await expectToSee(app.getByText('Writing makes you an observer of this task'));
  await makeResult(app, '23 left');
  const dialog = app.getByRole('dialog', { name: 'Make a result in somebody else’s task?' });
  await expectToSee(dialog.getByText('makes you an observer of it'));
  await dialog.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  await makeResult(app, '23 left');
  await dialog.getByRole('button', { name: 'Make result' }).click();
  await expectToSee(cardOf(app, '23 left'));
  expect(await countMaking(stage)).toBe(1);
  const { tasks } = await stage.control<PortalState>('state');
  expect(tasks.find(({ id }) => id === 54)?.auditorIds).toContain(1);
  await expect.poll(() => app.getByText('Writing makes you an observer').count()).toBe(0);
});

test('several at once: what came of each is told, and what failed is tried again there', async () => {
  const app = await openChat(stage, await stage.newPage());
  const texts = ['Смотрю. Спасибо!', 'The filter works now', 'Then I draw the imprint'];
  await rowOf(app, 'Then I draw the imprint').hover();
  await rowOf(app, 'Then I draw the imprint').getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: /^Choose several/ }).click();
  for (const text of texts.slice(0, 2)) await rowOf(app, text).getByRole('checkbox').check();
  const bar = app.getByRole('region', { name: 'Chosen messages' });
  await expectToSee(bar.getByText('3 messages chosen'));
  await makeResultElsewhere(stage, await idOfMessage(stage, 'Смотрю. Спасибо!'));
  await stage.control('faults', [{ method: addMethod, ...accessDenied, times: 1 }]);
  await bar.getByRole('button', { name: 'Make results' }).click();
  await expectToSee(bar.getByText('1 not made'));
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(bar.getByText(/^3 results made$|^2 results made, 1 already a result$/));
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => bar.count()).toBe(0);
  for (const text of texts) await expectToSee(cardOf(app, text));
  expect(await resultsInPortal(stage)).toHaveLength(3);
});
