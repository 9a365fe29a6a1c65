/** The cards of the CRM: which chats each of them has, which one opens, and under what a reply goes. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { createLineChat } from '../../portal/world/chats.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus } from '../task/acting.ts';
import { openCard, places, resetWithCards, type CardType } from './card.ts';
import { replyMethod, runUntil, runUntilSeen, stored, write } from './chatting.ts';
import { barOf, chatRow, chatsIn } from './talking.ts';

const stage = setUpStage();

test.each<[CardType, number, string, RegExp, string]>([
  ['lead', 13, 'Night request from the site chat', /A bot answers/, 'Yes please'],
  ['deal', 10, 'Amira Haddad', /You answer/, 'Can the shop look like this shelf?'],
  ['contact', 12, 'Amira Haddad', /You answer/, 'Can the shop look like this shelf?'],
  ['company', 14, 'Hafen Logistik GmbH', /Closed/, 'Thank you, the new invoice is fine.'],
])('%s %i opens with its one chat, which stands in the list once', async (type, id, title, state, said) => {
  await resetWithCards(stage);
  const app = await openCard(stage, await stage.newPage(), type, id);
  await expectToSee(app.getByRole('heading', { level: 1, name: title }));
  await expectToSee(app.getByRole('log', { name: 'Messages' }).getByText(said));
  await expectToSee(barOf(app).getByText(state));
  expect(await chatsIn(app).getByRole('button').count()).toBe(1);
  expect(await chatsIn(app).getByRole('button').getAttribute('aria-current')).toBe('true');
});

test('a deal lists the chats of its contacts and its company, newest first and named as theirs; the newest active one opens', async () => {
  await resetWithCards(stage);
  await stage.control('client-message', { chatId: 109, text: 'One more question about the invoice' });
  const page = await stage.newPage();
  const app = await openCard(stage, page, 'deal', 11);
  const rows = chatsIn(app).getByRole('button');
  await expect.poll(() => rows.count()).toBe(4);
  await expect
    .poll(async () =>
      (await chatRow(app).allTextContents()).map((words) => /(?:Contact|Company)’s: .*$/.exec(words)?.[0]),
    )
    .toEqual([
      'Company’s: Hafen Logistik GmbH',
      'Contact’s: Peter Lindqvist',
      'Contact’s: Amira Haddad',
      'Contact’s: Peter Lindqvist',
    ]);
  // The two newer ones are active nowhere: nobody has taken them.
  const current = () => rows.evaluateAll((all) => all.findIndex((row) => row.ariaCurrent === 'true'));
  await expect.poll(current).toBe(2);
  await expectToSee(app.getByRole('log').getByText('Can the shop look like this shelf?'));

  // By the keyboard alone.
  await rows.nth(2).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => hasFocus(rows.nth(1))).toBe(true);
  expect(await current()).toBe(2);
  await page.keyboard.press('Enter');
  await expect.poll(current).toBe(1);
  await expectToSee(app.getByRole('log').getByText('Peter here, my other number.'));
  // Who has chosen wants to write.
  await expect.poll(() => hasFocus(app.getByRole('textbox', { name: 'Message' }))).toBe(true);
  await rows.nth(1).focus();
  await page.keyboard.press('End');
  await expect.poll(() => hasFocus(rows.nth(3))).toBe(true);
  await page.keyboard.press('Space');
  await expectToSee(barOf(app).getByText('Owner: David Mensah'));
});

/** It stands in the portal once, in this chat. */
async function expectIn(chatId: number, text: string): Promise<void> {
  await expect
    .poll(async () => (await stored(stage, text)).map((message) => message.chatId))
    .toEqual([chatId]);
}

/** Under which element each reply went. */
function watchReplies(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (!request.url().includes(replyMethod) || request.method() !== 'POST') return;
    const sent = decodeURIComponent(request.postData() ?? '');
    const [, type, id] = /CRM_ENTITY_TYPE\W+(\w+).*CRM_ENTITY\W+(\d+)/.exec(sent) ?? [];
    seen.push(`${type?.toLowerCase()} ${id}`);
  });
  return seen;
}

test('a reply goes under the card’s own element where the chat is active there, else the contact, else the company', async () => {
  await resetWithCards(stage);
  await stage.control('session', { chatId: 107, operatorId: 1 });
  await stage.control('client-message', { chatId: 109, text: 'One more question about the invoice' });
  await stage.control('session', { chatId: 109, status: 20, operatorId: 1 });
  const page = await stage.newPage();
  const seen = watchReplies(page);
  const deal = await openCard(stage, page, 'deal', 11);
  await expectToSee(deal.getByRole('log').getByText('One more question about the invoice'));
  await write(deal, 'About the invoice');
  await expectIn(109, 'About the invoice');
  await chatRow(deal, 'All twelve').click();
  await expectToSee(deal.getByRole('log').getByText('Which gates can your portal book?'));
  await write(deal, 'Here is the list');
  await expectIn(107, 'Here is the list');

  const own = await openCard(stage, page, 'deal', 10);
  await expectToSee(own.getByRole('log').getByRole('article'));
  await write(own, 'Like the shelf, yes');
  await expectIn(106, 'Like the shelf, yes');
  expect(seen).toEqual(['company 14', 'contact 11', 'deal 10']);
});

test('what is unread goes once it was read; what a client writes in another chat is counted by itself', async () => {
  await resetWithCards(stage);
  await stage.control('session', { chatId: 107, operatorId: 1 });
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openCard(stage, page, 'deal', 11);
  const own = chatRow(app, 'Amira Haddad');
  await expectToSee(own.getByText('3 unread messages'));
  await expectToSee(app.getByRole('log').getByText('Can the shop look like this shelf?'));
  await runUntil(page, async () => (await own.getByText('unread').count()) === 0);

  await stage.control('client-message', { chatId: 107, text: 'Thank you, and the gates in the south?' });
  const davids = chatRow(app, 'and the gates in the south?');
  await runUntilSeen(page, davids.getByText(/unread message/));
  // It stands above, and what is open stays open.
  await expect.poll(async () => chatRow(app).first().textContent()).toContain('gates');
  await expectToSee(app.getByRole('log').getByText('Can the shop look like this shelf?'));
});

test('the first chat of a card opens by itself', async () => {
  await resetWithCards(stage);
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openCard(stage, page, 'deal', 9);
  await expectToSee(app.getByRole('heading', { name: 'No client has written here yet' }));
  const { chat } = createLineChat(stage.world(), { crm: [{ type: 'deal', id: 9 }] });
  await stage.control('client-message', { chatId: chat.id, text: 'Is anybody there?' });
  await runUntilSeen(page, app.getByRole('log').getByText('Is anybody there?'));
  await write(app, 'Yes, good morning!');
  await expectIn(chat.id, 'Yes, good morning!');
});

test.each<[string, string, Record<string, unknown>, string, RegExp]>([
  [
    'nobody has written',
    '/crm/deal/details/9/',
    {},
    'No client has written here yet',
    /link it to this card/,
  ],
  [
    'the card is for others',
    '/crm/deal/details/10/',
    { signedInUserId: 9 },
    'You have no access to this card',
    /Ask the person responsible/,
  ],
  [
    'it is a smart process',
    '/crm/type/128/details/1/',
    {},
    'There are no client chats in cards of this kind',
    /Open the contact or the company/,
  ],
])('%s: says so, and what to do', async (_, address, switches, title, advice) => {
  await stage.control('reset', {
    app: { placements: [...places, 'CRM_DYNAMIC_128_DETAIL_TAB'] },
    switches,
  });
  const page = await stage.newPage();
  await page.goto(stage.portalOrigin + address);
  await page.getByRole('tab', { name: 'Chat Desk' }).click();
  const app = page.frameLocator('iframe');
  await expectToSee(app.getByRole('heading', { name: title }));
  await expectToSee(app.getByText(advice));
  expect(await app.getByRole('textbox').count()).toBe(0);
});
