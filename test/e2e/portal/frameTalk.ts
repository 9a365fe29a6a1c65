/** Speaks to the parent window from inside a frame, with raw messages (PB 5.3). */
import type { Frame, Page } from 'playwright';

/** What one message brought back. */
export interface Answer {
  origin: string;
  /** the text behind `callback:` */
  text: string;
  /** undefined when the text is empty */
  value: unknown;
}

declare global {
  interface Window {
    /** what `handlerPage` keeps */
    heard: Array<{ origin: string; data: string }>;
  }
}

let count = 0;

/** The frame of the application, once its page is there. `index` counts from the first opened one. */
export async function appFrame(page: Page, index = 0): Promise<Frame> {
  const element = await page.locator('iframe.app-frame:not(.app-loading)').nth(index).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('No frame of an application');
  return frame;
}

/** host, protocol and APP_SID out of the frame's name (PB 5.1). */
export async function frameName(frame: Frame): Promise<{ host: string; protocol: string; appSid: string }> {
  const [host = '', protocol = '', appSid = ''] = (await frame.evaluate(() => window.name)).split('|');
  return { host, protocol, appSid };
}

/** Posts whatever it is given to the parent window. */
export async function post(frame: Frame, message: unknown): Promise<void> {
  await frame.evaluate((data) => window.parent.postMessage(data, '*'), message);
}

/** Posts `command:PAYLOAD:callback:APP_SID`, without the payload when there are no params. Returns the callback. */
export async function command(frame: Frame, name: string, params?: unknown): Promise<string> {
  const { appSid } = await frameName(frame);
  count += 1;
  const callback = `callback${count}`;
  const payload = params === undefined ? [] : [JSON.stringify(params)];
  await post(frame, [name, ...payload, callback, appSid].join(':'));
  return callback;
}

/** Waits for the answer under this callback. */
export async function answerTo(frame: Frame, callback: string): Promise<Answer> {
  const handle = await frame.waitForFunction(
    (key) => window.heard.find(({ data }) => typeof data === 'string' && data.startsWith(`${key}:`)),
    callback,
  );
  const found = await handle.jsonValue();
  const text = found?.data.slice(callback.length + 1) ?? '';
  return {
    origin: found?.origin ?? '',
    text,
    value: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

/** Sends a command and waits for its answer. */
export async function ask(frame: Frame, name: string, params?: unknown): Promise<unknown> {
  return (await answerTo(frame, await command(frame, name, params))).value;
}

/** Everything the frame has heard so far under this callback. */
export async function heardUnder(frame: Frame, callback: string): Promise<string[]> {
  return frame.evaluate(
    (key) => window.heard.map(({ data }) => data).filter((data) => data.startsWith(`${key}:`)),
    callback,
  );
}

/**
 * Whether a callback stayed without an answer. Commands are heard in their order, so what is asked afterwards and
 * answered stands for "long enough": no clock is needed.
 */
export async function staysSilent(frame: Frame, callback: string): Promise<boolean> {
  await ask(frame, 'getInterface');
  return (await heardUnder(frame, callback)).length === 0;
}
