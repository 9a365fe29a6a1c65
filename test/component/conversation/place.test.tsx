// Moving about in a dialog of the local portal: any message, however old, and back.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { dialogOfChat, getMessagesAfter, markRead } from '../../../src/portal/methods/dialogs.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { showDialog } from './dialog.tsx';

const marta = 2;
const portal = await openPortal();
const { rest } = portal.portalOf(anna);
let chatId = 0;
let ids: number[] = [];

beforeEach(async () => {
  await portal.noFaults();
  ({ chatId } = await portal.newTask());
  const written = await portal.write(
    ...Array.from({ length: 260 }, (_, index) => ({ chatId, authorId: marta, typed: `Word ${index + 1}.` })),
  );
  ids = written.map(({ id }) => id);
  await markRead(rest, dialogOfChat(chatId), idOf(260));
});
afterEach(cleanup);

test('a message that is loaded: it is in view, has the focus, and is marked for a while', async () => {
  const { held } = await opened();
  await act(async () => expect(await held().place.goTo(idOf(230))).toBe('shown'));
  await expectInView(230);
  expect(document.activeElement).toBe(row(230));
  expect(row(230)?.dataset['marked']).toBe('');
  expect(held().place.list.place.isDetached).toBe(false);
  await expect.poll(() => row(230)?.dataset['marked'], { timeout: 5_000 }).toBeUndefined();
});

test('one far back: one POST, its neighbours on both sides, and what is newest stays known', async () => {
  const { held } = await opened();
  const before = (await requests()).length;
  await act(async () => expect(await held().place.goTo(idOf(60))).toBe('shown'));
  await expectInView(60);
  expect(document.activeElement).toBe(row(60));
  expect((await requests()).slice(before)).toEqual(['batch']);
  expect(numbers()[0]).toBe(11);
  expect(numbers().at(-1)).toBe(110);
  expect(held().place.list.place.main.messages.at(-1)?.id).toBe(idOf(260));
  // What comes meanwhile is counted, not shown.
  await portal.say(chatId, marta, 'News');
  await expect.poll(newest, { timeout: 10_000 }).toMatch(/Newest messages\s*1/);
  expect(screen.queryByText('News')).toBeNull();
  expectGapless();
  // And when it is shown, it is no news any more that would be read out.
  await userEvent.click(screen.getByRole('button', { name: /Newest messages/ }));
  const article = (await screen.findByText('News')).closest('article');
  expect(article?.getAttribute('aria-live')).toBe('off');
});

test('without the focus: it is in view and marked, the keyboard stays elsewhere', async () => {
  const { held } = await opened();
  const elsewhere = document.activeElement;
  await act(async () => expect(await held().place.goTo(idOf(60), { focus: false })).toBe('shown'));
  await expectInView(60);
  expect(row(60)?.dataset['marked']).toBe('');
  expect(document.activeElement).toBe(elsewhere);
  // There it comes to, when it comes to the list.
  expect(row(60)?.tabIndex).toBe(0);
});

test('what the list is given stays the same while nothing of it changes', async () => {
  const { held } = await opened();
  const { list } = held().place;
  act(() => held().redraw());
  expect(held().place.list).toBe(list);
});

test('scrolling down from there joins the newest messages, without a jump, a gap or a double', async () => {
  const { held } = await opened();
  await act(async () => void (await held().place.goTo(idOf(60))));
  for (let tries = 0; tries < 40 && held().place.list.place.isDetached; tries += 1) {
    log().scrollTop = log().scrollHeight;
    await expect.poll(() => held().place.list.place.isLoadingNewer).toBe(false);
    await frames();
    expectGapless();
  }
  expect(held().place.list.place.isDetached).toBe(false);
  expect(numbers()[0]).toBe(11);
  expect(numbers().at(-1)).toBe(260);
  expect(screen.queryByRole('button', { name: /Newest messages/ })).toBeNull();
});

test('by keyboard: later messages by the button, earlier ones too', async () => {
  const { held } = await opened();
  await act(async () => void (await held().place.goTo(idOf(120))));
  screen.getByRole('button', { name: 'Show earlier messages' }).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => numbers()[0]).toBeLessThan(70);
  screen.getByRole('button', { name: 'Show later messages' }).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => numbers().at(-1)).toBeGreaterThan(200);
  expectGapless();
});

test('later messages that do not come: it says so, and the button tries again', async () => {
  const { held } = await opened();
  await act(async () => void (await held().place.goTo(idOf(60))));
  await portal.faults({ method: 'im.dialog.messages.get', fault: 'status', status: 502, executed: false });
  await userEvent.click(screen.getByRole('button', { name: 'Show later messages' }));
  expect(await screen.findByText('The later messages could not be loaded.')).toBeTruthy();
  await portal.noFaults();
  await userEvent.click(screen.getByRole('button', { name: 'Show later messages' }));
  await expect.poll(() => numbers().at(-1)).toBe(160);
});

test('the button leads back to the newest messages at once; so does sending', async () => {
  const { held } = await opened();
  for (const back of [
    () => userEvent.click(screen.getByRole('button', { name: /Newest messages/ })),
    async () => held().send(),
  ]) {
    await act(async () => void (await held().place.goTo(idOf(30))));
    await expectInView(30);
    await back();
    await expect.poll(() => numbers().at(-1)).toBe(260);
    expect(held().place.list.place.isDetached).toBe(false);
    await expect.poll(distanceToEnd).toBeLessThanOrEqual(1);
  }
});

test('one that is not there: said politely, the place is kept, and the word can be put away', async () => {
  const { held } = await opened();
  await act(async () => expect(await held().place.goTo(999_999_999)).toBe('gone'));
  const words = screen.getByText('This message is no longer in the chat.');
  expect(words.closest('output')).toBeTruthy();
  expect(held().place.list.place.isDetached).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('This message is no longer in the chat.')).toBeNull();
});

test('the portal does not answer: why, and another try beside it', async () => {
  const { held } = await opened();
  await portal.faults({ method: 'batch', fault: 'status', status: 502, executed: false });
  await act(async () => expect(await held().place.goTo(idOf(60))).toBe('failed'));
  expect(screen.getByText(/The message could not be fetched/)).toBeTruthy();
  await portal.noFaults();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await expectInView(60);
});

test('the last call wins', async () => {
  const { held } = await opened();
  await act(async () => {
    const outcomes = await Promise.all([held().place.goTo(idOf(60)), held().place.goTo(idOf(120))]);
    expect(outcomes).toEqual(['left', 'shown']);
  });
  await expectInView(120);
});

test('a message that was changed far back is read again', async () => {
  const { held } = await opened();
  await act(async () => void (await held().place.goTo(idOf(60))));
  const parameters = { MESSAGE_ID: idOf(60), ACTION: 'plus' };
  await rest.call({ method: 'im.message.like', parameters });
  await act(() => held().place.refresh(idOf(60)));
  expect(held().place.shown.messages.find(({ id }) => id === idOf(60))?.likedBy).toEqual([anna]);
  expectGapless();
});

test('PB 4.3: a page of newer messages without an order is read back until it meets', async () => {
  const parameters = { DIALOG_ID: dialogOfChat(chatId), LAST_ID: 0, LIMIT: 50 };
  const result = await rest.call({ method: 'im.dialog.messages.get', parameters });
  const body = JSON.stringify({ result, time: {} });
  await portal.faults({ method: 'im.dialog.messages.get', fault: 'malformed', body, times: 1 });
  const page = await getMessagesAfter(rest, dialogOfChat(chatId), idOf(100));
  expect(page.messages.map(({ id }) => id)).toEqual(ids.slice(100));
});

async function opened() {
  const dialog = showDialog({ rest, chatId });
  await expect.poll(() => row(260)).toBeTruthy();
  return dialog;
}

const idOf = (number: number) => ids[number - 1] ?? 0;
const log = () => screen.getByRole('log');
const row = (number: number) => document.querySelector<HTMLElement>(`[data-message="${idOf(number)}"]`);
const newest = () => screen.getByRole('button', { name: /Newest messages/ }).textContent;
const distanceToEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight;

/** What stands in the list, by its numbers. */
function numbers(): number[] {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-message]')];
  return rows.map((one) => ids.indexOf(Number(one.dataset['message'])) + 1).filter((number) => number > 0);
}

function expectGapless(): void {
  const [first = 0] = numbers();
  expect(numbers()).toEqual(numbers().map((_, index) => first + index));
}

async function expectInView(number: number): Promise<void> {
  await expect
    .poll(() => {
      const [own, box] = [row(number)?.getBoundingClientRect(), log().getBoundingClientRect()];
      return own !== undefined && own.top >= box.top && own.bottom <= box.bottom;
    })
    .toBe(true);
}

async function requests(): Promise<string[]> {
  const [batches, reads] = await Promise.all([
    portal.requestsTo('batch'),
    portal.requestsTo('im.dialog.messages.get'),
  ]);
  // The live refresh goes on by itself.
  expect(reads.length).toBeGreaterThan(0);
  return batches.map(({ method }) => method);
}

async function frames(): Promise<void> {
  for (let count = 0; count < 3; count++)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
}
