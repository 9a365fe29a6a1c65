// A client's chat, read as a member and as somebody else, while who may read how changes.
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
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

  expect(separators()).toEqual([
    expect.stringMatching(/^Conversation · .* · closed$/),
    'Conversation · Yesterday',
    'Today',
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

test('who has left reads earlier sessions too, as far as the chat has told them', async () => {
  const { chat } = await portal.newLine();
  const chatId = chat.id;
  for (const round of [1, 2, 3]) {
    await call('imopenlines.session.start', chatId);
    await portal.write({ chatId, authorId: clara, typed: `Question ${round}` });
    if (round < 3) await call('imopenlines.operator.finish', chatId);
  }
  const states: LineState[] = [];
  const known: LineState = { dialog: null, isMember: null, canJoin: null, replyEntity: null };
  const source = lineSource({
    rest,
    chatId,
    known,
    onState: (next) => states.push(next),
  });
  source.lookUnder([deal]);
  await source.newest();
  expect(states.at(-1)?.isMember).toBe(true);
  await call('imopenlines.operator.finish', chatId);

  const last = await source.newest();
  expect(states.at(-1)?.isMember).toBe(false);
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
