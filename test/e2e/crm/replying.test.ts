/** The promise of the CRM card: what an agent writes there stands in the portal once, under the deal, and the client's answer appears. */
import { beforeEach, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { chooseFiles, textFile, writtenIn } from '../task/attaching.ts';
import { openCard, resetWithCards } from './card.ts';
import {
  button,
  expectSentOnce,
  fieldOf,
  openChat,
  replyMethod,
  rowsOf,
  runUntilSeen,
  stored,
  write,
} from './chatting.ts';

const stage = setUpStage();
const lastWords = 'Can the shop look like this shelf?';

beforeEach(() => resetWithCards(stage));

test('the newest active chat opens with one POST, and its composer is ready', async () => {
  const page = await stage.newPage();
  let posts = 0;
  // Whatever is asked for after the first answer gets none.
  await page.route(/\/rest\//, (route) => {
    posts += 1;
    return posts === 1 ? route.continue() : undefined;
  });
  const app = await openCard(stage, page, 'deal', 10);
  await expectToSee(rowsOf(app, lastWords));
  await expectToSee(app.getByRole('list', { name: 'Chats' }).getByText('WhatsApp by Twilio'));
  await expect.poll(() => fieldOf(app).evaluate((node) => node === document.activeElement)).toBe(true);
  const requests = await stage.control<RestRequest[]>('requests');
  expect(requests).toMatchObject([{ version: 'v2', method: 'batch', status: 200 }]);
  expect(requests[0]?.batch).toEqual(
    expect.arrayContaining(['imopenlines.crm.chat.get', 'im.dialog.messages.get']),
  );
});

test('a reply stands in the portal once, by the signed-in person, under the deal; nothing took a preflight', async () => {
  const { page, app } = await openChat(stage, 'deal', 10, lastWords);
  const sending = page.waitForRequest((request) => request.url().includes(replyMethod));
  await fieldOf(app).fill('Yes, just like that shelf.');
  await button(app, 'Send').click();
  const sent = decodeURIComponent((await sending).postData() ?? '');
  expect(sent).toMatch(/CRM_ENTITY_TYPE\W+deal\b/);
  expect(sent).toMatch(/CRM_ENTITY\W+10\b/);
  await expectSentOnce(stage, app, 'Yes, just like that shelf.');
  expect(await fieldOf(app).inputValue()).toBe('');
  expect(await stored(stage, 'Yes, just like that shelf.')).toMatchObject([{ chatId: 106, authorId: 1 }]);
  const requests = await stage.control<RestRequest[]>('requests');
  const replies = requests.filter(({ method }) => method === replyMethod);
  expect(replies).toMatchObject([{ version: 'v2', userId: 1, executed: true }]);
  expect(requests.filter(({ method }) => method === 'OPTIONS')).toEqual([]);
});

test('what the client writes appears by itself', async () => {
  const { page, app } = await openChat(stage, 'deal', 10, lastWords);
  await stage.control('client-answers', { chatId: 106, text: 'Then we are agreed.', ms: 0 });
  await write(app, 'Shall I send the contract?');
  await runUntilSeen(page, rowsOf(app, 'Then we are agreed.'));
  await expectToSee(app.getByRole('article', { name: /^Amira Haddad \(client\)/ }).last());
  await expectSentOnce(stage, app, 'Shall I send the contract?');
});

test('who is in the chat attaches a file', async () => {
  const { page, app } = await openChat(stage, 'deal', 10, lastWords);
  await chooseFiles(page, app, [textFile('contract.txt')]);
  await expectToSee(app.getByText('contract.txt'));
  await button(app, 'Send').click();
  await expect.poll(() => writtenIn(stage, 106)).toContainEqual('|contract.txt');
  await expectToSee(app.getByRole('article', { name: /^You/ }).last().getByText('contract.txt'));
  expect((await writtenIn(stage, 106)).filter((written) => written.includes('contract.txt'))).toHaveLength(1);
});

test('how a reply fares on its way to the client is told in its row, a failure in words', async () => {
  await resetWithCards(stage, { switches: { delivery: 'sending' } });
  const { page, app } = await openChat(stage, 'deal', 10, lastWords);
  await write(app, 'Did this reach you?');
  const row = rowsOf(app, 'Did this reach you?');
  await runUntilSeen(page, row.getByRole('img', { name: 'On its way to the client' }));
  const [sent] = await stored(stage, 'Did this reach you?');
  await stage.control('delivery', { messageId: sent?.id, state: 'failed' });
  await runUntilSeen(page, row.getByText('Not delivered to the client by the channel'));
  expect(await stored(stage, 'Did this reach you?')).toHaveLength(1);
});

test('too long for the channel: it goes in two messages once the person says so, whole and in order', async () => {
  const { app } = await openChat(stage, 'deal', 10, lastWords);
  const before = (await stored(stage, lastWords + ' 🙂')).at(-1)?.id;
  const [first, second] = [`${'shelf '.repeat(250)}end`, `${'light '.repeat(120)}end`];
  await write(app, `${first}\n\n${second}`);
  await expectToSee(
    app.getByRole('alert').filter({ hasText: 'Too long for one message over WhatsApp by Twilio' }),
  );
  expect(await writtenIn(stage, 106, before)).toEqual([]);
  await button(app, 'Send as 2 messages').click();
  await expect.poll(() => writtenIn(stage, 106, before)).toEqual([`${first}|`, `${second}|`]);
  expect(await fieldOf(app).inputValue()).toBe('');
});

test('the channel’s time for replies is over: it is said, and a reply can be tried', async () => {
  await stage.control('session', { chatId: 102, status: 25, operatorId: 1 });
  const { app } = await openChat(stage, 'deal', 7, 'Wonderful. Is the invoice already on its way?');
  await app
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: /WhatsApp/ })
    .click();
  await expectToSee(rowsOf(app, 'Is this number yours?'));
  await expectToSee(app.getByText(/WhatsApp by Twilio took free replies until/));
  await write(app, 'It still is.');
  await expectSentOnce(stage, app, 'It still is.');
});
