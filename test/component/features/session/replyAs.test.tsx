/** In whose name one replies, on the local portal: for administrators, asked for, and chosen anew for each chat. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { ReplyAs } from '../../../../src/features/session/ReplyAs.tsx';
import { useReplyAs } from '../../../../src/features/session/useReplyAs.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import { answerSession, joinSession } from '../../../../src/portal/methods/lineSessions.ts';
import { getUserOption, setUserOption } from '../../../../src/portal/methods/options.ts';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal } from '../../sending/portal.ts';
import { violations } from '../../ui/axe.ts';
import { david } from './stage.tsx';

const portal = await openPortal();
/** Anna's chat, with the client and the bot. */
const withBot = 106;
const { rest } = portal.portalOf(anna);

afterEach(async () => {
  cleanup();
  await portal.noFaults();
  await setUserOption(rest, 'replyAs', 'own');
});

interface StageProps {
  from: Portal;
  chatId: number;
  user: { id: number; name: string };
}

function Stage({ from, chatId, user }: StageProps) {
  const authors = useReplyAs({
    rest: from.rest,
    chatId,
    currentUser: user,
    isAdmin: from.isAdmin,
    members: 'ask',
  });
  return (
    <>
      <ReplyAs authors={authors} currentUser={user} />
      <p>Author {authors.author.id}</p>
      {authors.gone && <p>Without {authors.gone.name}</p>}
    </>
  );
}

const client = createQueryClient();
const stage = (chatId: number, userId = anna) => (
  <CrmWords>
    <QueryClientProvider client={client}>
      <Stage from={portal.portalOf(userId)} chatId={chatId} user={{ id: userId, name: 'Anna Keller' }} />
    </QueryClientProvider>
  </CrmWords>
);

const trigger = (name: string) => screen.findByRole('button', { name: `Reply as ${name}` });
const names = () => screen.queryAllByRole('menuitemcheckbox').map(({ textContent }) => textContent);
async function choose(name: string) {
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name }));
}

test('off until an administrator asks for it; then bots and colleagues of the chat, never the client', async () => {
  await page.viewport(800, 600);
  client.clear();
  render(stage(withBot));
  await userEvent.click(await trigger('Anna Keller'));
  await expect.poll(names).toEqual(['Anna Keller', 'Offer colleagues and bots']);
  await choose('Offer colleagues and bots');
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Offer them' }));
  await expect.poll(() => getUserOption(rest, 'replyAs')).toBe('others');
  await userEvent.click(await trigger('Anna Keller'));
  await expect.poll(names).toEqual(['Anna Keller', 'Helper Bot (bot)', 'Offer colleagues and bots']);
  await choose('Helper Bot (bot)');
  await trigger('Helper Bot');
  expect(screen.getByText('Author 31')).toBeTruthy();
  expect(screen.getByText('You are replying in the name of Helper Bot')).toBeTruthy();
  expect(await violations(document.body)).toEqual([]);
});

test('the next chat, and the same chat again, begin with one’s own name', async () => {
  await setUserOption(rest, 'replyAs', 'others');
  client.clear();
  const { rerender } = render(stage(withBot));
  const open = async () => {
    await userEvent.click(await trigger('Anna Keller'));
    await screen.findByRole('menuitemcheckbox', { name: 'Helper Bot (bot)' });
  };
  await expect.poll(() => client.getQueryData(['people', 'chat106'])).toBeTruthy();
  await open();
  await choose('Helper Bot (bot)');
  await trigger('Helper Bot');
  rerender(stage(101));
  await trigger('Anna Keller');
  rerender(stage(withBot));
  await trigger('Anna Keller');
  expect(screen.getByText('Author 1')).toBeTruthy();
});

test('who was chosen and has left the chat: it is told before anything goes out in another name', async () => {
  await setUserOption(rest, 'replyAs', 'others');
  client.clear();
  const { chat } = await portal.newLine({ operatorId: david, status: 40 });
  await joinSession(rest, chat.id);
  render(stage(chat.id));
  await expect.poll(() => client.getQueryData(['people', `chat${chat.id}`])).toBeTruthy();
  await userEvent.click(await trigger('Anna Keller'));
  await choose('David Mensah');
  await trigger('David Mensah');
  await answerSession(rest, chat.id);
  await client.invalidateQueries({ queryKey: ['people'] });
  await screen.findByText('Without David Mensah');
  expect(screen.getByText('Author 1')).toBeTruthy();
  await userEvent.click(await trigger('Anna Keller'));
  await choose('Anna Keller');
  await expect.poll(() => screen.queryByText('Without David Mensah')).toBeNull();
});

test('nobody to offer: the menu says why', async () => {
  await setUserOption(rest, 'replyAs', 'others');
  client.clear();
  const { chat: own } = await portal.newLine({ operatorId: anna, status: 40 });
  const { chat: davids } = await portal.newLine({ operatorId: david, status: 40 });
  const { rerender } = render(stage(own.id));
  const why = async () => {
    await userEvent.click(await trigger('Anna Keller'));
    return (await screen.findByRole('menuitem')).textContent;
  };
  await expect.poll(() => client.getQueryData(['people', `chat${own.id}`])).toBeTruthy();
  expect(await why()).toMatch(/no other colleague and no bot is in this chat/);
  expect(await violations(screen.getByRole('menu'))).toEqual([]);
  await userEvent.keyboard('{Escape}');
  rerender(stage(davids.id));
  await expect.poll(() => client.getQueryState(['people', `chat${davids.id}`])?.status).toBe('error');
  expect(await why()).toMatch(/did not tell who is in this chat/);
});

test('what the portal does not keep holds for this page, and it is said', async () => {
  await setUserOption(rest, 'replyAs', 'others');
  client.clear();
  render(stage(withBot));
  await expect.poll(() => client.getQueryData(['people', 'chat106'])).toBeTruthy();
  await portal.faults({ method: 'user.option.set', ...refusalWith('ACCESS_DENIED', 403) });
  await userEvent.click(await trigger('Anna Keller'));
  await choose('Offer colleagues and bots');
  await screen.findByText(/This choice holds until the page is closed/);
  await userEvent.click(await trigger('Anna Keller'));
  await expect.poll(names).toEqual(['Anna Keller', 'Offer colleagues and bots']);
});

test('nothing of it for who is no administrator', async () => {
  client.clear();
  render(stage(101, david));
  expect(screen.getByText('Author 7')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
