// Looking for a message: in what is loaded, then in the whole chat of the local portal.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { searchMessages } from '../../../src/portal/methods/messageSearch.ts';
import { violations } from '../ui/axe.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { showDialog } from './dialog.tsx';

const marta = 2;
const portal = await openPortal();
const { rest } = portal.portalOf(anna);
let chatId = 0;

beforeAll(async () => {
  ({ chatId } = await portal.newTask());
  const texts = Array.from({ length: 200 }, (_, index) => `Word ${index + 1}.`);
  texts[3] = 'The [b]Café[/b] opens at 10% of the price';
  texts[4] = 'The caf_eteria is at 100 places';
  texts[150] = 'Nobody goes to a CAFÉ in the rain';
  texts[190] = 'Ёлка у кафе';
  await portal.write(...texts.map((typed) => ({ chatId, authorId: marta, typed })));
});
afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

test('loaded ones at once, whatever case and accents; then those of the whole chat', async () => {
  await opened();
  await userEvent.fill(field(), 'cafe');
  await expect.poll(hits).toEqual(['Nobody goes to a CAFÉ in the rain']);
  // The portal looks for the characters as they are.
  await userEvent.fill(field(), 'Café');
  await expect
    .poll(hits)
    .toEqual(['Nobody goes to a CAFÉ in the rain', 'The Café opens at 10% of the price']);
  await expect.poll(state).toBe('2 messages found');
  expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    'CAFÉ',
    'Café',
  ]);
  expect(screen.getAllByText('Marta Olsen').length).toBeGreaterThan(1);
});

test('from hit to hit by keyboard: the messages are shown and told, the focus stays where it is', async () => {
  await opened();
  await userEvent.fill(field(), 'Café');
  await expect.poll(state).toBe('2 messages found');
  field().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => markedRow()).toContain('CAFÉ in the rain');
  expect(told()).toMatch(/^1 of 2: Marta Olsen, .+\. Nobody goes to a CAFÉ in the rain$/);
  await userEvent.keyboard('{Enter}');
  // Far back: it is fetched.
  await expect.poll(() => markedRow()).toContain('opens at 10% of the price');
  expect(told()).toMatch(/^2 of 2: /);
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.poll(() => markedRow()).toContain('CAFÉ in the rain');

  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const focused = document.activeElement;
  expect(focused?.textContent).toContain('10% of the price');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => markedRow()).toContain('opens at 10% of the price');
  await userEvent.keyboard('{Shift>}{F3}{/Shift}');
  await expect.poll(() => markedRow()).toContain('CAFÉ in the rain');
  expect(document.activeElement).toBe(focused);
  const next = screen.getByRole('button', { name: 'Next hit' });
  await userEvent.click(next);
  await expect.poll(() => markedRow()).toContain('opens at 10% of the price');
  expect(document.activeElement).toBe(next);
});

test('"Go to the message" is the step that moves the focus', async () => {
  await opened();
  await userEvent.fill(field(), 'Café');
  await expect.poll(state).toBe('2 messages found');
  field().focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => markedRow()).toContain('opens at 10% of the price');
  expect(focusedRow()).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the message' }));
  await expect.poll(() => focusedRow()).toContain('opens at 10% of the price');
  expect(panel()).toBeTruthy();
});

test('% and _ are characters', async () => {
  await opened();
  await userEvent.fill(field(), '10% of');
  await expect.poll(state).toBe('1 message found');
  await userEvent.fill(field(), '100% of');
  await expect.poll(state).toBe('Nothing found');
  await userEvent.fill(field(), 'caf_e');
  await expect.poll(state).toBe('1 message found');
  expect(hits()).toEqual(['The caf_eteria is at 100 places']);
});

test('fewer than three characters: only what is loaded, and that is said', async () => {
  await opened();
  const before = await searches();
  await userEvent.fill(field(), 'Ел');
  await expect.poll(hits).toEqual(['Ёлка у кафе']);
  expect(state()).toBe(
    '1 message found so far. With fewer than three characters only the messages loaded so far are searched.',
  );
  expect(await searches()).toBe(before);
});

test('where the portal cannot be asked: only what is loaded, and that is said', async () => {
  await opened({ canSearchAll: false });
  await userEvent.fill(field(), 'Café');
  await expect.poll(hits).toEqual(['Nobody goes to a CAFÉ in the rain']);
  expect(state()).toMatch(/Only the messages loaded so far are searched/);
});

test('page by page, by a button', async () => {
  await opened();
  await userEvent.fill(field(), 'Word');
  const more = await screen.findByRole('button', { name: 'Search further back' });
  const count = hits().length;
  expect(count).toBeLessThan(100);
  await userEvent.click(more);
  await expect.poll(() => hits().length).toBeGreaterThan(count);
});

test('the portal does not answer: why, another try beside it, and what is loaded stays', async () => {
  await portal.faults({ method: 'im.dialog.messages.search', fault: 'status', status: 502, executed: false });
  await opened();
  await userEvent.fill(field(), 'Café');
  expect(await within(panel()).findByText('The whole chat could not be searched.')).toBeTruthy();
  expect(hits()).toEqual(['Nobody goes to a CAFÉ in the rain']);
  await portal.noFaults();
  await userEvent.click(within(panel()).getByRole('button', { name: 'Search the whole chat' }));
  await expect.poll(state).toBe('2 messages found');
});

test('the field has the focus, Escape closes, and nothing is amiss for assistive technology', async () => {
  await opened();
  expect(document.activeElement).toBe(field());
  await userEvent.fill(field(), 'Café');
  await expect.poll(state).toBe('2 messages found');
  expect(await violations(panel())).toEqual([]);
  field().focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('region', { name: 'Search' })).toBeNull();
});

test('RF 3.8: a message of the newer form is read as any other', async () => {
  const { messages, people, before } = await searchMessages(rest, chatId, 'cafÉ');
  expect(messages.map(({ authorId, isUnreadable }) => [authorId, isUnreadable])).toEqual([
    [marta, false],
    [marta, false],
  ]);
  expect(people.map(({ name }) => name)).toEqual(['Marta Olsen']);
  expect(before).toBeNull();
});

async function opened(options: { canSearchAll?: boolean } = {}) {
  const dialog = showDialog({ rest, chatId, hasSearch: true, ...options });
  await within(await screen.findByRole('log')).findByText('Word 200.');
  return dialog;
}

const panel = () => screen.getByRole('region', { name: 'Search' });
const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search messages' });
const state = () => within(panel()).getByRole('status').textContent;
const searches = async () => (await portal.requestsTo('im.dialog.messages.search')).length;
const markedRow = () => document.querySelector('[data-marked]')?.textContent;
const told = () => panel().querySelector('[data-shown-hit]')?.textContent;
const focusedRow = () => document.activeElement?.closest('[data-message]')?.textContent;

/** The words of the hits. */
function hits(): string[] {
  return [...panel().querySelectorAll('li bdi:last-child')].map(({ textContent }) => textContent ?? '');
}
