/** Another chat of the card is chosen: what was begun in the one before is there when one comes back. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { CrmScreen } from '../../../../src/screens/crm/CrmScreen.tsx';
import { anna, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';
import { row } from './stage.tsx';

const portal = await openPortal();
const telegram = 101;
const main = () => within(screen.getByRole('main'));
const bar = () => within(screen.getByRole('region', { name: 'Conversation with the client' }));
const files = () => screen.queryByRole('list', { name: 'Files to send' });

let client: QueryClient;

beforeEach(async () => {
  client = createQueryClient();
  // Anna's, and open.
  await portal.setSession(telegram, 40, anna);
  await page.viewport(1200, 800);
  render(
    <QueryClientProvider client={client}>
      <CrmScreen portal={portal.portalOf(anna)} entity={{ type: 'deal', id: 7 }} />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: /Telegram.*Open/ });
  await main().findByRole('button', { name: 'Attach files' });
});
afterEach(async () => {
  vi.useRealTimers();
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

const method = 'imopenlines.operator.finish';
/** Beside the list: what came of an action in a chat that is not open. */
function elsewhere(): HTMLElement {
  const [first] = within(screen.getByRole('navigation')).getAllByRole('status');
  if (!first) throw new Error('Nobody would hear it');
  return first;
}

/** Finishes the Telegram chat, and is in the other one before the portal has answered. */
async function finishAndLeave() {
  bar().getByRole('button', { name: 'Finish' }).click();
  within(await screen.findByRole('dialog'))
    .getByRole('button', { name: 'Finish' })
    .click();
  await expect.poll(() => bar().queryAllByRole('button', { busy: true }).length).toBeGreaterThan(0);
  // Behind the question that is still shown; a list that is read anew would not wait for it either.
  row(/WhatsApp/).click();
  await screen.findByRole('button', { name: 'Start a conversation' });
}

test('an action that fails is told at once beside the list, with the client’s name, until its chat is opened', async () => {
  await portal.faults({ method, fault: 'delay', ms: 1_500, executed: false });
  await finishAndLeave();
  const told = await within(elsewhere()).findByText(/Finish.*Bitrix24 did not answer/);
  expect(elsewhere().textContent).toMatch(/Clara Weiss · Telegram/);
  expect(bar().queryByText(/Finish.*Bitrix24 did not answer/)).toBeNull();
  expect(await violations(screen.getByRole('navigation'))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Open this chat' }));
  await bar().findByText(/Finish.*Bitrix24 did not answer/);
  expect(told.isConnected).toBe(false);
  // The button with the focus has gone with the notice.
  expect(document.activeElement).toBe(await main().findByRole('textbox', { name: 'Message' }));
  await leave();
  expect(elsewhere().textContent).toBe('');

  // What was told is not told again when the list comes back after it was empty.
  const origins = ['0', '1', '2', '3', '4'];
  const nothing = origins.flatMap((index) => [
    [`all${index}`, []],
    [`active${index}`, []],
  ]);
  const result = { result: Object.fromEntries(nothing), result_error: [] };
  const body = JSON.stringify({ result, time: { start: 0, finish: 0, duration: 0, processing: 0 } });
  await portal.faults({ method: 'batch', fault: 'malformed', body });
  await client.refetchQueries({ queryKey: ['crmChats'] });
  await screen.findByRole('heading', { name: /No client has written here yet/ });
  expect(screen.queryByText(/Finish.*Bitrix24 did not answer/)).toBeNull();
  await portal.noFaults();
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
  await screen.findByRole('button', { name: /Telegram/ });
  expect(elsewhere().textContent).toBe('');
});

test('one that succeeds is told as well, and goes by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  await portal.faults({ method, fault: 'delay', ms: 1_500 });
  await finishAndLeave();
  await expect.poll(() => elsewhere().textContent).toMatch(/Clara Weiss · Telegram.*closed/);
  vi.advanceTimersByTime(8_000);
  await expect.poll(() => elsewhere().textContent).toBe('');
});

test('one that failed can be put away where it is told, and counts as done once the portal says so', async () => {
  await portal.faults({ method, fault: 'delay', ms: 1_500, executed: false });
  // Finished already, and open still for what the client may say.
  await portal.setSession(telegram, 50);
  await finishAndLeave();
  const told = () =>
    within(elsewhere())
      .queryByText(/Clara Weiss/)
      ?.closest<HTMLElement>('[data-tone]');
  await expect.poll(() => told()?.dataset['tone']).toBe('info');
  within(elsewhere()).getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => elsewhere().textContent).toBe('');

  await portal.setSession(telegram, 40, anna);
  await comeBack();
  await expect.poll(() => bar().queryByText('You answer')).toBeTruthy();
  await finishAndLeave();
  await within(elsewhere()).findByText(/Finish.*Bitrix24 did not answer/);
  expect(told()?.dataset['tone']).toBe('warning');
  expect(within(elsewhere()).getAllByRole('button')).toHaveLength(2);
  await portal.setSession(telegram, 60);
  await client.refetchQueries({ queryKey: ['crmChats'] });
  await expect.poll(() => told()?.dataset['tone']).toBe('success');
});
