/** Whom the app believes in the handshake, and what it says of an answer that is of no use; in every kind of frame. */
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHandlerSite, type HandlerSite } from '../portal/handlerSite.ts';
import { appFrame, type Stage } from '../support/stage.ts';

declare global {
  interface Window {
    /** every message that reached a frame, in the order of its coming */
    messagesHeard: Array<{ origin: string; data: unknown }>;
  }
}

interface Opening {
  page: Page;
  frame: Frame;
  /** how the connection ends: 'connected' or the code of its failure */
  verdict: Promise<string>;
  /** key under which the frame waits for the answer to `getInitData` */
  callback: string;
}

/** The harness in a portal's page that keeps silent, once it has asked. */
async function openUnanswered(stage: Stage): Promise<Opening> {
  const page = await stage.newPage();
  await stage.control('faults', [{ method: 'getInitData', fault: 'mute-parent' }]);
  await page.addInitScript(() => {
    window.messagesHeard = [];
    window.addEventListener('message', ({ origin, data }) => window.messagesHeard.push({ origin, data }));
  });
  await page.clock.install();
  await stage.openTask(page);
  const frame = await appFrame(page);
  await frame.waitForFunction(() => 'connection' in window);
  const verdict = frame.evaluate(() =>
    window.connection.then(
      () => 'connected',
      (failure: { code: string }) => failure.code,
    ),
  );
  const asked = await page.waitForFunction(
    () => window.messagesHeard.find(({ data }) => String(data).startsWith('getInitData'))?.data,
  );
  const callback = String(await asked.jsonValue())
    .split(':')
    .at(-2);
  return { page, frame, verdict, callback: callback ?? '' };
}

/** A page of another origin beside the app says it to every frame around. */
async function sayAsStranger({ page }: Opening, site: HandlerSite, message: string): Promise<void> {
  await page.evaluate((address) => {
    const stranger = document.createElement('iframe');
    stranger.name = 'stranger';
    stranger.src = address;
    document.body.append(stranger);
  }, site.url);
  await expect.poll(() => page.frame('stranger')?.url()).toBe(site.url);
  await page.frame('stranger')?.evaluate((data) => {
    for (let index = 0; index < window.parent.length; index += 1) {
      window.parent[index]?.postMessage(data, '*');
    }
  }, message);
}

async function sayAsPortal({ page }: Opening, message: string): Promise<void> {
  await page
    .getByRole('dialog')
    .locator('iframe')
    .evaluate((element: HTMLIFrameElement, data) => element.contentWindow?.postMessage(data, '*'), message);
}

async function waitToBeHeard({ frame }: Opening, said: { origin: string; data: string }): Promise<void> {
  await expect.poll(() => frame.evaluate(() => window.messagesHeard)).toContainEqual(said);
}

function answer(stage: Stage, callback: string): string {
  const { host } = new URL(stage.portalOrigin);
  const data = { AUTH_ID: 'forged', AUTH_EXPIRES: '3600', DOMAIN: host, PROTOCOL: 0, PLACEMENT: 'DEFAULT' };
  return `${callback}:${JSON.stringify(data)}`;
}

export function describeHandshake(stage: Stage): void {
  describe('handshake', () => {
    let site: HandlerSite;
    beforeAll(async () => {
      site = await startHandlerSite();
    });
    afterAll(() => site.close());

    test('a complete answer from a page of another origin is heard and not believed', async () => {
      const opening = await openUnanswered(stage);
      const data = answer(stage, opening.callback);
      await sayAsStranger(opening, site, data);
      await waitToBeHeard(opening, { origin: new URL(site.url).origin, data });
      await opening.page.clock.runFor(11_000);
      expect(await opening.verdict).toBe('SILENT');
    });

    test("the same answer from the portal's page connects", async () => {
      const opening = await openUnanswered(stage);
      const data = answer(stage, opening.callback);
      await sayAsPortal(opening, data);
      await waitToBeHeard(opening, { origin: stage.portalOrigin, data });
      expect(await opening.verdict).toBe('connected');
    });

    test('a page that never answers is called silent', async () => {
      const { page, verdict } = await openUnanswered(stage);
      await page.clock.runFor(11_000);
      expect(await verdict).toBe('SILENT');
    });
  });
}

export function describeUselessAnswers(stage: Stage): void {
  describe('answers of no use', () => {
    test.each([
      ['without a token', '{}', 'NO_AUTH'],
      ['that is an empty list', '[]', 'NO_AUTH'],
      ['that breaks off', '{"AUTH_ID":"abc', 'BAD_PAYLOAD'],
      ['that says nothing', 'null', 'HANDSHAKE'],
    ])('an answer %s is told apart from silence', async (_what, payload, code) => {
      const opening = await openUnanswered(stage);
      await sayAsPortal(opening, `${opening.callback}:${payload}`);
      expect(await opening.verdict).toBe(code);
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
  });
}
