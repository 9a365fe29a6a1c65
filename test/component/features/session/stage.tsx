/** The bar above a client's chat as a screen gives it its state, on a local portal. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import { SessionBar } from '../../../../src/features/session/SessionBar.tsx';
import { useSession } from '../../../../src/features/session/useSession.ts';
import { TranslationProvider } from '../../../../src/i18n/context.tsx';
import { withCrmWords } from '../../../../src/i18n/crm/withCrmWords.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import type { Person } from '../../../../src/portal/methods/dialogMessages.ts';
import { getLineDialog } from '../../../../src/portal/methods/lineDialogs.ts';
import { getChats } from '../../portal/oneByOne.ts';
import type { TestPortal } from '../../sending/portal.ts';
import { anna } from '../../sending/portal.ts';

export const david = 7;
export const yuki = 6;
export const bot = 31;

const person = (id: number, name: string): Person => ({ id, name, color: '#3e99ce', avatarUrl: null });
export const people = new Map<number, Person>(
  [
    person(anna, 'Anna Keller'),
    person(yuki, 'Yuki Tanaka'),
    person(david, 'David Mensah'),
    { ...person(21, 'Clara Weiss'), isClient: true as const },
    { ...person(bot, 'Helper Bot'), isBot: true as const },
  ].map((one) => [one.id, one]),
);

interface StageProps {
  portal: Portal;
  chatId: number;
  userId: number;
  onDone: () => void;
}

/** Nothing is read by the clock here: what is seen after an action is what the bar asked for. */
function Stage({ portal, chatId, userId, onDone }: StageProps) {
  const { rest } = portal;
  const { data, refetch } = useQuery({
    queryKey: ['line', chatId],
    queryFn: async () => {
      const dialog = await getLineDialog(rest, chatId).catch(() => null);
      const chats = await getChats(rest, { type: 'deal', id: 7 });
      return { dialog, isActive: chats.some((chat) => chat.chatId === chatId && chat.isActive) };
    },
    refetchOnWindowFocus: false,
    retry: false,
  });
  const session = useSession({
    rest,
    chatId,
    clientName: 'Clara Weiss',
    dialog: data?.dialog ?? null,
    isMember: data ? (data.dialog?.isMember ?? false) : null,
    isActive: data?.isActive ?? false,
    currentUserId: userId,
    isAdmin: portal.isAdmin,
    people,
    onChanged: async () => {
      await refetch();
    },
  });
  return (
    <>
      <SessionBar session={session} channelTitle="WhatsApp" clientName="Clara Weiss" onDone={onDone} />
      <button onClick={() => void refetch()}>Tick</button>
      <textarea aria-label="Message" />
    </>
  );
}

interface Shown {
  userId?: number;
  language?: string;
}

/** Shown and, behind the test, taken away. */
export async function showBar(
  portal: TestPortal,
  chatId: number,
  { userId = anna, language = 'en' }: Shown = {},
) {
  render(
    <TranslationProvider translator={withCrmWords(await createTranslator(language))}>
      <QueryClientProvider client={createQueryClient()}>
        <Stage
          portal={portal.portalOf(userId)}
          chatId={chatId}
          userId={userId}
          onDone={() => screen.getByRole('textbox', { name: 'Message' }).focus()}
        />
      </QueryClientProvider>
    </TranslationProvider>,
  );
  onTestFinished(cleanup);
}

const regionName = /Conversation with the client|Диалог с клиентом/;
export const bar = () => within(screen.getByRole('region', { name: regionName }));
export const dialog = () => within(screen.getByRole('dialog'));
/** Names of the buttons of the bar, from left to right. */
export const buttons = () =>
  bar()
    .queryAllByRole('button')
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);
