/** "Send as result" for everyone and over every line: one message, one result, and the panel shows it. */
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { overflowOf } from '../support/faultsIn.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import {
  accessDenied,
  addMethod,
  countMaking,
  expectOneResult,
  makeResult,
  openChat,
  panelOf,
  rowOf,
} from './resulting.ts';
import { runUntil, sendMethod } from './writing.ts';

const stage = setUpStage();

const words = {
  en: {
    field: 'Message',
    sendAsResult: 'Send as result',
    checkNow: 'Check now',
    sendAgain: 'Send again',
    results: 'Results',
    badge: 'Result',
  },
  ru: {
    field: 'Сообщение',
    sendAsResult: 'Отправить как результат',
    checkNow: 'Проверить сейчас',
    sendAgain: 'Отправить снова',
    results: 'Результаты',
    badge: 'Результат',
  },
} as const;

/** What strikes once; in the first step the message is sent, in the second it becomes a result. */
const faults = {
  none: null,
  'first step is lost': { method: sendMethod, fault: 'drop-before' },
  'first answer is lost': { method: sendMethod, fault: 'drop-after' },
  'second answer is a 502': { method: addMethod, fault: 'status', status: 502 },
  'second step is done late': { method: addMethod, fault: 'late-commit', ms: 1_500 },
} as const;

interface Case {
  width: number;
  by: 'keyboard' | 'mouse';
  language: keyof typeof words;
  fault: keyof typeof faults;
}

const widths = [360, 800, 1400];
const hands = ['keyboard', 'mouse'] as const;
const languages = ['en', 'ru'] as const;
const allFaults: ReadonlyArray<Case['fault']> = [
  'none',
  'first step is lost',
  'first answer is lost',
  'second answer is a 502',
  'second step is done late',
];

const everyCase: readonly Case[] = widths.flatMap((width) =>
  hands.flatMap((by) =>
    languages.flatMap((language) => allFaults.map((fault) => ({ width, by, language, fault }))),
  ),
);
/** Every width, each hand in each language, and every fault; without one it is in `results.test.ts`. */
const chosenCases: readonly Case[] = [
  { width: 360, by: 'keyboard', language: 'en', fault: 'second step is done late' },
  { width: 360, by: 'mouse', language: 'ru', fault: 'first answer is lost' },
  { width: 800, by: 'keyboard', language: 'ru', fault: 'second answer is a 502' },
  { width: 1400, by: 'mouse', language: 'en', fault: 'first step is lost' },
];

// `npm run test:all` takes every combination.
test.each(isAll ? everyCase : chosenCases)(
  '$width px, by $by, $language, $fault',
  async ({ width, by, language, fault }) => {
    const isAsked = fault === 'first step is lost';
    const said = words[language];
    await stage.control('reset', { switches: { language } });
    const page = await stage.newPage({ viewport: { width, height: 740 } });
    if (isAsked) await page.clock.install();
    const app = await openChat(stage, page);
    const rule = faults[fault];
    if (rule) await stage.control('faults', [{ ...rule, connection: 'fresh', times: 1 }]);

    const text = 'Northwind has signed it off';
    const field = app.getByRole('textbox', { name: said.field });
    await field.focus();
    await page.keyboard.type(text);
    if (by === 'keyboard') await page.keyboard.press('Control+Shift+Enter');
    else await app.getByRole('button', { name: said.sendAsResult }).click();

    const row = app.getByRole('log').getByRole('article').filter({ hasText: text });
    const card = panelOf(app, said.results).getByRole('group').filter({ hasText: text });
    if (isAsked) {
      const again = row.getByRole('button', { name: said.sendAgain });
      await expectToSee(row.getByRole('button', { name: said.checkNow }));
      await page.clock.fastForward(70_000);
      await runUntil(page, () => again.isVisible());
      await again.click();
    }
    await expectToSee(card);
    await expectToSee(row.getByText(said.badge, { exact: true }));
    await expectOneResult(stage, text);
    expect(await row.count()).toBe(1);
    expect(await countMaking(stage)).toBe(1);
    expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await overflowOf(await appFrame(page))).toBeLessThanOrEqual(0);
    // Nothing lies over the message, the panel neither.
    await row.hover();
  },
);

test('where the search is open it stays open', async () => {
  const app = await openChat(stage, await stage.newPage({ viewport: { width: 500, height: 900 } }));
  await app.getByRole('button', { name: 'Search', exact: true }).click();
  await expectToSee(panelOf(app, 'Search'));
  await app.getByRole('textbox', { name: 'Message' }).fill('Found and signed off');
  await app.getByRole('button', { name: 'Send as result' }).click();
  await expectToSee(rowOf(app, 'Found and signed off').getByText('Result', { exact: true }));
  await expectToSee(app.getByRole('button', { name: 'Results 1' }));
  await expectToSee(panelOf(app, 'Search'));
  expect(await panelOf(app).count()).toBe(0);
});

test('a send that is refused and deleted opens nothing later', async () => {
  const app = await openChat(stage, await stage.newPage({ viewport: { width: 500, height: 900 } }));
  await stage.control('faults', [{ method: sendMethod, ...accessDenied, times: 1 }]);
  await app.getByRole('textbox', { name: 'Message' }).fill('Never mind');
  await app.getByRole('button', { name: 'Send as result' }).click();
  await rowOf(app, 'Never mind').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => rowOf(app, 'Never mind').count()).toBe(0);
  await makeResult(app, 'Then I draw the imprint');
  await expectToSee(app.getByRole('button', { name: 'Results 1' }));
  expect(await panelOf(app).count()).toBe(0);
});
