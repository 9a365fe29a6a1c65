/** What most tests of writing do and look at. */
import type { FrameLocator, Locator } from 'playwright';
import { expect } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';

export const sendMethod = 'tasks.task.chat.message.send';

export async function write(app: FrameLocator, text: string): Promise<void> {
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
}

export function rowsOf(app: FrameLocator, text: string): Locator {
  return app.getByRole('article').filter({ hasText: text });
}

/** The sign of what is in the portal, in the row of a text. */
export function sentSign(app: FrameLocator, text: string): Locator {
  return rowsOf(app, text).getByRole('img', { name: 'Sent', exact: true });
}

/** Messages of the portal that were written with this text. */
export async function countInPortal(stage: Stage, text: string): Promise<number> {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text).length;
}

/** POSTs that would have sent, whatever came of them. */
export async function countSends(stage: Stage): Promise<number> {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter((request) => request.method === sendMethod).length;
}

/** The message stands in the chat once, is called sent, and nothing is said to be open. */
export async function expectSentOnce(stage: Stage, app: FrameLocator, text: string): Promise<void> {
  await expectToSee(sentSign(app, text));
  expect(await rowsOf(app, text).count()).toBe(1);
  expect(await rowsOf(app, text).getByRole('button').count()).toBe(0);
  expect(await countInPortal(stage, text)).toBe(1);
}
