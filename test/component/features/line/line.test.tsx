// A client's chat, read as a member and as somebody else, while who may read how changes.
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { newMemory } from '../../../../src/features/line/lineMemory.ts';
import { lineSource } from '../../../../src/features/line/lineSource.ts';
import type { LineState } from '../../../../src/features/line/lineState.ts';
import type { DialogPage } from '../../../../src/portal/methods/dialogMessages.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { showLine } from './stage.tsx';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const [david, clara] = [7, 21];
const deal: LineEntity = { type: 'deal', id: 7 };

afterEach(cleanup);

test('a member: all sessions, sides by name, and the state of the session with the messages in one POST', async () => {
  const entities: LineEntity[] = [
    { type: 'deal', id: 10 },
    { type: 'contact', id: 12 },
  ];
  const before = (await portal.requestsTo('batch')).length;
  const line = showLine({ rest, chatId: 106, currentUserId: anna, entities });
  await screen.findByText('Hello again. We are ready to start.');
  expect((await portal.requestsTo('batch')).length).toBe(before + 1);
  expect(await portal.requestsTo('im.dialog.messages.get')).toEqual([]);
  expect(line()).toMatchObject({
    isMember: true,
    isActive: true,
    replyEntity: entities[0],
    dialog: { ownerId: anna },
  });

  // What was written within the last hour is of today or, just after midnight, of yesterday.
  expect(separators().filter((words) => words !== 'Today')).toEqual([
    expect.stringMatching(/^Conversation · .* · closed$/),
    'Conversation · Yesterday',
    'New messages',
  ]);
  expect(article(/Hello again/).getAttribute('aria-label')).toMatch(/^Amira Haddad \(client\), /);
  const colleagues = article(/with a catalogue and payment/);
  expect(colleagues.getAttribute('aria-label')).toMatch(/^Yuki Tanaka \(colleague\), /);
  expect(colleagues.dataset['agents']).toBe('true');
  expect(within(colleagues).getByRole('img', { name: 'With the client' })).toBeTruthy();
  const failed = article(/The prices hold/);
  expect(within(failed).getByText('Not delivered to the client by the channel')).toBeTruthy();
});

test('closed meanwhile: what was shown stays, and the end of it is read the other way; begun anew: as a member again', async () => {
  const { chat } = await portal.newLine();
  const chatId = chat.id;
  await portal.write(
    { chatId, authorId: clara, typed: 'Is anybody there?' },
    { chatId, authorId: anna, typed: 'Yes, I am.' },
  );
  const line = showLine({ rest, chatId, currentUserId: anna, entities: [deal] });
  await screen.findByText('Yes, I am.');
  expect(line().isMember).toBe(true);
  const shown = article(/Yes, I am/);

  await call('imopenlines.operator.finish', chatId);
  await act(() => line().refresh());
  await screen.findByText(/finished the conversation/);
  expect(line()).toMatchObject({
    isMember: false,
    isActive: false,
    replyEntity: null,
    dialog: { ownerId: null },
  });
  expect(article(/Yes, I am/)).toBe(shown);
  expect(screen.getByText(/shows them to members of the chat only/)).toBeTruthy();

  await call('imopenlines.session.start', chatId);
  await act(() => line().refresh());
  await expect.poll(separators).toEqual(['Today', 'Conversation · Today']);
  await expect.poll(() => line()).toMatchObject({ isMember: true, isActive: true });
  expect(article(/Yes, I am/)).toBe(shown);
  await screen.findByText('This is where the conversation begins');
});

test("a colleague's chat: read without being in it; who joins goes on as a member", async () => {
  const contact: LineEntity = { type: 'contact', id: 11 };
  const line = showLine({ rest, chatId: 107, currentUserId: anna, entities: [contact] });
  await screen.findByText('Which gates can your portal book?');
  expect(line()).toMatchObject({
    isMember: false,
    canJoin: true,
    isActive: true,
    dialog: { ownerId: david },
  });
  await call('imopenlines.session.join', 107);
  await act(() => line().refresh());
  await screen.findByText(/joined the conversation/);
  expect(line().isMember).toBe(true);
  expect(screen.queryByText(/shows them to members of the chat only/)).toBeNull();
});

test.each([
  ['members only read it', false, 'sessions'],
  ['whoever may join reads it', true, 'dialog'],
] as const)(
  'outside of the chat, where %s: no member, whatever could be read',
  async (_why, isOpen, readsBy) => {
    onTestFinished(async () => void (await portal.switchTo({ lineReadersMayReadChat: false })));
    await portal.switchTo({ lineReadersMayReadChat: isOpen });
    const { chat } = await portal.newLine({ operatorId: david });
    await portal.write({ chatId: chat.id, authorId: clara, typed: 'Is anybody there?' });
    const line = showLine({ rest, chatId: chat.id, currentUserId: anna, entities: [deal] });
    await screen.findByText('Is anybody there?');
    expect(line()).toMatchObject({ isMember: false, isActive: true, readsBy });
    const limits = screen.queryAllByText(/shows them to members of the chat only/);
    expect(limits).toHaveLength(isOpen ? 0 : 1);
    await call('imopenlines.session.join', chat.id);
    await act(() => line().refresh());
    await expect.poll(() => line()).toMatchObject({ isMember: true, readsBy: 'dialog' });
  },
);

test('a reading that began before something was done does not bring the old state back', async () => {
  const { chat } = await portal.newLine();
  await portal.write({ chatId: chat.id, authorId: clara, typed: 'Hello' });
  const { source, state } = readChat(chat.id);
  await source.newest();
  expect(state()?.dialog?.ownerId).toBe(anna);
  const before = (await portal.requestsTo('batch')).length;
  await portal.faults({ method: 'batch', fault: 'delay', ms: 1500, times: 1 });
  const late = source.newest();
  await expect.poll(async () => (await portal.requestsTo('batch')).length).toBe(before + 1);
  await portal.setSession(chat.id, 40, david);
  await source.newest();
  expect(state()?.dialog?.ownerId).toBe(david);
  await late;
  expect(state()?.dialog?.ownerId).toBe(david);
});

test('outside of a chat in which nothing has been said: refused so far, and its first message comes by itself', async () => {
  const { chat } = await portal.newLine({ operatorId: david });
  const line = showLine({ rest, chatId: chat.id, currentUserId: anna, entities: [deal] });
  await expect.poll(() => line()).toMatchObject({ isMember: false, dialog: { ownerId: david } });
  await portal.write({ chatId: chat.id, authorId: clara, typed: 'The first word' });
  await screen.findByText('The first word', {}, { timeout: 20_000 });
}, 30_000);

test('outside of a chat in which nothing is said the session is not read again and again', async () => {
  const { chat } = await portal.newLine({ operatorId: david });
  await portal.write({ chatId: chat.id, authorId: clara, typed: 'Question 1' });
  const { source } = readChat(chat.id);
  const first = await source.newest();
  const before = (await portal.requestsTo('batch')).length;
  expect(await source.newest()).toBe(first);
  expect((await portal.requestsTo('batch')).length).toBe(before + 1);
  await portal.write({ chatId: chat.id, authorId: clara, typed: 'Question 2' });
  expect(questions(await source.newest())).toEqual(['Question 1', 'Question 2']);
});

test('outside, and long not looked: a session may have passed unseen, so the one before it is not put above the new one', async () => {
  const { chat } = await portal.newLine({ operatorId: david });
  const chatId = chat.id;
  const ask = (round: number) => portal.write({ chatId, authorId: clara, typed: `Question ${round}` });
  const davids = (method: string) =>
    portal.portalOf(david).rest.call({ method, parameters: { CHAT_ID: chatId } });
  await ask(1);
  const line = showLine({ rest: portal.portalOf(anna).rest, chatId, currentUserId: anna, entities: [deal] });
  await screen.findByText('Question 1');
  for (const round of [2, 3]) {
    await davids('imopenlines.operator.finish');
    await davids('imopenlines.session.start');
    await ask(round);
  }
  const now = Date.now.bind(Date);
  // What counts requests by this clock is this test's own.
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 300_000);
  onTestFinished(() => clock.mockRestore());
  await act(() => line().refresh());
  await screen.findByText('Question 3');
  expect(line().isMember).toBe(false);
  expect(screen.queryByText('Question 1')).toBeNull();
  expect(screen.getByText(/shows them to members of the chat only/)).toBeTruthy();
});

test('what a colleague does with the session comes with the next reading', async () => {
  const { chat } = await portal.newLine();
  await portal.write({ chatId: chat.id, authorId: clara, typed: 'Hello' });
  const line = showLine({ rest, chatId: chat.id, currentUserId: anna, entities: [deal] });
  await screen.findByText('Hello');
  await portal.setSession(chat.id, 50);
  await act(() => line().refresh());
  expect(line()).toMatchObject({ isActive: false, dialog: { isWaiting: true } });
  await portal.setSession(chat.id, 40, david);
  await act(() => line().refresh());
  await expect.poll(() => line()).toMatchObject({ isActive: true, dialog: { ownerId: david } });
});

test('delivery reads it back as far as it can be read: outside, to where nothing tells of an earlier session', async () => {
  const { chat } = await portal.newLine({ operatorId: david });
  const chatId = chat.id;
  const davids = (method: string) =>
    portal.portalOf(david).rest.call({ method, parameters: { CHAT_ID: chatId } });
  const [first] = await portal.write({ chatId, authorId: clara, typed: 'Question 1' });
  await davids('imopenlines.operator.finish');
  await davids('imopenlines.session.start');
  const [second] = await portal.write({ chatId, authorId: clara, typed: 'Question 2' });
  const line = showLine({ rest: portal.portalOf(anna).rest, chatId, currentUserId: anna, entities: [deal] });
  await screen.findByText('Question 2');
  const readBack = async (since = 0) => {
    const reading = await act(() => line().readBack(since));
    return typeof reading === 'string' ? reading : reading.map(({ text }) => text);
  };
  expect(await readBack(Infinity)).toContain('Question 2');
  expect(await readBack(second?.id)).toContain('Question 2');
  expect(await readBack(first?.id)).toBe('denied');
  // Once in the chat, all of it.
  await call('imopenlines.session.join', chatId);
  expect(await readBack(first?.id)).toEqual(expect.arrayContaining(['Question 1', 'Question 2']));
});

test('who has left reads earlier sessions too, as far as the chat has told them', async () => {
  const { chat } = await portal.newLine();
  const chatId = chat.id;
  for (const round of [1, 2, 3]) {
    await call('imopenlines.session.start', chatId);
    await portal.write({ chatId, authorId: clara, typed: `Question ${round}` });
    if (round < 3) await call('imopenlines.operator.finish', chatId);
  }
  const { source, state } = readChat(chatId);
  await source.newest();
  expect(state()?.isMember).toBe(true);
  await call('imopenlines.operator.finish', chatId);

  const last = await source.newest();
  expect(state()?.isMember).toBe(false);
  expect(questions(last)).toEqual(['Question 3']);
  const second = await source.before(firstOf(last));
  expect(questions(second)).toEqual(['Question 2']);
  // The first one began without a notice, so that nothing tells its number.
  const none = await source.before(firstOf(second));
  expect(none).toMatchObject({ messages: [], rowCount: 0 });
  expect(questions(await source.after(second.messages.at(-1)?.id ?? 0))).toEqual(['Question 3']);
  const asked = second.messages.find(({ text }) => text === 'Question 2')?.id ?? 0;
  const { older, newer } = await source.around(asked);
  expect([older.messages.at(-1)?.id, questions(newer)]).toEqual([asked, []]);
});

/** Read as Anna, of whom nothing is known before. */
function readChat(chatId: number) {
  const states: LineState[] = [];
  const source = lineSource({
    rest,
    chatId,
    known: { dialog: null, isMember: null, readsBy: null, canJoin: null, replyEntity: null },
    memory: newMemory(),
    onState: (next) => states.push(next),
  });
  source.lookUnder([deal]);
  return { source, state: () => states.at(-1) };
}

async function call(method: string, chatId: number): Promise<void> {
  await rest.call({ method, parameters: { CHAT_ID: chatId } });
}

function article(text: RegExp): HTMLElement {
  const found = screen.getByText(text).closest('article');
  if (!found) throw new Error(`No message ${text.source}`);
  return found;
}

const separators = () => screen.getAllByRole('separator').map((line) => line.getAttribute('aria-label'));
const questions = ({ messages }: DialogPage) =>
  messages.map(({ text }) => text).filter((text) => text.startsWith('Question'));
const firstOf = ({ messages }: DialogPage) => messages[0]?.id ?? 0;
