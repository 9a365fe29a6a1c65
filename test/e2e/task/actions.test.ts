/** What can be done with a message: it is done in the portal, others see it, and what fails says so at the message. */
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import { chooseFor, countCalls, hasFocus, newPageOf, offeredFor, openTwo, stored } from './acting.ts';
import { openChat, rowOf } from './resulting.ts';

const stage = setUpStage();
const martas = 'Then I draw the imprint';
const own = 'Смотрю. Спасибо!';

test('a like is shown at once, stands in the portal and before others, and is taken back by the same button', async () => {
  const { app, other } = await openTwo(stage);
  const row = rowOf(app, martas);
  const like = row.getByRole('button', { name: 'Like', exact: true });
  await row.hover();
  await like.click();
  await expect.poll(() => like.getAttribute('aria-pressed')).toBe('true');
  await expectToSee(row.getByRole('button', { name: '1 like: You' }));
  await expect.poll(async () => (await stored(stage, martas))?.params.LIKE).toEqual([1]);
  await expectToSee(rowOf(other, martas).getByRole('button', { name: '1 like: Anna Keller' }));

  // The other one joins in by the chip.
  await rowOf(other, martas).getByRole('button', { name: '1 like: Anna Keller' }).click();
  await expectToSee(row.getByRole('button', { name: '2 likes: You and Marta Olsen' }));
  await row.hover();
  await like.click();
  await expect.poll(async () => (await stored(stage, martas))?.params.LIKE).toEqual([2]);
  await expectToSee(row.getByRole('button', { name: '1 like: Marta Olsen' }));
  await expectToSee(rowOf(other, martas).getByRole('button', { name: '1 like: You' }));
}, 60_000);

test.runIf(isAll)(
  'a like that fails is taken back, and the message says why; the next one is taken',
  async () => {
    const app = await openChat(stage, await stage.newPage());
    await stage.control('faults', [
      {
        method: 'im.message.like',
        fault: 'status',
        status: 502,
        executed: false,
        connection: 'fresh',
        times: 1,
      },
    ]);
    const row = rowOf(app, martas);
    const like = row.getByRole('button', { name: 'Like', exact: true });
    await row.hover();
    await like.click();
    await expectToSee(row.getByText('Your like was not taken.'));
    await expect.poll(() => like.getAttribute('aria-pressed')).toBe('false');
    expect((await stored(stage, martas))?.params.LIKE ?? []).toEqual([]);
    await like.click();
    await expect.poll(async () => (await stored(stage, martas))?.params.LIKE).toEqual([1]);
    await expect.poll(() => row.getByText('Your like was not taken.').count()).toBe(0);
  },
);

test('the text is copied as it reads, though the frame may not use the clipboard', async () => {
  const page = await stage.newPage();
  const app = await openChat(stage, page);
  const frame = await appFrame(page);
  const answer = await frame.evaluate(() =>
    navigator.clipboard.writeText('x').then(
      () => 'allowed',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  await chooseFor(app, 'The filter works now', 'Copy text');
  await expectToSee(rowOf(app, 'The filter works now').getByText('Copied'));
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.press('Control+v');
  await expect
    .poll(() => field.inputValue())
    .toMatch(/^The filter works now:\s+\?color=blue&size=\[40,42\]$/);
});

test('what is changed or deleted in one window shows in the others within a tick', async () => {
  const { app, other } = await openTwo(stage);
  await chooseFor(app, own, 'Edit');
  const field = app.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.inputValue()).toBe(own);
  await field.fill('Уже посмотрела');
  await field.press('Enter');
  for (const window of [app, other]) {
    await expectToSee(rowOf(window, 'Уже посмотрела').getByText('edited'));
    await expect.poll(() => rowOf(window, own).count()).toBe(0);
  }
  await chooseFor(other, martas, 'Delete');
  await other.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  for (const window of [app, other]) await expect.poll(() => rowOf(window, martas).count()).toBe(0);
  // One more than was there.
  await expect.poll(() => rowOf(app, 'This message was deleted').count()).toBe(2);
}, 60_000);

test.runIf(isAll)(
  'deleting asks first: Escape leaves everything and the focus as they were, the button does it',
  async () => {
    const app = await openChat(stage, await stage.newPage());
    const row = rowOf(app, own);
    await row.focus();
    await row.press('Delete');
    const dialog = app.getByRole('dialog', { name: 'Delete this message?' });
    await expectToSee(dialog.getByText(own));
    await expect.poll(() => hasFocus(dialog.getByRole('button', { name: 'Cancel' }))).toBe(true);
    await dialog.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => hasFocus(row)).toBe(true);
    expect(await countCalls(stage, 'im.message.delete')).toBe(0);

    const id = (await stored(stage, own))?.id;
    await row.press('Delete');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => row.count()).toBe(0);
    await expect.poll(() => dialog.count()).toBe(0);
    const gone = app.locator(`[data-message="${id}"]`);
    await expectToSee(gone.getByText('This message was deleted'));
    // There is nothing left that could be done with it.
    expect(await gone.getByRole('button').count()).toBe(0);
    await expect.poll(() => hasFocus(gone)).toBe(true);
    expect((await stored(stage, 'This message was deleted'))?.params.IS_DELETED).toBe('Y');
  },
);

test.runIf(isAll)('a message that cannot be deleted stays, and the dialog says why', async () => {
  const app = await openChat(stage, await stage.newPage());
  await stage.control('faults', [
    { method: 'im.message.delete', fault: 'drop-before', connection: 'fresh', times: 1 },
  ]);
  await chooseFor(app, own, 'Delete');
  const dialog = app.getByRole('dialog', { name: 'Delete this message?' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expectToSee(dialog.getByRole('alert').getByText('The message was not deleted'));
  expect(await rowOf(app, own).count()).toBe(1);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => rowOf(app, own).count()).toBe(0);
});

test.runIf(isAll)("others' messages offer neither change nor deletion, old own ones no change", async () => {
  const app = await openChat(stage, await stage.newPage());
  const offers = async (text: string) => {
    const names = await offeredFor(app, text);
    return ['Reply', 'Like', 'Copy text', 'Edit', 'Delete'].filter((name) =>
      names.some((offered) => offered.startsWith(name)),
    );
  };
  expect(await offers(own)).toEqual(['Reply', 'Like', 'Copy text', 'Edit', 'Delete']);
  expect(await offers(martas)).toEqual(['Reply', 'Like', 'Copy text']);
  expect(await offers('The brief, as signed')).toEqual(['Reply', 'Like', 'Copy text', 'Delete']);
  await rowOf(app, martas).focus();
  await rowOf(app, martas).press('e');
  await rowOf(app, martas).press('Delete');
  expect(await app.getByText('You are changing your message').count()).toBe(0);
  expect(await app.getByRole('dialog').count()).toBe(0);
});

test.runIf(isAll)(
  'who is no member of the chat can copy, and is offered neither a like nor an answer',
  async () => {
    const app = await openChat(stage, await stage.newPage(), 54);
    const names = await offeredFor(app, '23 left');
    expect(names.map((name) => name.replace(/[A-Z]$/, ''))).toEqual([
      'Make result',
      'Copy text',
      'Choose several',
    ]);
  },
);

test('in the task, but not in its chat: the refused like is taken back with the reason, and no more is offered', async () => {
  const app = await openChat(stage, await newPageOf(stage, 'Ольга Ветрова'), 51);
  const row = rowOf(app, martas);
  await row.hover();
  await row.getByRole('button', { name: 'Like', exact: true }).click();
  await expectToSee(row.getByText('Your like was not taken. Only members of the chat can like.'));
  expect(await row.getByRole('button', { name: /^\d+ like/ }).count()).toBe(0);
  const offered = await offeredFor(app, own);
  expect(offered.filter((name) => /^(Reply|Like)/.test(name))).toEqual([]);
});

test('in the task, but not in its chat: a refused answer says why, and no more is offered', async () => {
  const app = await openChat(stage, await newPageOf(stage, 'Ольга Ветрова'), 51);
  await stage.control('faults', [
    {
      method: 'im.message.add',
      fault: 'status',
      status: 400,
      executed: false,
      connection: 'fresh',
      body: JSON.stringify({
        error: 'CANCELED',
        error_description: 'You cannot send messages to the specified chat',
      }),
    },
  ]);
  await chooseFor(app, martas, 'Reply');
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('From outside');
  await field.press('Enter');
  const echo = rowOf(app, 'From outside');
  await expectToSee(echo.getByText('You cannot send messages to the specified chat'));
  await expect
    .poll(async () => (await offeredFor(app, own)).filter((name) => name.startsWith('Reply')))
    .toEqual([]);
});

test('not in the chat, by its list of people: neither a like nor an answer is offered', async () => {
  const app = await openChat(stage, await newPageOf(stage, 'Ольга Ветрова'), 51);
  await app.getByRole('textbox', { name: 'Message' }).fill('@M');
  await expect
    .poll(async () => (await offeredFor(app, martas)).filter((name) => /^(Reply|Like)/.test(name)))
    .toEqual([]);
  expect(await countCalls(stage, 'im.dialog.users.list')).toBe(1);
});
