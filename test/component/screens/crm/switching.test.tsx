/** Another chat of the card is chosen: what was begun in the one before is there when one comes back. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { CrmScreen } from '../../../../src/screens/crm/CrmScreen.tsx';
import { anna, openPortal } from '../../sending/portal.ts';
import { row } from './stage.tsx';

const portal = await openPortal();
const main = () => within(screen.getByRole('main'));
const bar = () => within(screen.getByRole('region', { name: 'Conversation with the client' }));
const files = () => screen.queryByRole('list', { name: 'Files to send' });

beforeEach(async () => {
  await page.viewport(1200, 800);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CrmScreen portal={portal.portalOf(anna)} entity={{ type: 'deal', id: 7 }} />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: /Telegram.*Open/ });
  await main().findByRole('button', { name: 'Attach files' });
});
afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

async function leave() {
  await userEvent.click(row(/WhatsApp/));
  await main().findByRole('button', { name: 'Start a conversation' });
}
const comeBack = () => userEvent.click(row(/Telegram/));

/** Whether the browser would ask before the window is closed. */
const isAskedFor = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('files that were chosen wait, and the window is not closed over them without a question', async () => {
  const input = document.querySelector('input[type="file"]');
  if (!input) throw new Error('No file can be chosen');
  await userEvent.upload(input, [new File(['plan'], 'plan.pdf')]);
  await expect.poll(() => files()?.textContent).toMatch(/plan\.pdf/);
  await leave();
  expect(files()).toBeNull();
  expect(isAskedFor()).toBe(true);
  await comeBack();
  await expect.poll(() => files()?.textContent).toMatch(/plan\.pdf/);
  await userEvent.click(screen.getByRole('button', { name: /Remove.*plan\.pdf/ }));
  await leave();
  expect(isAskedFor()).toBe(false);
});

test('what came of an action on its session is told', async () => {
  const method = 'imopenlines.operator.finish';
  await portal.faults({ method, fault: 'delay', ms: 1_500, executed: false });
  bar().getByRole('button', { name: 'Finish' }).click();
  within(await screen.findByRole('dialog'))
    .getByRole('button', { name: 'Finish' })
    .click();
  await expect.poll(() => bar().queryAllByRole('button', { busy: true }).length).toBeGreaterThan(0);
  // Behind the question that is still shown; a list that is read anew would not wait for it either.
  row(/WhatsApp/).click();
  await screen.findByRole('button', { name: 'Start a conversation' });
  await expect.poll(() => portal.requestsTo(method)).toMatchObject([{ status: 504 }]);
  expect(bar().queryByText(/Finish.*Bitrix24 did not answer/)).toBeNull();
  row(/Telegram/).click();
  await screen.findByText(/Finish.*Bitrix24 did not answer/);
});
