/** A reply that was left in another chat of the card: told in the one that is open, with the way there. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { openBrowserStore } from '../../../../src/delivery/browserStore.ts';
import { CrmScreen } from '../../../../src/screens/crm/CrmScreen.tsx';
import { openDelivery } from '../../../../src/sending/openDelivery.ts';
import { anna, item, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';

const portal = await openPortal();
const lead = { type: 'lead', id: 8 } as const;

afterEach(cleanup);

test('it leads to the chat, in whose field one goes on', async () => {
  await page.viewport(1200, 800);
  const lines = [];
  for (const connectorId of ['telegrambot', 'whatsappbytwilio']) {
    lines.push(await portal.newLine({ crm: [lead], operatorId: anna, status: 40, connectorId }));
  }
  const own = portal.portalOf(anna);
  const left = lines.map(({ chat }) => ({
    lane: `chat${chat.id}`,
    item: item(
      `Left in ${chat.id}`,
      { entityType: 'lead', entityId: lead.id, chatId: chat.id },
      {
        kind: 'openLineReply',
        state: 'refused',
        attempts: 0,
        problem: { kind: 'left', code: 'NEVER_SENT', portalText: '' },
      },
    ),
  }));
  const store = openBrowserStore({ memberId: own.memberId, userId: anna });
  for (const one of left) {
    await store.change(one.lane, (before) => ({
      record: { ...before, items: [one.item] },
      result: undefined,
    }));
  }
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CrmScreen portal={own} entity={lead} />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
  const dialog = within(screen.getByRole('dialog', { name: 'In other chats' }));
  const [row, more] = dialog.getAllByRole('listitem');
  expect(more).toBeUndefined();
  expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  const text = /Left in \d+/.exec(row?.textContent ?? '')?.[0] ?? '';
  expect(within(screen.getByRole('log')).queryByText(text)).toBeNull();
  // The card is open already: no link opens it once more.
  expect(dialog.queryByRole('link')).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Open this chat' }));
  await expect.poll(() => within(screen.getByRole('log')).queryByText(text)).not.toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
  openDelivery({ portal: own, userId: anna }).delivery.stop();
});
