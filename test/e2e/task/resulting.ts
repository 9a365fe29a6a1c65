/** What tests of results do and look at. */
import type { FrameLocator, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState, RestRequest, StateResult } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';

export const addMethod = 'tasks.task.result.addfromchatmessage';

/** What the portal says to everything it does not allow (PB 2.2). */
export const accessDenied = {
  fault: 'status',
  status: 403,
  executed: false,
  body: JSON.stringify({
    error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'Access denied' },
  }),
};

/** Opens a task and waits for what was written in it. */
export async function openChat(stage: Stage, page: Page, taskId?: number): Promise<FrameLocator> {
  const app = await stage.openTask(page, taskId);
  await expectToSee(app.getByRole('log').getByRole('article'));
  return app;
}

/** The row of a message; the panel shows the same words. */
export function rowOf(app: FrameLocator, text: string): Locator {
  return app.getByRole('log').getByRole('article').filter({ hasText: text });
}

export function panelOf(app: FrameLocator, name = 'Results'): Locator {
  return app.getByRole('region', { name });
}

/** A result in the panel. */
export function cardOf(app: FrameLocator, text: string): Locator {
  return panelOf(app).getByRole('group').filter({ hasText: text });
}

/** Presses what stands in the row only under the pointer. */
export async function makeResult(app: FrameLocator, text: string): Promise<void> {
  await rowOf(app, text).hover();
  await rowOf(app, text).getByRole('button', { name: 'Make result' }).click();
}

export async function resultsInPortal(stage: Stage, taskId = 51): Promise<StateResult[]> {
  const { results } = await stage.control<PortalState>('state');
  return results.filter((result) => result.taskId === taskId);
}

/** POSTs that would have made a result, whatever came of them. */
export async function countMaking(stage: Stage): Promise<number> {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter(({ method }) => method === addMethod).length;
}

/** The one message with this text, and the one result made from it. */
export async function expectOneResult(stage: Stage, text: string): Promise<void> {
  const read = async () => {
    const { messages, results } = await stage.control<PortalState>('state');
    const ids = messages.filter(({ typed }) => typed === text).map(({ id }) => id);
    return { messages: ids.length, results: results.filter(({ messageId }) => messageId === ids[0]).length };
  };
  await expect.poll(read).toEqual({ messages: 1, results: 1 });
}

/** As somebody does it elsewhere: Anna (1), by her webhook. */
export async function makeResultElsewhere(stage: Stage, messageId: number): Promise<void> {
  const response = await fetch(`${stage.portalOrigin}/rest/api/1/chatdeskwebhook1/${addMethod}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { messageId } }),
  });
  if (!response.ok) throw new Error(`${addMethod}: ${response.status} ${await response.text()}`);
}

/** The id of a message by its words. */
export async function idOfMessage(stage: Stage, text: string): Promise<number> {
  const { messages } = await stage.control<PortalState>('state');
  const found = messages.find((message) => message.typed.includes(text));
  if (!found) throw new Error(`No message ${text}`);
  return found.id;
}
