/** Quick replies where clients are answered: saved once, found by `/`, filled in for the card, and never sent with a gap. */
import type { FrameLocator, Page } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus, newPageOf } from '../task/acting.ts';
import { openCard, resetWithCards } from './card.ts';
import { fieldOf, stored } from './chatting.ts';

const stage = setUpStage();

beforeEach(() => resetWithCards(stage));

const listOf = (app: FrameLocator) => app.getByRole('listbox', { name: 'Quick replies' });

async function open(page: Page): Promise<FrameLocator> {
  const app = await openCard(stage, page, 'deal', 10);
  await expectToSee(app.getByRole('log').getByRole('article'));
  return app;
}

/** Asks for the list by `/`, as one types it. */
async function ask(app: FrameLocator, words = ''): Promise<void> {
  await fieldOf(app).fill('');
  await fieldOf(app).pressSequentially(`/${words}`);
  await expectToSee(listOf(app));
}

async function save(app: FrameLocator, whose: 'Mine' | 'Shared', title: string, text: string): Promise<void> {
  await ask(app);
  await listOf(app).getByRole('option', { name: 'Add and change…' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('tab', { name: whose }).click();
  await dialog.getByRole('button', { name: 'New reply' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectToSee(dialog.getByRole('listitem').filter({ hasText: title }));
  await dialog.getByRole('button', { name: 'Close' }).click();
  // Back where one writes.
  await expect.poll(() => hasFocus(fieldOf(app))).toBe(true);
}

test('saved, found by its name, filled in for the card; a gap is held back until it is filled in', async () => {
  const app = await open(await stage.newPage());
  await save(app, 'Mine', 'Greeting', 'Hello {client.firstName}, about {deal.title} for {company.title}');
  await ask(app, 'gree');
  await expectToSee(listOf(app).getByRole('option', { name: /^Greeting/ }));
  await fieldOf(app).press('Enter');
  const filled = 'Hello Amira, about Haddad: online shop for {company.title}';
  await expect.poll(() => fieldOf(app).inputValue()).toBe(filled);

  await fieldOf(app).press('Enter');
  await expectToSee(app.getByText('{company.title} is empty here. Fill it in or delete it.'));
  expect(await fieldOf(app).inputValue()).toBe(filled);
  expect(await stored(stage, filled)).toEqual([]);
  // The gap is chosen: what is typed takes its place.
  await fieldOf(app).pressSequentially('your shelves');
  await fieldOf(app).press('Enter');
  const sent = 'Hello Amira, about Haddad: online shop for your shelves';
  await expect.poll(async () => (await stored(stage, sent)).length).toBe(1);
});

test('shared ones are everybody’s, and only administrators change them; own ones are nobody else’s', async () => {
  const app = await open(await stage.newPage());
  await save(app, 'Mine', 'Only mine', 'Nobody else reads this');
  await save(app, 'Shared', 'For all of us', 'Thank you, {client.name}! {me.firstName}');
  await expect
    .poll(async () => {
      await ask(app);
      return listOf(app).getByRole('option').count();
    })
    .toBe(3);

  const other = await open(await newPageOf(stage, 'Yuki Tanaka'));
  await ask(other);
  await expectToSee(listOf(other).getByRole('group', { name: 'Shared' }).getByText('For all of us'));
  expect(await listOf(other).getByText('Only mine').count()).toBe(0);
  await listOf(other)
    .getByRole('option', { name: /^For all of us/ })
    .click();
  await expect.poll(() => fieldOf(other).inputValue()).toBe('Thank you, Amira Haddad! Yuki');
  await ask(other);
  await listOf(other).getByRole('option', { name: 'Add and change…' }).click();
  await other.getByRole('dialog').getByRole('tab', { name: 'Shared' }).click();
  await expectToSee(other.getByRole('dialog').getByText('Administrators change these replies.'));
  expect(await other.getByRole('dialog').getByRole('button', { name: 'New reply' }).count()).toBe(0);
});

test('a client’s name is a name: it mentions nobody, links nowhere, and asks for no other variable', async () => {
  const contact = stage.world().crm.find(({ type, id }) => type === 'contact' && id === 12);
  if (!contact) throw new Error('The seed has changed');
  contact.firstName = '[USER=2]Marta[/USER] {me.name} [URL=https://evil.example.com]';
  contact.lastName = '<img class=hostile src=x onerror=window.hostileRan=1>';
  const page = await stage.newPage();
  const app = await open(page);
  await save(app, 'Mine', 'Greeting', 'Dear {client.firstName}!');
  await ask(app, 'gree');
  await fieldOf(app).press('Enter');
  const filled = 'Dear (USER=2)Marta(/USER) (me.name) (URL=https:\u200b//evil.example.com)!';
  await expect.poll(() => fieldOf(app).inputValue()).toBe(filled);
  await fieldOf(app).press('Enter');
  await expect.poll(async () => (await stored(stage, filled)).length).toBe(1);
  const row = app.getByRole('article').filter({ hasText: 'Dear (USER=2)' });
  await expectToSee(row);
  expect(await app.locator('.hostile').count()).toBe(0);
});
