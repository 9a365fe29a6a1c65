/** The connection from a secure context, and what it must not listen to. */
import { expect, test } from 'vitest';
import { setUpStage } from '../support/stage.ts';
import { describeConnection } from './flows.ts';

const stage = setUpStage({ page: 'test/e2e/harness/index.html' });
describeConnection(stage);

test('messages from another origin are not believed', async () => {
  const page = await stage.newPage();
  await stage.control('faults', [{ method: 'getInitData', fault: 'mute-parent' }]);
  await page.addInitScript(() => {
    // A stranger in the same page answers the handshake with a token of its own.
    window.addEventListener('message', ({ data, source }) => {
      if (typeof data !== 'string' || !data.startsWith('getInitData')) return;
      const callback = data.split(':').at(-2) ?? '';
      const stranger = document.createElement('iframe');
      stranger.sandbox.add('allow-scripts');
      const answer = `${callback}:${JSON.stringify({ AUTH_ID: 'forged', AUTH_EXPIRES: '3600', PLACEMENT: 'DEFAULT' })}`;
      stranger.srcdoc = `<script>parent.frames[0].postMessage(${JSON.stringify(answer)}, '*')</script>`;
      document.body.append(stranger);
      void source;
    });
  });
  await page.clock.install();
  await stage.openTask(page);
  const element = await page.getByRole('dialog').locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  await frame?.waitForFunction(() => 'connection' in window);
  const verdict = frame?.evaluate(() =>
    window.connection.then(
      () => 'connected',
      (failure: { code: string }) => failure.code,
    ),
  );
  await page.waitForSelector('iframe[sandbox]', { state: 'attached' });
  await page.clock.runFor(11_000);
  expect(await verdict).toBe('SILENT');
});

test('a frame under a wrong name is told apart from a portal', async () => {
  const page = await stage.newPage();
  const { apps } = await stage.control<{ apps: Array<{ url: string }> }>('state');
  await page.setContent(`<iframe name="nobody" src="${apps[0]?.url}"></iframe>`);
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  await frame?.waitForFunction(() => 'connection' in window);
  const code = await frame?.evaluate(() =>
    window.connection.catch((failure: { code: string }) => failure.code),
  );
  expect(code).toBe('OUTSIDE');
});
