/** The bar of a conversation on the local portal: what it says, what it offers, and what each action leads to. */
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { transferSession } from '../../../../src/portal/methods/lineSessions.ts';
import { violations } from '../../ui/axe.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { bar, bot, buttons, david, dialog, showBar, yuki } from './stage.tsx';

const portal = await openPortal();
const button = (name: string) => ({ name });

beforeEach(() => page.viewport(1200, 800));
afterEach(() => portal.noFaults());

/** Of deal 7, which all but the trainee may see. */
const lineOf = async (operatorId: number | null, status: number) =>
  (await portal.newLine({ operatorId, status })).chat.id;
const nobodys = () => lineOf(null, 0);
const own = () => lineOf(anna, 40);
const davids = () => lineOf(david, 40);

/** How the portal has it. */
async function held(chatId: number) {
  const { chats, sessions } = await portal.state();
  const { ownerId = 0, memberIds = [] } = chats.find(({ id }) => id === chatId) ?? {};
  const session = sessions.findLast((one) => one.chatId === chatId);
  return { ownerId, memberIds, status: session?.status, lineId: session?.lineId };
}

async function press(name: string) {
  await userEvent.click(await bar().findByRole('button', button(name)));
}

async function choose(name: string) {
  await press('More');
  await userEvent.click(await screen.findByRole('menuitem', button(name)));
}

const agree = async (name: string) => userEvent.click(dialog().getByRole('button', button(name)));
const says = (words: string | RegExp) => bar().findByText(words);
async function isClosed() {
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
}

describe('says who answers, and offers what is possible', () => {
  test.each<[string, () => Promise<number>, string, string[]]>([
    ['nobody, not in the chat', nobodys, 'Nobody yet', ['Join', 'Answer', 'More']],
    ['a bot alone', () => lineOf(bot, 0), 'A bot answers: Helper Bot', ['Join', 'Answer', 'More']],
    ['oneself', own, 'You answer', ['Transfer', 'Finish', 'More']],
    ['a colleague', davids, 'Owner: David Mensah', ['Take over', 'Join', 'More']],
    [
      'a colleague who has finished',
      () => lineOf(david, 50),
      'Owner: David Mensah · is about to close',
      ['Take over', 'Join', 'More'],
    ],
    ['nobody any more', () => lineOf(null, 60), 'Closed', ['Start a conversation']],
  ])('%s', async (_name, make, owner, offered) => {
    await showBar(portal, await make());
    await says(owner);
    expect(bar().getByText('Clara Weiss')).toBeTruthy();
    expect(buttons()).toEqual(offered);
    expect(await violations(screen.getByRole('region'))).toEqual([]);
  });

  test('in a narrow frame on one line, with the action to expect as a button and all others in the menu', async () => {
    await page.viewport(340, 600);
    await showBar(portal, await davids());
    await expect.poll(buttons).toEqual(['Join', 'More']);
    const region = screen.getByRole('region');
    expect(region.clientHeight).toBeLessThan(70);
    expect(region.scrollWidth).toBeLessThanOrEqual(340);
    await press('More');
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
      'Take over',
      'Finish for a colleague',
    ]);
  });

  test('no closing of a colleague’s conversation to who is neither in the chat nor an administrator', async () => {
    await showBar(portal, await davids(), { userId: yuki });
    await says('Owner: David Mensah');
    expect(buttons()).toEqual(['Take over', 'Join']);
  });
});

describe('does', () => {
  test('"Answer": the conversation is one’s own, and the focus goes where one writes', async () => {
    const chatId = await nobodys();
    await showBar(portal, chatId);
    await press('Answer');
    await says('You answer');
    expect(await held(chatId)).toMatchObject({ ownerId: anna, status: 10 });
    expect(await says('You answer this client now.')).toBeTruthy();
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
  });

  test('"Join": in the chat, which stays the colleague’s', async () => {
    const chatId = await davids();
    await showBar(portal, chatId);
    await press('Join');
    await says('You are in the chat now.');
    expect(buttons()).toEqual(['Take over', 'More']);
    const now = await held(chatId);
    expect(now.ownerId).toBe(david);
    expect(now.memberIds).toContain(anna);
  });

  test('"Take over" asks; Escape leaves all as it was and the focus where it was', async () => {
    const chatId = await davids();
    await showBar(portal, chatId);
    await press('Take over');
    expect(dialog().getByText(/answered by David Mensah, who is not asked/)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(await held(chatId)).toMatchObject({ ownerId: david });
    expect(document.activeElement?.textContent).toBe('Take over');
    await press('Take over');
    await agree('Take over');
    await says('You answer');
    expect(await held(chatId)).toMatchObject({ ownerId: anna });
  });

  test('"Finish" asks; everybody leaves, and a new conversation can be begun', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await press('Finish');
    await agree('Finish');
    await says('Closed');
    await isClosed();
    expect(await held(chatId)).toMatchObject({ ownerId: 0, status: 60, memberIds: [21] });
    await press('Start a conversation');
    await says('A new conversation has begun. You answer it.');
    expect(await held(chatId)).toMatchObject({ ownerId: anna, status: 10 });
  });

  test('"Finish" where the line waits for the client goes in two steps, and says so', async () => {
    const chatId = await own();
    const { rest } = portal.portalOf(anna);
    await transferSession(rest, chatId, { lineId: 2 });
    await showBar(portal, chatId);
    await press('Answer');
    await press('Finish');
    await agree('Finish');
    await says(/“Finish” once more closes it at once/);
    await says('You answer · is about to close');
    expect(await held(chatId)).toMatchObject({ status: 50 });
    await press('Finish');
    await agree('Finish');
    await says('Closed');
    expect(bar().queryByText(/once more/)).toBeNull();
    expect(await held(chatId)).toMatchObject({ status: 60 });
  });

  test('"Mark as spam" asks and closes', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await choose('Mark as spam');
    await agree('Mark as spam');
    await says('Closed');
    expect(await held(chatId)).toMatchObject({ status: 65, memberIds: [21] });
  });

  test('"Skip": on to the next of the queue, and nobody answers as before', async () => {
    const chatId = await nobodys();
    await showBar(portal, chatId);
    await choose('Skip');
    await says('Passed on to the next in the queue.');
    await says('Nobody yet');
    expect(await held(chatId)).toMatchObject({ ownerId: 0, status: 5 });
  });

  test('"Finish for a colleague" names them and closes', async () => {
    const chatId = await davids();
    await showBar(portal, chatId);
    await choose('Finish for a colleague');
    expect(dialog().getByText(/answered by David Mensah/)).toBeTruthy();
    await agree('Finish for a colleague');
    await says('Closed');
    expect(await held(chatId)).toMatchObject({ status: 60 });
  });
});

describe('"Transfer"', () => {
  test('by keyboard alone to a colleague who is searched by name', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await press('Transfer');
    const search = dialog().getByRole('searchbox', button('Find a colleague'));
    expect(document.activeElement).toBe(search);
    await userEvent.keyboard('Yuk');
    await dialog().findByText('1 colleague found');
    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard(' ');
    const send = await dialog().findByRole('button', button('Transfer to Yuki Tanaka'));
    while (document.activeElement !== send) await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    await says('Passed on to Yuki Tanaka.');
    await isClosed();
    await says('Owner: Yuki Tanaka');
    expect(await held(chatId)).toMatchObject({ ownerId: yuki });
    expect(screen.getByRole('region').contains(document.activeElement)).toBe(true);
  });

  test('to the queue of another line, those switched off left out', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await press('Transfer');
    const sales = await dialog().findByRole('radio', { name: /Sales/ });
    const names = dialog()
      .getAllByRole('radio')
      .map((one) => one.closest('label')?.textContent);
    expect(names).toEqual([
      expect.stringContaining('David Mensah'),
      expect.stringContaining('Yuki Tanaka'),
      'Sales2 colleagues',
      'Supportthe queue it came from',
    ]);
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.click(sales);
    await agree('Transfer to Sales');
    await says('Nobody yet');
    expect(await held(chatId)).toMatchObject({ ownerId: 0, lineId: 2 });
  });

  test('to nobody chosen says so, and nothing is sent', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await press('Transfer');
    await agree('Transfer');
    expect(await dialog().findByText('Choose to whom the conversation goes.')).toBeTruthy();
    expect(await held(chatId)).toMatchObject({ ownerId: anna, status: 40 });
  });
});

describe('does not, and says why', () => {
  test('"Answer" when a colleague was faster: nothing is taken without asking', async () => {
    const chatId = await nobodys();
    await showBar(portal, chatId);
    await says('Nobody yet');
    await portal.setSession(chatId, 40, david);
    await press('Answer');
    await expect.poll(() => dialog().queryByText(/taken a moment ago/)).not.toBeNull();
    expect(dialog().getByText(/answered by David Mensah/)).toBeTruthy();
    expect(await held(chatId)).toMatchObject({ ownerId: david });
    await agree('Cancel');
    await isClosed();
    await says('Owner: David Mensah');
  });

  test('PB 3: an error without code and text; how it stands now is read again and told', async () => {
    const chatId = await davids();
    await showBar(portal, chatId);
    await portal.faults({ method: 'imopenlines.operator.answer', ...refusalWith('') });
    await press('Take over');
    await agree('Take over');
    await says('“Take over” did not work');
    await says(/did not say why. Somebody else may have taken or closed it/);
    await says(/Now David Mensah answers/);
    await isClosed();
    expect(await held(chatId)).toMatchObject({ ownerId: david });
  });

  test.each(['Take over', 'Finish for a colleague'])(
    '"%s" for one colleague when another has it by then: asked anew, by name',
    async (name) => {
      await page.viewport(340, 600);
      const chatId = await davids();
      await showBar(portal, chatId);
      await choose(name);
      await portal.setSession(chatId, 40, yuki);
      await agree(name);
      await expect.poll(() => dialog().queryByText(/gone to somebody else a moment ago/)).not.toBeNull();
      expect(dialog().getByText(/answered by Yuki Tanaka/)).toBeTruthy();
      expect(document.activeElement?.textContent).toBe('Cancel');
      expect(await held(chatId)).toMatchObject({ ownerId: yuki, status: 40 });
      await agree(name);
      await isClosed();
      await expect.poll(async () => (await held(chatId)).ownerId).not.toBe(yuki);
    },
  );

  test('"Mark as spam" of what was closed meanwhile: it is not called spam, and nothing is asked of the portal', async () => {
    const method = 'imopenlines.operator.spam';
    const chatId = await own();
    await showBar(portal, chatId);
    const before = (await portal.requestsTo(method)).length;
    await choose('Mark as spam');
    await portal.setSession(chatId, 60);
    await agree('Mark as spam');
    await says('“Mark as spam” was not done');
    await says(/The conversation is closed now/);
    expect(bar().queryByText(/Marked as spam/)).toBeNull();
    expect(await portal.requestsTo(method)).toHaveLength(before);
    expect(await held(chatId)).toMatchObject({ status: 60 });
    await press('Dismiss');
    await expect.poll(() => bar().queryByText(/was not done/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region'));
  });

  test('what is asked about is over: the question goes, and it is said why', async () => {
    const chatId = await own();
    await showBar(portal, chatId);
    await press('Transfer');
    await portal.setSession(chatId, 40, david);
    // Out of reach behind the dialog, as the clock is not.
    screen.getByText('Tick').click();
    await isClosed();
    await says('“Transfer” was not done');
    await says(/Now David Mensah answers/);
    expect(bar().getByText('Owner: David Mensah').closest('output')).not.toBeNull();
  });

  test('"Answer" where nobody tells how it stands: offered, and asked first', async () => {
    const chatId = await nobodys();
    await portal.faults({ method: 'imopenlines.dialog.get', ...refusalWith('ACCESS_ERROR') });
    await showBar(portal, chatId);
    await expect.poll(buttons).toEqual(['Answer', 'Join', 'More']);
    await press('Answer');
    await expect.poll(() => dialog().queryByText(/does not show you who answers/)).not.toBeNull();
    expect(await held(chatId)).toMatchObject({ ownerId: 0 });
    await agree('Answer');
    await says(/has accepted “Answer”/);
    expect(await held(chatId)).toMatchObject({ ownerId: anna });
  });

  test('a skip where nobody else is in the queue', async () => {
    const chatId = await own();
    const { rest } = portal.portalOf(anna);
    await transferSession(rest, chatId, { lineId: 2 });
    await showBar(portal, chatId);
    await choose('Skip');
    await says(/did not say why. There may be nobody else in the queue/);
    await says(/Nobody answers now/);
    await press('Dismiss');
    await expect.poll(() => bar().queryByText(/did not say why/)).toBeNull();
  });

  test.each<[string, string, RegExp]>([
    ['ACCESS_DENIED', 'imopenlines.session.join', /do not have the rights/],
    ['CHAT_TYPE', 'imopenlines.session.join', /no conversation of an open line/],
    ['USER_ID', 'imopenlines.session.join', /does not recognise you/],
    ['ACCESS_DENIED_KICK', 'imopenlines.session.join', /may not take anybody out/],
    ['OPERATOR_WRONG', 'imopenlines.session.join', /does not let the conversation go there/],
  ])('%s', async (code, method, words) => {
    const chatId = await davids();
    await showBar(portal, chatId);
    await portal.faults({ method, ...refusalWith(code) });
    await press('Join');
    await says('“Join” did not work');
    await says(words);
    await says(/Now David Mensah answers/);
    expect(await held(chatId)).toMatchObject({ ownerId: david });
  });

  test('an answer that was lost: the state tells that it was done', async () => {
    const chatId = await nobodys();
    await showBar(portal, chatId);
    await says('Nobody yet');
    await portal.faults({ method: 'imopenlines.operator.answer', fault: 'drop-after', connection: 'fresh' });
    await press('Answer');
    await says('You answer this client now.');
    expect(bar().queryByText(/did not answer/)).toBeNull();
  });

  test('an answer that was lost before: once tried, never again by itself, and a later reading corrects it', async () => {
    const chatId = await nobodys();
    const method = 'imopenlines.operator.answer';
    await showBar(portal, chatId);
    await says('Nobody yet');
    const before = (await portal.requestsTo(method)).length;
    await portal.faults({ method, fault: 'drop-before', connection: 'fresh' });
    await press('Answer');
    await says('“Answer”: Bitrix24 did not answer');
    expect((await portal.requestsTo(method)).length).toBe(before + 1);
    await portal.setSession(chatId, 10, anna);
    await userEvent.click(screen.getByRole('button', button('Tick')));
    await says('You answer this client now.');
    expect(bar().queryByText(/did not answer/)).toBeNull();
  });
});

test('in Russian, too', async () => {
  await showBar(portal, await own(), { language: 'ru' });
  await says('Отвечаете вы');
  expect(buttons()).toEqual(['Передать', 'Завершить', 'Ещё']);
});
