/** The same from a frame that is no secure context: an on-premise portal over plain http (BF 6). */
import { describe, expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { describeConnection } from './flows.ts';
import { describeHandshake } from './handshake.ts';

const host = 'portal.test';

// Nothing of it asks what kind of context it is in.
describe.runIf(isAll)('connection', () => {
  const stage = setUpStage({ page: 'test/e2e/harness/index.html', host });
  describeConnection(stage);
  describeHandshake(stage);
});

describe('task card', () => {
  const stage = setUpStage({ host });

  test('a message is written and confirmed', async () => {
    const page = await stage.newPage();
    const app = await stage.openTask(page);
    const field = app.getByRole('textbox', { name: 'Message' });
    await field.fill('No padlock here');
    await field.press('Enter');
    await expectToSee(app.getByRole('log', { name: 'Messages' }).getByText('No padlock here'));
    await expectToSee(app.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
    expect(await app.getByRole('log').evaluate(() => window.isSecureContext)).toBe(false);
  });
});
