/** What the connection must do in every kind of frame; run from a secure and from an insecure context. */
import type { Frame, Page } from 'playwright';
import { expect, test } from 'vitest';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { appFrame, type Stage } from '../support/stage.ts';

declare global {
  interface Window {
    refreshesSeen: number;
  }
}

/** The harness inside the task card's slider, connected. */
async function openHarness(stage: Stage, page: Page): Promise<Frame> {
  await stage.openTask(page);
  const frame = await appFrame(page);
  await frame.waitForFunction(() => 'connection' in window);
  await frame.evaluate(async () => void (await window.connection));
  return frame;
}

async function countMessages(stage: Stage, text: string) {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter(({ typed }) => typed === text).length;
}

const callV2 = (text: string) =>
  `window.connection.then((portal) => window.settled(portal.rest.call({ method: 'im.message.add', parameters: { DIALOG_ID: 'chat58', MESSAGE: ${JSON.stringify(text)} } })))`;
const callV3 = (text: string) =>
  `window.connection.then((portal) => window.settled(portal.restApi('tasks.task.chat.message.send', { fields: { taskId: 51, text: ${JSON.stringify(text)} } })))`;

/** Counts the commands the app posts to the portal's page. */
async function refreshes(page: Page): Promise<number> {
  return page.evaluate(() => window.refreshesSeen);
}

async function countRefreshes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.refreshesSeen = 0;
    window.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data.startsWith('refreshAuth')) window.refreshesSeen += 1;
    });
  });
}

export function describeConnection(stage: Stage): void {
  test.each([
    ['v2', callV2],
    ['v3', callV3],
  ])(
    'a token that expires in the middle of a send on %s: one refresh, one message',
    async (version, call) => {
      const page = await stage.newPage();
      await countRefreshes(page);
      const frame = await openHarness(stage, page);
      await stage.control('expire-tokens', {});
      expect(await frame.evaluate(call(`expired on ${version}`))).toMatchObject({ value: expect.anything() });
      expect(await countMessages(stage, `expired on ${version}`)).toBe(1);
      expect(await refreshes(page)).toBe(1);
      const posts = (await stage.control<RestRequest[]>('requests')).filter(({ method }) =>
        /message\.(add|send)/.test(method),
      );
      expect(posts.map(({ status, executed }) => [status, executed])).toEqual([
        [401, false],
        [200, true],
      ]);
    },
  );

  test('v2 and v3 expiring together share one refresh', async () => {
    const page = await stage.newPage();
    await countRefreshes(page);
    const frame = await openHarness(stage, page);
    await stage.control('expire-tokens', {});
    await frame.evaluate(`Promise.all([${callV2('both v2')}, ${callV3('both v3')}])`);
    expect(await refreshes(page)).toBe(1);
    expect([await countMessages(stage, 'both v2'), await countMessages(stage, 'both v3')]).toEqual([1, 1]);
  });

  test('a page that never gives a new token is asked once, and the call says that nothing was sent', async () => {
    const page = await stage.newPage();
    await page.clock.install();
    await countRefreshes(page);
    const frame = await openHarness(stage, page);
    await stage.control('faults', [{ method: 'refreshAuth', fault: 'mute-refresh' }]);
    await stage.control('expire-tokens', {});
    const outcome = frame.evaluate(`Promise.all([${callV2('mute v2')}, ${callV3('mute v3')}])`);
    await expect.poll(() => refreshes(page)).toBe(1);
    await page.clock.runFor(11_000);
    const failed = { failed: { kind: 'auth', code: 'REFRESH_FAILED', executed: 'no' } };
    expect(await outcome).toEqual([failed, failed]);
    expect(await refreshes(page)).toBe(1);
    expect(await countMessages(stage, 'mute v3')).toBe(0);
  });

  test('classic calls need no preflight, REST 3.0 calls one', async () => {
    const page = await stage.newPage();
    const frame = await openHarness(stage, page);
    await frame.evaluate(callV2('plain'));
    const classic = await stage.control<RestRequest[]>('requests');
    expect(classic.map(({ method }) => method)).toEqual(['im.message.add']);
    await frame.evaluate(callV3('json'));
    const both = await stage.control<RestRequest[]>('requests');
    expect(both.map(({ method }) => method)).toEqual([
      'im.message.add',
      'OPTIONS',
      'tasks.task.chat.message.send',
    ]);
  });
}
