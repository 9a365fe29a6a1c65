/** Two windows on one dialog: one sends, the other one shows it, and neither sends what the other has sent. */
// @module-tag race
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { appFrame, setUpStage, type Stage } from '../support/stage.ts';
import { countInPortal, countSends, expectSentOnce, rowsOf, sendMethod, sentSign, write } from './writing.ts';

describe('one after the other by Web Locks', () => {
  const stage = setUpStage();
  describeWindows(stage, true);
});

describe('by a lease, where the frame is no secure context', () => {
  const stage = setUpStage({ host: 'portal.test' });
  describeWindows(stage, false);
});

/** Without locks the plain case is enough each time: the lease itself is tried in `test/component/delivery`. */
function describeWindows(stage: Stage, hasLocks: boolean): void {
  const isTried = hasLocks || isAll;

  async function openTwo(): Promise<[Page, Page]> {
    const first = await stage.newPage();
    const second = await first.context().newPage();
    return [first, second];
  }

  test('what one sends is under way in the other, and sent in both', async () => {
    const [first, second] = await openTwo();
    const [left, right] = [await stage.openTask(first), await stage.openTask(second)];
    await expectToSee(left.getByRole('article'));
    await expectToSee(right.getByRole('article'));
    expect(await left.getByRole('log').evaluate(() => 'locks' in navigator)).toBe(hasLocks);
    await stage.control('faults', [
      { method: sendMethod, fault: 'status', status: 429, executed: false, connection: 'fresh', times: 1 },
    ]);
    await write(left, 'Written on the left');
    await expectToSee(
      rowsOf(right, 'Written on the left').getByText('will be sent by itself within a minute'),
    );
    await write(right, 'Written on the right');
    for (const app of [left, right]) {
      for (const text of ['Written on the left', 'Written on the right']) {
        await expectSentOnce(stage, app, text);
      }
    }
    expect(await countSends(stage)).toBe(3);
  });

  test.runIf(isTried)(
    'a row is never there twice, in neither window, and stays the same element',
    async () => {
      const pages = await openTwo();
      const apps = [await stage.openTask(pages[0]), await stage.openTask(pages[1])] as const;
      for (const app of apps) await expectToSee(app.getByRole('article'));
      const watches = [await watchRows(pages[0], 'Once only'), await watchRows(pages[1], 'Once only')];
      await write(apps[0], 'Once only');
      for (const app of apps) await expectSentOnce(stage, app, 'Once only');
      for (const seen of watches) expect(await seen()).toEqual({ most: 1, elements: 1 });
    },
  );

  test.runIf(isTried)('the same text typed in both stands there twice, and was sent twice', async () => {
    const [first, second] = await openTwo();
    const [left, right] = [await stage.openTask(first), await stage.openTask(second)];
    for (const app of [left, right]) await expectToSee(app.getByRole('article'));
    await Promise.all([write(left, 'Done'), write(right, 'Done')]);
    for (const app of [left, right]) await expect.poll(() => sentSign(app, 'Done').count()).toBe(2);
    expect(await countInPortal(stage, 'Done')).toBe(2);
    expect(await countSends(stage)).toBe(2);
    expect(await rowsOf(left, 'Done').count()).toBe(2);
  });

  test.runIf(isTried)(
    'closed while its message waits: the other window sends it',
    async () => {
      const [first, second] = await openTwo();
      const [left, right] = [await stage.openTask(first), await stage.openTask(second)];
      for (const app of [left, right]) await expectToSee(app.getByRole('article'));
      const before = { method: sendMethod, connection: 'fresh', executed: false, times: 1 };
      await stage.control('faults', [{ ...before, fault: 'status', status: 429 }]);
      await write(left, 'Somebody will send me');
      await expectToSee(
        rowsOf(left, 'Somebody will send me').getByText('will be sent by itself within a minute'),
      );
      await first.close();
      // A lease lives for 15 s.
      await expect
        .poll(() => sentSign(right, 'Somebody will send me').isVisible(), { timeout: 30_000 })
        .toBe(true);
      await expectSentOnce(stage, right, 'Somebody will send me');
      expect(await countSends(stage)).toBe(2);
    },
    60_000,
  );
}

/** Looks at every change of the page: how many rows with this text stood there at once, and how many in all. */
async function watchRows(
  page: Page,
  text: string,
): Promise<() => Promise<{ most: number; elements: number }>> {
  const frame = await appFrame(page);
  const watch = await frame.evaluateHandle((words) => {
    const elements = new Set<Element>();
    const seen = { most: 0, elements };
    new MutationObserver(() => {
      const rows = [...document.querySelectorAll('article')].filter((row) => row.textContent.includes(words));
      for (const row of rows) elements.add(row);
      seen.most = Math.max(seen.most, rows.length);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return seen;
  }, text);
  return () => watch.evaluate(({ most, elements }) => ({ most, elements: elements.size }));
}
