/** The same text sends through the SDK's default call path, from several frames, under the same faults. */
import { createRandom } from '../../portal/faults/random.ts';
import { startPortal } from '../../portal/server.ts';
import { kinds } from './kinds.ts';
import type { Options } from './options.ts';
import { frameOf, inTime } from './pages.ts';
import type { Stand } from './stand.ts';
import { drawTexts } from './texts.ts';
import { startWeather, type Weather } from './weather.ts';

/** In the words of `count.ts`: where the SDK reports an error, the person was asked. */
export interface SdkResult {
  sends: number;
  /** said yes, and not held */
  lost: number;
  /** extra copies held; nobody takes them back */
  duplicated: number;
  /** said no, and held */
  stillUnclear: number;
  /** said no, and not held */
  askedNotExecuted: number;
  /** not tried when the time was over */
  unwritten: number;
  /** what the SDK said instead of yes -> how often */
  said: Map<string, number>;
  /** s */
  took: number;
}

/** Each has the SDK's own limiters: two requests a second after the first fifty. */
const instances = 8;
/** ms; the SDK tries three times, 30 s each, with pauses */
const sendLimit = 120_000;

/** @param until ms since 1970; nothing more is sent after that */
export async function runSdk(
  stand: Stand,
  { sdk, seed, faults, speed }: Options,
  until: number,
): Promise<SdkResult> {
  const began = Date.now();
  const kindSeed = seed * 16;
  const random = createRandom(kindSeed);
  const portal = await startPortal({
    port: 0,
    appUrl: `${stand.appOrigin}/test/bench/page/sdk.html`,
    log: () => {},
  });
  const context = await stand.browser.newContext({ viewport: { width: 900, height: 600 } });
  let weather: Weather | undefined;
  try {
    const lanes = Array.from({ length: instances }, (_, number) => {
      const lane = kinds.taskChat.addLane(portal.context, number);
      const share = Math.floor(sdk / instances) + (number < sdk % instances ? 1 : 0);
      return { lane, texts: drawTexts(random, share, lane.lane) };
    });
    const frames = await Promise.all(
      lanes.map(async () => {
        const page = await context.newPage();
        await page.goto(`${portal.origin}/marketplace/app/1/`);
        const frame = await frameOf(page, 'sdk');
        await frame.evaluate(() => window.sdk.connect());
        return frame;
      }),
    );
    weather = startWeather(portal, kinds.taskChat.faults, {
      share: faults,
      speed,
      seed: kindSeed,
      // The SDK does not renew one in REST 3.0: the first that expires would end all that follows.
      tokens: false,
    });
    const answers = await Promise.all(
      lanes.map(async ({ lane, texts }, index) => {
        const ofLane: Array<{ text: string; said: string }> = [];
        for (const text of texts) {
          if (Date.now() > until) break;
          const taskId = Number(lane.write(text).target['taskId']);
          const send = frames[index]?.evaluate(([id, typed]) => window.sdk.send(id, typed), [
            taskId,
            text,
          ] as const);
          ofLane.push({ text, said: (await inTime(send ?? null, sendLimit)) ?? 'no answer' });
        }
        return ofLane;
      }),
    );
    weather.clear();
    // What commits late.
    await new Promise((resolve) => setTimeout(resolve, 60_000 / speed));
    const result = { sends: 0, lost: 0, duplicated: 0, stillUnclear: 0, askedNotExecuted: 0 };
    const said = new Map<string, number>();
    for (const [index, { lane }] of lanes.entries()) {
      const ofLane = answers[index] ?? [];
      for (const { said: words } of ofLane) if (words !== '') said.set(words, (said.get(words) ?? 0) + 1);
      for (const text of new Set(ofLane.map((answer) => answer.text))) {
        const same = ofLane.filter((answer) => answer.text === text);
        const yes = same.filter((answer) => answer.said === '').length;
        const held = lane.made(text).length;
        const heldUnsaid = Math.max(0, Math.min(held, same.length) - yes);
        result.sends += same.length;
        result.lost += Math.max(0, yes - held);
        result.duplicated += Math.max(0, held - same.length);
        result.stillUnclear += heldUnsaid;
        result.askedNotExecuted += same.length - yes - heldUnsaid;
      }
    }
    return { ...result, unwritten: sdk - result.sends, said, took: (Date.now() - began) / 1_000 };
  } finally {
    weather?.clear();
    await context.close();
    await portal.close();
  }
}
