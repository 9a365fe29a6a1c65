/** A CRM card that has no chats to show: why, and what can be done. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { PortalError } from '../../../../src/portal/errors.ts';
import { CrmScreen } from '../../../../src/screens/crm/CrmScreen.tsx';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';
import { ListNotices } from '../../../../src/screens/crm/ListNotices.tsx';
import { openCrmCard } from '../../../../src/screens/crm/openCrmCard.ts';
import { SmartProcessScreen } from '../../../../src/screens/crm/SmartProcessScreen.tsx';
import { anna, liam, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';

const portal = await openPortal();
const allScopes = ['task', 'tasks', 'im', 'imopenlines', 'crm', 'placement', 'user_brief', 'disk'];

afterEach(async () => {
  cleanup();
  await portal.grant(...allScopes);
});

function show(userId: number, entity: LineEntity): void {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CrmScreen portal={portal.portalOf(userId)} entity={entity} />
    </QueryClientProvider>,
  );
}
const heading = (name: RegExp) => screen.findByRole('heading', { name });

describe('instead of chats it is said', () => {
  test('that nobody has written yet, where chats come from, and that they are looked for', async () => {
    show(anna, { type: 'deal', id: 9 });
    await heading(/No client has written here yet/);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nobody has written yet');
    expect(screen.getByText(/appears here by itself/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Chats' })).toBeNull();
    expect(await violations(screen.getByRole('main'))).toEqual([]);
  });

  test.each([
    ['a card one may not see', liam, { type: 'deal', id: 10 }],
    ['a card that does not exist', anna, { type: 'company', id: 9999 }],
  ] as const)('that there is no access: %s', async (_, userId, entity) => {
    show(userId, entity);
    await heading(/You have no access to this card/);
    expect(screen.getByText(/Ask the person responsible/)).toBeTruthy();
  });

  test('which permission is missing; granted, another try opens the card', async () => {
    await portal.grant(...allScopes.filter((scope) => scope !== 'imopenlines'));
    show(anna, { type: 'deal', id: 9 });
    await heading(/The app lacks a permission/);
    expect(screen.getByText(/“imopenlines”/)).toBeTruthy();
    await portal.grant(...allScopes);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading(/No client has written here yet/);
  });

  test('that smart processes have none', async () => {
    render(<SmartProcessScreen />);
    await heading(/no client chats in cards of this kind/);
    expect(screen.getByText(/leads, deals, contacts and companies only/)).toBeTruthy();
  });
});

test('a chat that comes up meanwhile takes the place of the words', async () => {
  show(anna, { type: 'deal', id: 9 });
  await heading(/No client has written here yet/);
  const { chat } = await portal.newLine({ crm: [{ type: 'deal', id: 9 }] });
  await portal.write({ chatId: chat.id, authorId: 21, typed: 'Here I am' });
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
  const list = await screen.findByRole('list', { name: 'Chats' });
  await expect.poll(() => list.textContent).toMatch(/Telegram.*Here I am/);
});

test('what is missing of a card is said: a contact that could not be read, to be tried again, and those that were not looked at', async () => {
  const { card } = await openCrmCard(portal.portalOf(anna).rest, { type: 'deal', id: 11 });
  if (!card) throw new Error('Anna reads this deal');
  const opened = {
    card: {
      item: { ...card.item, contactIds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      contacts: [],
      company: null,
      relativeProblem: new PortalError({ kind: 'unclear', code: 'HTTP_502', method: 'crm.item.get' }),
    },
    cardProblem: null,
  };
  const reopen = vi.fn<() => void>();
  const none = () => undefined;
  render(
    <ListNotices
      {...{ opened, reopen, isReopening: false, error: null, retry: none, isBusy: false, onGone: none }}
    />,
    { wrapper: CrmWords },
  );
  expect(screen.getByText(/contact or the company of this card could not be read/)).toBeTruthy();
  expect(screen.getByText(/2 more contacts of this card are not looked at/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(reopen).toHaveBeenCalledTimes(1);
  expect(await violations(document.body)).toEqual([]);
});
