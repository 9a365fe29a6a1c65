/** A reply that is not possible as things stand: what is said, what helps at once, and in whose name things go out. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { setUserOption } from '../../../../src/portal/methods/options.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { CrmScreen } from '../../../../src/screens/crm/CrmScreen.tsx';
import { anna, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';

const portal = await openPortal();
const david = 7;
const replies = 'imopenlines.crm.message.add';
/** Of deal 10: Anna's, with a bot in it. */
const annas = 106;

beforeEach(() => page.viewport(1200, 800));
afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

function show(entity: LineEntity): void {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CrmScreen portal={portal.portalOf(anna)} entity={entity} />
    </QueryClientProvider>,
  );
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => userEvent.click(await button(name));
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
/** The words above the field, and the element that says them. */
const told = (words: RegExp) => screen.findByText(words, { selector: 'output' });
const said = async (text: string) => (await portal.heldIn(annas)).filter((one) => one.typed === text);

test('not in the chat: the words hold the button that lets one in, and go when one is', async () => {
  const { chat } = await portal.newLine({ crm: [{ type: 'lead', id: 5 }], operatorId: david, status: 40 });
  await portal.write({ chatId: chat.id, authorId: 21, typed: 'Anybody here?' });
  show({ type: 'lead', id: 5 });
  const words = await told(/You are not in this chat yet/);
  expect(await violations(screen.getByRole('main'))).toEqual([]);
  await press('Enter this chat');
  await expect.poll(() => words.textContent).toBe('');
  expect(words.isConnected).toBe(true);
  await expect.poll(async () => document.activeElement === (await field())).toBe(true);
});

test('tried all the same: the words are read out anew where they stand, and stand there once', async () => {
  const { chat } = await portal.newLine({ crm: [{ type: 'lead', id: 6 }], operatorId: david, status: 40 });
  await portal.write({ chatId: chat.id, authorId: 21, typed: 'Hello?' });
  show({ type: 'lead', id: 6 });
  const region = await told(/You are not in this chat yet/);
  await userEvent.fill(await field(), 'Here I am');
  let before = region;
  for (const _ of ['once', 'once more']) {
    (await button('Send')).click();
    await expect.poll(() => screen.queryByRole('alert') ?? before).not.toBe(before);
    // One element, and that is an alert.
    before = screen.getByRole('alert');
    expect(screen.getByText(/You are not in this chat yet/)).toBe(before);
  }
  expect((await field()).value).toBe('Here I am');

  // Other words are news to the region that was there all the time, and so are the same ones when they come again.
  await portal.setSession(chat.id, 0);
  await expect.poll(() => region.textContent, { timeout: 15_000 }).toMatch(/before David Mensah answers/);
  expect(screen.queryByRole('alert')).toBeNull();
  await portal.setSession(chat.id, 40, david);
  await expect.poll(() => region.textContent, { timeout: 15_000 }).toMatch(/You are not in this chat yet/);
  expect(region.isConnected).toBe(true);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an administrator outside of the chat replies in the name of a colleague who is in it', async () => {
  await setUserOption(portal.portalOf(anna).rest, 'replyAs', 'others');
  const { chat } = await portal.newLine({ crm: [{ type: 'lead', id: 13 }], operatorId: david, status: 40 });
  await portal.write({ chatId: chat.id, authorId: 21, typed: 'Who answers me?' });
  show({ type: 'lead', id: 13 });
  await told(/You are not in this chat yet/);
  await press(/^Reply as Anna/);
  const names = () => screen.queryAllByRole('menuitemcheckbox').map(({ textContent }) => textContent);
  await expect.poll(names).toEqual(['Anna Keller', 'David Mensah', 'Offer colleagues and bots']);
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'David Mensah' }));
  await userEvent.fill(await field(), 'David does');
  await press('Send');
  await expect
    .poll(async () => (await portal.heldIn(chat.id)).filter(({ typed }) => typed === 'David does'))
    .toMatchObject([{ authorId: david }]);
});

test('who may read the chat from outside is told who is in it, and nothing is said of that before it was asked', async () => {
  await setUserOption(portal.portalOf(anna).rest, 'replyAs', 'others');
  await portal.switchTo({ lineReadersMayReadChat: true });
  onTestFinished(async () => void (await portal.switchTo({ lineReadersMayReadChat: false })));
  const line = { crm: [{ type: 'lead' as const, id: 14 }], operatorId: david, status: 40 };
  const other = await portal.newLine({ ...line, connectorId: 'livechat', clientUserId: 23 });
  await portal.write({ chatId: other.chat.id, authorId: 23, typed: 'The other chat' });
  const { chat } = await portal.newLine(line);
  await portal.write({ chatId: chat.id, authorId: 21, typed: 'Who answers me?' });
  show({ type: 'lead', id: 14 });
  await screen.findByRole('button', { name: /Live Chat/ });
  await press(/^Reply as Anna/);
  const names = () => screen.queryAllByRole('menuitemcheckbox').map(({ textContent }) => textContent);
  await expect.poll(names).toEqual(['Anna Keller', 'David Mensah', 'Offer colleagues and bots']);
  await userEvent.keyboard('{Escape}');

  // It is known not to be a member of this one, and nothing else so far.
  await portal.faults({ method: 'batch', fault: 'status', status: 502, executed: false });
  await press(/Live Chat/);
  await press(/^Reply as Anna/);
  await expect.poll(names).toEqual(['Anna Keller', 'Offer colleagues and bots']);
  expect(screen.queryByRole('menuitem', { name: /did not tell who is in this chat/ })).toBeNull();
});

test('in the name of a bot: no file goes out, neither in its name nor in one’s own', async () => {
  await setUserOption(portal.portalOf(anna).rest, 'replyAs', 'others');
  show({ type: 'deal', id: 10 });
  await button('Attach files');
  const input = document.querySelector('input[type="file"]');
  if (!input) throw new Error('No file can be chosen');
  await userEvent.upload(input, [new File(['plan'], 'plan.pdf')]);
  await press(/^Reply as Anna/);
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Helper Bot (bot)' }));
  await screen.findByText(/Files go out in your own name only/);
  await userEvent.fill(await field(), 'Here is the plan');
  const before = (await portal.requestsTo(replies)).length;
  (await button('Send')).click();
  await screen.findByText(/cannot be sent/);
  expect(await portal.requestsTo(replies)).toHaveLength(before);
  expect(await portal.requestsTo('im.v2.File.upload')).toHaveLength(0);
  await press(/Remove.*plan\.pdf/);
  await expect.poll(() => screen.queryByRole('button', { name: 'Attach files' })).toBeNull();
  await press('Send');
  await expect.poll(() => said('Here is the plan')).toMatchObject([{ authorId: 31 }]);
});

test('about to close: closed for good, begun anew and answered, each with the button beside the words', async () => {
  await portal.setSession(annas, 50);
  show({ type: 'deal', id: 10 });
  await userEvent.fill(await field(), 'One thing more');
  await told(/about to close and takes no replies\. Press “Finish” once more and then “Start/);
  await press('Close it now');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Finish' }));
  await told(/This conversation is closed/);
  await press('Begin a new conversation');
  await expect.poll(() => screen.queryByText(/This conversation is closed/)).toBeNull();
  await press('Send');
  await expect.poll(() => said('One thing more')).toMatchObject([{ authorId: anna }]);
});
