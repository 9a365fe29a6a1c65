/** Wherever the app stands in a task card, it is the same screen, with the chat and its results. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { cardOf, expectOneResult } from './resulting.ts';

const stage = setUpStage();

test.each([
  { placement: 'TASK_VIEW_SIDEBAR', olderTaskCard: false, width: 1400, signedInUserId: 2 },
  { placement: 'TASK_VIEW_TOP_PANEL', olderTaskCard: false, width: 400, signedInUserId: 1 },
  { placement: 'TASK_VIEW_TAB', olderTaskCard: true, width: 1400, signedInUserId: 1 },
  { placement: 'TASK_VIEW_SIDEBAR', olderTaskCard: true, width: 400, signedInUserId: 1 },
  { placement: 'TASK_VIEW_TOP_PANEL', olderTaskCard: true, width: 1400, signedInUserId: 2 },
])(
  '$placement, older card: $olderTaskCard, $width px, user $signedInUserId',
  async ({ placement, olderTaskCard, width, signedInUserId }) => {
    await stage.control('reset', {
      app: { placements: [placement] },
      switches: { olderTaskCard, signedInUserId },
    });
    const page = await stage.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`);
    // In the older card two of the places are frames in the card; all others open a slider.
    const isInCard = olderTaskCard && placement !== 'TASK_VIEW_TOP_PANEL';
    await page.getByRole(isInCard ? 'tab' : 'button', { name: 'Chat Desk' }).click();
    const app = page.getByRole(isInCard ? 'tabpanel' : 'dialog').frameLocator('iframe');
    await expectToSee(app.getByRole('heading', { name: 'Website redesign for Northwind' }));
    await expectToSee(app.getByRole('log', { name: 'Messages' }).getByRole('article'));
    await app.getByRole('textbox', { name: 'Message' }).fill('Signed off, wherever I stand');
    await app.getByRole('button', { name: 'Send as result' }).click();
    await expectToSee(cardOf(app, 'Signed off, wherever I stand'));
    await expectOneResult(stage, 'Signed off, wherever I stand');
    const overflow = await app.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  },
);
