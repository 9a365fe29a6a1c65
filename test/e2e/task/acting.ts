/** What tests of messages do with them, and look at. */
import type { FrameLocator, Locator, Page } from 'playwright';
import { expectToSee } from '../support/expectToSee.ts';
import type { RestRequest, StateMessage } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';
import { openChat, rowOf } from './resulting.ts';

interface Params {
  LIKE?: number[];
  IS_DELETED?: string;
  IS_EDITED?: string;
}

/** A browser in which somebody else is signed in than in all the others. */
export async function newPageOf(stage: Stage, name: string): Promise<Page> {
  const page = await stage.newPage();
  await page.goto(`${stage.portalOrigin}/`);
  await page.getByLabel('Person').selectOption({ label: name });
  await page
    .locator('form', { has: page.getByLabel('Person') })
    .getByRole('button')
    .click();
  await page.waitForLoadState();
  return page;
}

/** One task in two windows: that of Anna, who is signed in by default, and Marta's. */
export async function openTwo(stage: Stage): Promise<{ page: Page; app: FrameLocator; other: FrameLocator }> {
  const page = await stage.newPage();
  const app = await openChat(stage, page);
  const other = await openChat(stage, await newPageOf(stage, 'Marta Olsen'));
  return { page, app, other };
}

type Stored = StateMessage & { params: Params };

/** A message of the portal by its words. */
export async function stored(stage: Stage, words: string): Promise<Stored | undefined> {
  const { messages } = await stage.control<{ messages: Stored[] }>('state');
  return messages.find(({ typed, text }) => typed.includes(words) || text.includes(words));
}

/** How often a method was called, alone or in a batch. */
export async function countCalls(stage: Stage, wanted: string): Promise<number> {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter(({ method, batch }) => method === wanted || batch.includes(wanted)).length;
}

/** Opens the menu of a message and chooses from it. */
export async function chooseFor(app: FrameLocator, text: string, action: string): Promise<void> {
  await rowOf(app, text).hover();
  await rowOf(app, text).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: action }).click();
}

/** What the menu of a message offers; closes it again. */
export async function offeredFor(app: FrameLocator, text: string): Promise<string[]> {
  await rowOf(app, text).focus();
  await rowOf(app, text).press('Shift+F10');
  const menu = app.getByRole('menu');
  const items = menu.getByRole('menuitem').or(menu.getByRole('menuitemcheckbox'));
  await expectToSee(items);
  const names = await items.evaluateAll((all) => all.map((item) => item.textContent));
  await items.first().press('Escape');
  return names;
}

export async function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Whether all of it can be seen in the box that scrolls it. */
export async function isInView(row: Locator): Promise<boolean> {
  return row.evaluate((element) => {
    const box = element.closest('[role="log"]')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return box !== undefined && top >= box.top - 1 && bottom <= box.bottom + 1;
  });
}
