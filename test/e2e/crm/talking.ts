/** The list of a card's chats, and the bar above a conversation, as tests of cards use them. */
import type { FrameLocator, Locator } from 'playwright';
import type { Stage } from '../support/stage.ts';

/** The list of chats. */
export function chatsIn(app: FrameLocator): Locator {
  return app.getByRole('list', { name: 'Chats' });
}

/** The rows of the list, or the one that says this. */
export function chatRow(app: FrameLocator, words: string | RegExp = ''): Locator {
  return chatsIn(app).getByRole('listitem').filter({ hasText: words });
}

/** Above the messages: whose conversation it is, and what can be done with it. */
export function barOf(app: FrameLocator): Locator {
  return app.getByRole('region', { name: 'Conversation with the client' });
}

/** Presses a button of the bar, or an item of its menu where it stands there. */
export async function press(app: FrameLocator, action: string): Promise<void> {
  const button = barOf(app).getByRole('button', { name: action, exact: true });
  const more = barOf(app).getByRole('button', { name: 'More', exact: true });
  await button.or(more).first().waitFor();
  if ((await button.count()) > 0) return button.click();
  await more.click();
  return app.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Says yes to the question that an action asks. */
export async function agree(app: FrameLocator, action: string): Promise<void> {
  await app.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
}

interface LineState {
  sessions: Array<{
    id: number;
    chatId: number;
    lineId: number;
    status: number;
    operatorId: number | null;
  }>;
  chats: Array<{ id: number; ownerId: number; memberIds: number[] }>;
}

/** How a conversation stands in the portal. */
export async function standing(stage: Stage, chatId: number, userId = 1) {
  const { sessions, chats } = await stage.control<LineState>('state');
  const session = sessions.findLast((one) => one.chatId === chatId);
  const chat = chats.find(({ id }) => id === chatId);
  return {
    status: session?.status,
    lineId: session?.lineId,
    ownerId: chat?.ownerId,
    isMember: chat?.memberIds.includes(userId),
  };
}
