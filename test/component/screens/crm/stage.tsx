/** The list of a CRM card as the screen has it, without the conversation beside it. */
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { createQueryClient } from '../../../../src/app/queryClient.ts';
import type { Portal } from '../../../../src/portal/connect.ts';
import type { LineEntity } from '../../../../src/portal/methods/openLines.ts';
import { ChatList } from '../../../../src/screens/crm/ChatList.tsx';
import { CrmWords } from '../../../../src/screens/crm/CrmWords.tsx';
import { ListNotices } from '../../../../src/screens/crm/ListNotices.tsx';
import { openCrmCard, type OpenedCard } from '../../../../src/screens/crm/openCrmCard.ts';
import { useChats } from '../../../../src/screens/crm/useChats.ts';

interface StageProps {
  portal: Portal;
  entity: LineEntity;
  opened: OpenedCard;
  width: number;
}

function Stage({ portal, entity, opened, width }: StageProps) {
  const { chats, chosen, choose, isPartial, isReading, error, refresh } = useChats(
    portal.rest,
    entity,
    opened,
  );
  const { type, id } = chosen?.replyEntity ?? {};
  return (
    <div style={{ container: 'crm / inline-size', width }}>
      <nav style={{ width: Math.min(width, 280) }} aria-busy={isPartial}>
        <ListNotices
          opened={opened}
          reopen={() => undefined}
          isReopening={false}
          error={error}
          retry={() => void refresh()}
          isBusy={isReading}
          onGone={() => rows()[0]?.focus()}
        />
        <ChatList chats={chats} chosenId={chosen?.chatId ?? null} onChoose={choose} userId={opened.user.id} />
      </nav>
      <button onClick={() => void refresh()}>Read again</button>
      <p role="note">{`${chosen?.chatId ?? 'none'}: ${type ?? 'nowhere'} ${id ?? ''}`}</p>
    </div>
  );
}

/**
 * Shown and, behind the test, taken away.
 * @param width CSS pixels of the screen
 * @param afterFirst done between the first paint and the second reading
 */
export async function showList(
  portal: Portal,
  entity: LineEntity,
  { width = 1000, afterFirst }: { width?: number; afterFirst?: () => Promise<unknown> } = {},
): Promise<void> {
  const opened = await openCrmCard(portal.rest, entity);
  await afterFirst?.();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Stage {...{ portal, entity, opened, width }} />
    </QueryClientProvider>,
    { wrapper: CrmWords },
  );
  onTestFinished(cleanup);
}

export const list = () => screen.getByRole('list', { name: 'Chats' });
export const rows = () => within(list()).getAllByRole('button');
const items = () => within(list()).getAllByRole('listitem');
/** What each row says */
export const said = () => items().map(({ textContent }) => textContent);
/** The button of the only row that says this. */
export function row(words: RegExp): HTMLElement {
  const [item, another] = items().filter(({ textContent }) => words.test(textContent));
  if (!item || another) throw new Error(`Not one row says ${words}`);
  return within(item).getByRole('button');
}
/** The chat that is open, and under what a reply goes: `106: deal 10` */
export const open = () => screen.getByRole('note').textContent?.trim();
/** The chats of contacts and company are there too. */
export const isWhole = () => screen.getByRole('navigation').getAttribute('aria-busy') === 'false';
