/** A reply at every width, by mouse or keys, in both languages, over every kind of line: in the portal once, and told truthfully. */
// @module-tag race
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { overflowOf } from '../support/faultsIn.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { openCard, resetWithCards } from './card.ts';
import {
  countReplies,
  expectSentOnce,
  replyMethod,
  rowsOf,
  runUntilSeen,
  sentSign,
  stored,
} from './chatting.ts';

const stage = setUpStage();

const names = {
  en: { field: 'Message', send: 'Send', check: 'Check again', again: 'Send again' },
  ru: { field: 'Сообщение', send: 'Отправить', check: 'Проверить ещё раз', again: 'Отправить снова' },
};
const widths = [360, 800, 1400];
const languages = ['en', 'ru'] as const;
const hands = ['mouse', 'keys'] as const;
/** The rule, and with which status the portal noted that it has struck. */
const faults = {
  none: { rule: null, status: 200 },
  '502, and done': { rule: { fault: 'status', status: 502 }, status: 502 },
  'cut after': { rule: { fault: 'drop-after' }, status: 0 },
  'cut before': { rule: { fault: 'drop-before' }, status: 0 },
  'expired token': { rule: null, status: 401 },
};
type Fault = keyof typeof faults;

interface Case {
  width: number;
  by: (typeof hands)[number];
  language: (typeof languages)[number];
  fault: Fault;
}

const everyFault: Fault[] = ['none', '502, and done', 'cut after', 'cut before', 'expired token'];
const everyCase: Case[] = widths.flatMap((width) =>
  hands.flatMap((by) =>
    languages.flatMap((language) => everyFault.map((fault) => ({ width, by, language, fault }))),
  ),
);
/** A few that between them have every width with every hand and language, and every fault. */
const chosenCases: Case[] = [
  { width: 360, by: 'keys', language: 'en', fault: 'cut after' },
  { width: 360, by: 'mouse', language: 'ru', fault: 'cut before' },
  { width: 800, by: 'keys', language: 'ru', fault: '502, and done' },
  { width: 800, by: 'mouse', language: 'en', fault: 'none' },
  { width: 1400, by: 'keys', language: 'en', fault: 'expired token' },
  { width: 1400, by: 'mouse', language: 'ru', fault: 'cut after' },
];

// `npm run test:all` takes every combination.
test.each(isAll ? everyCase : chosenCases)(
  '$width px, by $by, $language, $fault',
  async ({ width, by, language, fault }) => {
    await resetWithCards(stage, { switches: { language } });
    const page = await stage.newPage({ viewport: { width, height: 740 } });
    await page.clock.install();
    const app = await openCard(stage, page, 'deal', 10);
    await expectToSee(rowsOf(app, 'Can the shop look like this shelf?'));
    const frame = page.frames().find((one) => one.parentFrame() !== null);
    expect(frame && (await overflowOf(frame))).toBeLessThanOrEqual(0);
    const { rule, status } = faults[fault];
    if (rule)
      await stage.control('faults', [{ method: replyMethod, connection: 'fresh', times: 1, ...rule }]);
    if (fault === 'expired token') await stage.control('expire-tokens', {});

    const words = names[language];
    const text = `${language} ${width} ${fault}`;
    await type(page, app, { by, field: words.field, text });
    if (by === 'mouse') await app.getByRole('button', { name: words.send, exact: true }).click();
    else await page.keyboard.press('Enter');

    if (fault === 'cut before') {
      const row = rowsOf(app, text);
      await runUntilSeen(page, row.getByRole('button', { name: words.check }));
      expect(await stored(stage, text)).toEqual([]);
      expect(await countReplies(stage)).toBe(1);
      const again = row.getByRole('button', { name: words.again });
      await (by === 'mouse' ? again.click() : again.press('Enter'));
    }
    await runUntilSeen(page, sentSign(app, text));
    await expectSentOnce(stage, app, text);
    expect(await stored(stage, text)).toMatchObject([{ chatId: 106, authorId: 1 }]);
    const requests = await stage.control<RestRequest[]>('requests');
    expect(requests.map((request) => request.status)).toContain(status);
    expect(requests.filter(({ method, executed }) => method === replyMethod && executed)).toHaveLength(1);
  },
);

interface Typing {
  by: Case['by'];
  /** its name */
  field: string;
  text: string;
}

/** By keys one comes from the page, stop by stop. */
async function type(page: Page, app: FrameLocator, { by, field: name, text }: Typing): Promise<void> {
  const field = app.getByRole('textbox', { name, exact: true });
  if (by === 'mouse') {
    await field.click();
  } else {
    await page.getByRole('tab', { name: 'Chat Desk' }).focus();
    const isThere = () => field.evaluate((node) => node === document.activeElement);
    for (let stops = 0; stops < 60 && !(await isThere()); stops += 1) await page.keyboard.press('Tab');
    expect(await isThere()).toBe(true);
  }
  await page.keyboard.type(text);
  expect(await field.inputValue()).toBe(text);
}
