// What an agent is told before a reply goes out, and that nothing typed is lost by it.
import '../../../../src/ui/tokens.css';
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Composer } from '../../../../src/conversation/composer/Composer.tsx';
import { useReplyCare } from '../../../../src/features/line/useReplyCare.tsx';
import { newKey } from '../../../../src/delivery/item.ts';
import type { Message, Person } from '../../../../src/portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../../../src/portal/methods/lineDialogs.ts';
import { message } from '../../../fixtures/message.ts';

const [me, marta, amira] = [1, 2, 26];
const person = (id: number, name: string) => ({ id, name, color: null, avatarUrl: null });
const people = new Map<number, Person>([
  [me, person(me, 'Anna Keller')],
  [marta, person(marta, 'Marta Olsen')],
  [amira, { ...person(amira, 'Amira Haddad'), isClient: true as const }],
]);
const question = message(1, { authorId: amira });
const answer = message(2, { authorId: marta });

afterEach(cleanup);

test('a colleague answers while one types: the first Send asks, "Send anyway" sends, and the text is there all the while', async () => {
  const stage = show();
  await userEvent.fill(field(), 'My answer');
  await press('Send');
  expect(stage.sent).toEqual(['My answer']);

  await userEvent.fill(field(), 'Another one');
  stage.change({ messages: [question, answer] });
  const words = await screen.findByText(/^Marta Olsen has answered meanwhile, at /);
  expect(words.closest('[role="status"]')).toBeTruthy();
  await press('Send');
  expect((await screen.findByRole('alert')).textContent).toMatch(/Marta Olsen answered at .* Read it first/);
  expect(stage.sent).toEqual(['My answer']);
  expect(field().value).toBe('Another one');
  await press('Send anyway');
  expect(stage.sent).toEqual(['My answer', 'Another one']);
});

test('read: it is no news any more, and the reply goes without a question', async () => {
  const stage = show();
  await userEvent.fill(field(), 'My answer');
  stage.change({ messages: [question, answer] });
  await press('I have read it');
  expect(await screen.findByText(/^Last answered by Marta Olsen, /)).toBeTruthy();
  await press('Send');
  expect(stage.sent).toEqual(['My answer']);
});

test('a draft from before a reload: what was there when it was begun is no news, what came after it is', async () => {
  const keptAs = newKey();
  const begun = show({ draft: 'My answer', messages: [], isRead: false }, keptAs);
  begun.change({ messages: [question, answer], isRead: true });
  await screen.findByText(/^Last answered by Marta Olsen, /);
  cleanup();

  const reloaded = show({ messages: [], isRead: false, draft: 'My answer' }, keptAs);
  reloaded.change({ messages: [question, answer, message(3, { authorId: marta })], isRead: true });
  await screen.findByText(/^Marta Olsen has answered meanwhile, at /);
  await press('I have read it');
  cleanup();

  show({ messages: [question, answer, message(3, { authorId: marta })], draft: 'My answer' }, keptAs);
  expect(await screen.findByText(/^Last answered by Marta Olsen, /)).toBeTruthy();
});

test('a colleague begins a conversation in a closed chat: taken, and known as such only where it was known as closed', async () => {
  const closed = { ...dialog, ownerId: null, sessionId: null };
  const stage = show({ dialog: closed, draft: 'My answer' });
  stage.change({ dialog: { ...dialog, ownerId: marta, sessionId: 408 } });
  await screen.findByText('Marta Olsen has taken over this conversation meanwhile.');
  cleanup();

  const unknown = show({ dialog: null, draft: 'My answer', messages: [question, answer] });
  unknown.change({ dialog: { ...dialog, ownerId: marta } });
  expect(await screen.findByText(/^Last answered by Marta Olsen, /)).toBeTruthy();
});

test('another operator takes it, or somebody closes it: said by name, asked for once more', async () => {
  const stage = show();
  await userEvent.fill(field(), 'My answer');
  stage.change({ dialog: { ...dialog, ownerId: marta } });
  expect(await screen.findByText('Marta Olsen has taken over this conversation meanwhile.')).toBeTruthy();
  stage.change({ dialog: { ...dialog, ownerId: null, sessionId: null } });
  expect(await screen.findByText(/This conversation was closed while you were writing/)).toBeTruthy();
  await press('Send');
  expect(stage.sent).toEqual([]);
  expect(field().value).toBe('My answer');
});

test('too long for the channel: counted against its limit, and split only by a button', async () => {
  const stage = show();
  const text = 'word '.repeat(400).trim();
  await userEvent.fill(field(), text);
  expect(screen.getByText('1,999 / 1,600')).toBeTruthy();
  await press('Send');
  expect(stage.sent).toEqual([]);
  await press('Send as 2 messages');
  expect(stage.sent).toHaveLength(2);
  expect(stage.sent.join(' ')).toBe(text);
});

test('the channel takes replies for a while only: until when, and afterwards that it is over; nothing is refused', async () => {
  const stage = show();
  stage.change({ dialog: { ...dialog, replyUntil: Date.now() + 3_600_000 } });
  expect(await screen.findByText(/^WhatsApp takes free replies until /)).toBeTruthy();
  stage.change({ dialog: { ...dialog, replyUntil: Date.now() - 3_600_000 } });
  expect(await screen.findByText(/^WhatsApp took free replies until /)).toBeTruthy();
  await userEvent.fill(field(), 'All the same');
  await press('Send');
  expect(stage.sent).toEqual(['All the same']);
});

const dialog: LineDialog = {
  chatId: 106,
  name: 'Amira Haddad - Support',
  connectorId: 'whatsappbytwilio',
  lineId: 1,
  clientId: amira,
  sessionId: 407,
  ownerId: me,
  isMember: true,
  isWaiting: false,
  linked: { lead: null, deal: 10, contact: 12, company: null },
  unreadCount: 0,
  lastMessageId: null,
  replyUntil: null,
};

interface Known {
  messages: readonly Message[];
  isRead: boolean;
  dialog: LineDialog | null;
  draft: string;
}

/** @param more where it differs from a chat with one question @param keptAs the same again: after a reload */
function show(more: Partial<Known> = {}, keptAs: string = newKey()) {
  const sent: string[] = [];
  const stage = (known: Known) => <Stage {...known} keptAs={keptAs} onSend={(text) => sent.push(text)} />;
  const first: Known = { messages: [question], isRead: true, dialog, draft: '', ...more };
  const { rerender } = render(stage(first));
  return { sent, change: (known: Partial<Known>) => rerender(stage({ ...first, ...known })) };
}

function Stage({ draft, onSend, ...known }: Known & { keptAs: string; onSend: (text: string) => void }) {
  const [value, onChange] = useState(draft);
  const care = useReplyCare({
    ...known,
    chat: { connectorId: dialog.connectorId, connectorTitle: 'WhatsApp' },
    people,
    currentUserId: me,
    composer: {
      value,
      onSend(text, { parts = [text] }) {
        for (const part of parts) onSend(part);
        onChange('');
      },
    },
  });
  return (
    <Composer value={value} onChange={onChange} limit={20_000} countOf={(text) => text.length} {...care} />
  );
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
/** Send is never `disabled`, but where it is held the driver takes it for that. */
async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name });
  await act(async () => button.click());
}
