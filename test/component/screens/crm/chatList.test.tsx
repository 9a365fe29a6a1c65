/** The chats of a card on the local portal: which are there, how they are named, which one is open. */
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { openCrmCard } from '../../../../src/screens/crm/openCrmCard.ts';
import { violations } from '../../ui/axe.ts';
import { anna, liam, openPortal } from '../../sending/portal.ts';
import { isWhole, list, open, row, rows, said, showList } from './stage.tsx';

const portal = await openPortal();
const annas = portal.portalOf(anna);
const deal = (id: number): LineEntity => ({ type: 'deal', id });
const allScopes = ['task', 'tasks', 'im', 'imopenlines', 'crm', 'placement', 'user_brief', 'disk'];

afterEach(() => portal.grant(...allScopes));

describe('the first paint', () => {
  test('is one POST: who is here, the card, its client, its chats, and the newest active one with its messages', async () => {
    const before = (await portal.requestsTo('batch')).length;
    const opened = await openCrmCard(annas.rest, deal(10));
    expect((await portal.requestsTo('batch')).length).toBe(before + 1);
    expect(opened).toMatchObject({
      user: { id: anna, name: 'Anna Keller' },
      isAdmin: true,
      card: { item: { title: 'Haddad: online shop' }, contacts: [{ personName: 'Amira Haddad' }] },
      chats: [{ chatId: 106, isActive: true }],
      newest: { chatId: 106, dialog: { ownerId: anna, unreadCount: 3 } },
    });
    expect(opened.newest?.reading?.page.messages.at(-1)?.text).toMatch(/like this shelf/);
  });

  test('who may not see the card gets no chats; who may, without the permission "crm", gets them alone', async () => {
    expect(await openCrmCard(portal.portalOf(liam).rest, deal(10))).toMatchObject({
      chats: null,
      newest: null,
    });
    await portal.grant(...allScopes.filter((scope) => scope !== 'crm'));
    expect(await openCrmCard(annas.rest, deal(10))).toMatchObject({
      card: null,
      cardProblem: { kind: 'scope', scope: 'crm' },
      chats: [{ chatId: 106 }],
    });
    await portal.grant(...allScopes.filter((scope) => scope !== 'imopenlines'));
    await expect(openCrmCard(annas.rest, deal(10))).rejects.toMatchObject({
      kind: 'scope',
      scope: 'imopenlines',
    });
  });
});

describe('the list', () => {
  test('is newest first, one row a chat: channel, state, owner, last words, through whom', async () => {
    await showList(annas, deal(7));
    await expect
      .poll(said)
      .toEqual([
        expect.stringMatching(/Live Chat.*Hi, is anybody there\?.*Nobody yet.*Company’s: Northwind Traders/),
        expect.stringMatching(/Telegram.*Wonderful.*Open.*Owner: Anna Keller/),
        expect.stringMatching(/WhatsApp.*Yuki Tanaka finished the conversation.*Closed/),
      ]);
    // The card's own chats say nothing of a contact, though it lists them too.
    expect(said().slice(1).join(' ')).not.toMatch(/Contact’s|Company’s/);
    expect(open()).toBe('101: deal 7');
    expect(row(/Telegram/).getAttribute('aria-current')).toBe('true');
    expect(await violations(list())).toEqual([]);
  });

  test('a card without chats of its own opens the newest active one of its contacts', async () => {
    await showList(annas, deal(11));
    await expect.poll(open).toBe('106: contact 12');
    await expect.poll(() => said().length).toBe(4);
    expect(row(/3 unread messages/)).toBe(row(/Contact’s: Amira Haddad/));
  });

  test('a colleague’s chat can be chosen, and keeps the last words that only its history tells', async () => {
    await showList(annas, { type: 'contact', id: 11 });
    await expect
      .poll(said)
      .toContainEqual(expect.stringMatching(/David Mensah: All twelve.*Owner: David Mensah/));
    expect(open()).toBe('107: contact 11');
    await userEvent.click(row(/Nobody yet/));
    await expect.poll(open).toBe('108: nowhere');
  });
});

describe('a row', () => {
  test('is named by what tells it from others, and described by what was said; all of it can be pressed', async () => {
    await showList(annas, deal(11));
    await expect.poll(() => said().length).toBe(4);
    const amiras = row(/Amira/);
    const names = within(list()).getAllByRole('button', { name: /3 unread messages.*Open.*Amira Haddad/ });
    expect(names).toEqual([amiras]);
    expect(within(list()).queryByRole('button', { name: /like this shelf/ })).toBeNull();
    expect(within(list()).getByRole('button', { description: /like this shelf.*Owner: Anna/ })).toBe(amiras);
    const words = within(list())
      .getByText(/All twelve/)
      .getBoundingClientRect();
    document
      .elementFromPoint(words.right - 2, words.bottom - 2)
      ?.closest('button')
      ?.click();
    await expect.poll(open).toMatch(/^107/);
  });
});

test('two rows of one name are told apart by owner and time as well', async () => {
  const line = { crm: [{ type: 'lead' as const, id: 31 }], status: 40 };
  const [first, second] = [
    await portal.newLine({ ...line, operatorId: anna }),
    await portal.newLine({ ...line, operatorId: 7 }),
  ];
  await portal.write(
    { chatId: first.chat.id, authorId: anna, typed: 'Mine' },
    { chatId: second.chat.id, authorId: 7, typed: 'His' },
  );
  await showList(annas, { type: 'lead', id: 31 });
  await expect.poll(said).toContainEqual(expect.stringMatching(/Owner: David Mensah/));
  const named = (name: RegExp) => within(list()).getAllByRole('button', { name });
  expect(named(/^Telegram.*Open.*Owner: Anna Keller$/)).toEqual([row(/Owner: Anna/)]);
  expect(named(/^Telegram.*Open.*Owner: David Mensah$/)).toEqual([row(/Owner: David/)]);
  expect(within(list()).queryByRole('button', { description: /Owner/ })).toBeNull();
});

describe('trouble', () => {
  afterEach(() => portal.noFaults());

  test('the chats of contacts that could not be read are owed, not missing: it is said, and another try brings them', async () => {
    const fault = { method: 'batch', fault: 'status', status: 502, times: 1 } as const;
    await showList(annas, deal(7), { afterFirst: () => portal.faults(fault) });
    await expect.poll(() => document.body.textContent).toMatch(/list of chats could not be refreshed/);
    expect(said().length).toBe(2);
    expect(isWhole()).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => said().length).toBe(3);
    await expect.poll(() => document.body.textContent).not.toMatch(/could not be refreshed/);
    // The button is gone: the keyboard stays with the list.
    expect(list().contains(document.activeElement)).toBe(true);
  });

  test('without the permission "crm" the card’s own chats are there, and it is said what is missing and why', async () => {
    await portal.grant(...allScopes.filter((scope) => scope !== 'crm'));
    await showList(annas, deal(10));
    await expect.poll(said).toEqual([expect.stringMatching(/WhatsApp/)]);
    expect(document.body.textContent).toMatch(/permission “crm”.*contact and company are missing/);
  });
});

describe('the keyboard', () => {
  test('Tab stops once, arrows go from row to row, Enter opens', async () => {
    await showList(annas, deal(7));
    await expect.poll(() => rows().length).toBe(3);
    await expect.poll(isWhole).toBe(true);
    await userEvent.tab();
    await expect.poll(() => document.activeElement).toBe(row(/Telegram/));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(() => document.activeElement).toBe(row(/WhatsApp/));
    await userEvent.keyboard('{Home}');
    await expect.poll(() => document.activeElement).toBe(row(/Live Chat/));
    expect(open()).toBe('101: deal 7');
    await userEvent.keyboard('{Enter}');
    await expect.poll(open).toBe('103: nowhere');
    await userEvent.tab();
    await expect.poll(() => document.activeElement?.textContent).toBe('Read again');
  });
});

describe('news', () => {
  test('a chat that comes up stands above, is read out when it is written in, and does not take the place of the open one', async () => {
    const crm = [{ type: 'deal' as const, id: 9 }];
    const first = await portal.newLine({ crm, connectorId: 'livechat', clientUserId: 23 });
    await portal.write({ chatId: first.chat.id, authorId: 23, typed: 'The first one' });
    await showList(annas, deal(9));
    await expect.poll(open).toBe(`${first.chat.id}: deal 9`);

    const second = await portal.newLine({ crm });
    await portal.write({ chatId: second.chat.id, authorId: 21, typed: 'Another channel' });
    await userEvent.click(screen.getByText('Read again'));
    await expect
      .poll(said)
      .toEqual([
        expect.stringMatching(/Telegram.*Another channel/),
        expect.stringMatching(/Live Chat.*The first one/),
      ]);
    expect(open()).toBe(`${first.chat.id}: deal 9`);

    await portal.write({ chatId: second.chat.id, authorId: 21, typed: 'Are you there?' });
    await userEvent.click(screen.getByText('Read again'));
    await expect.poll(() => screen.getByRole('status').textContent).toBe('Telegram: 2 unread messages');

    // Closed meanwhile: a reply would be refused, and the list says so.
    await portal.setSession(first.chat.id, 60);
    await userEvent.click(screen.getByText('Read again'));
    await expect.poll(open).toBe(`${first.chat.id}: nowhere`);
    expect(said()).toContainEqual(expect.stringMatching(/Live Chat.*Closed/));
  });
});

describe('narrow', () => {
  test('it is a strip: all chats are reachable, and the open one is in sight', async () => {
    await page.viewport(360, 640);
    await showList(annas, deal(11), { width: 340 });
    await expect.poll(() => said().length).toBe(4);
    expect(list().getBoundingClientRect().height).toBeLessThan(80);
    await expect
      .poll(() => row(/Amira/).getBoundingClientRect().right)
      .toBeLessThanOrEqual(list().getBoundingClientRect().right);
    expect(await violations(list())).toEqual([]);
  });

  test('the keyboard brings the whole row into view, not only the words of its button', async () => {
    await showList(annas, deal(11), { width: 340 });
    await expect.poll(() => said().length).toBe(4);
    const [first, second] = within(list()).getAllByRole('listitem');
    if (!first || !second) throw new Error('Too few rows');
    const cutAway = () => second.getBoundingClientRect().right - list().getBoundingClientRect().right;
    within(first).getByRole('button').focus();
    list().scrollLeft += cutAway() - 20;
    expect(cutAway()).toBeCloseTo(20, 0);
    await userEvent.keyboard('{ArrowRight}');
    expect(second.contains(document.activeElement)).toBe(true);
    expect(cutAway()).toBeLessThan(1);
  });

  test('a single chat takes no room, until the keyboard gets there', async () => {
    await showList(annas, deal(10), { width: 340 });
    expect(list().getBoundingClientRect().height).toBeLessThan(2);
    row(/WhatsApp/).focus();
    await expect.poll(() => list().getBoundingClientRect().height).toBeGreaterThan(40);
  });
});
