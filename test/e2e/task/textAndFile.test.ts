/** A text with a file, for everyone: at every width, by mouse or keys, in both languages, whatever the line does. */
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { overflowOf } from '../support/faultsIn.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import { chooseFiles, textFile, uploadMethod, writtenIn } from './attaching.ts';
import { passTimeUntil, rowsOf } from './writing.ts';

const stage = setUpStage();
/** Empty, and Anna's. */
const [taskId, chatId] = [52, 60];

const words = {
  en: {
    field: 'Message',
    attach: 'Attach files',
    send: 'Send',
    sent: 'Sent',
    sendAgain: 'Send again',
    doubt: 'The portal did not answer',
  },
  ru: {
    field: 'Сообщение',
    attach: 'Прикрепить файлы',
    send: 'Отправить',
    sent: 'Отправлено',
    sendAgain: 'Отправить снова',
    doubt: 'Портал не ответил',
  },
} as const;

const upload = { method: uploadMethod, connection: 'fresh', times: 1 } as const;
const faults = {
  none: [],
  'drop-before': [{ ...upload, fault: 'drop-before' }],
  'drop-after': [{ ...upload, fault: 'drop-after' }],
  '502': [{ ...upload, fault: 'status', status: 502 }],
  'expired token': [],
} as const;

interface Case {
  width: 360 | 800 | 1400;
  by: 'mouse' | 'keys';
  language: keyof typeof words;
  fault: keyof typeof faults;
}

const everyCase: readonly Case[] = ([360, 800, 1400] as const).flatMap((width) =>
  (['mouse', 'keys'] as const).flatMap((by) =>
    (['en', 'ru'] as const).flatMap((language) =>
      (['none', 'drop-before', 'drop-after', '502', 'expired token'] as const).map((fault) => ({
        width,
        by,
        language,
        fault,
      })),
    ),
  ),
);
/** Every width, each way of working in each language, and every fault; without one it is in `files.test.ts`. */
const chosenCases: readonly Case[] = [
  { width: 360, by: 'mouse', language: 'ru', fault: '502' },
  { width: 360, by: 'keys', language: 'en', fault: 'expired token' },
  { width: 800, by: 'mouse', language: 'en', fault: 'drop-after' },
  { width: 1400, by: 'keys', language: 'ru', fault: 'drop-before' },
];

// `npm run test:all` takes every combination.
test.each(isAll ? everyCase : chosenCases)(
  '$width px, by $by, $language, $fault: the text and its file stand in the portal once',
  async ({ width, by, language, fault }) => {
    const say = words[language];
    await stage.control('reset', { switches: { language } });
    const page = await stage.newPage({ viewport: { width, height: 740 } });
    // What is to be decided by a person is decided in over a minute.
    if (fault === 'drop-before') await page.clock.install();
    const app = await stage.openTask(page, taskId);
    const field = app.getByRole('textbox', { name: say.field });
    await field.click();
    await page.keyboard.type('Have a look');
    await chooseFiles(page, app, [textFile('plan.txt')], { label: say.attach, by });
    const frame = await appFrame(page);
    expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
    await stage.control('faults', faults[fault]);
    if (fault === 'expired token') await stage.control('expire-tokens', {});

    if (by === 'keys') await field.press('Enter');
    else await app.getByRole('button', { name: say.send, exact: true }).click();
    const row = rowsOf(app, 'plan.txt');
    if (fault === 'drop-before') {
      // Nobody can know that nothing was done: the person is asked, and nothing is sent unasked.
      await expectToSee(row.getByText(say.doubt));
      const again = row.getByRole('button', { name: say.sendAgain });
      await passTimeUntil(page, again);
      expect(await writtenIn(stage, chatId)).toEqual([]);
      await again.focus();
      await page.keyboard.press('Enter');
    }
    await expectToSee(row.getByRole('img', { name: say.sent, exact: true }));
    expect(await row.count()).toBe(1);
    expect(await writtenIn(stage, chatId)).toEqual(['Have a look|plan.txt']);
    expect(await field.inputValue()).toBe('');
    expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
  },
);
