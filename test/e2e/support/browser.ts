/** Chromium as people have it, launched for end-to-end tests. */
import { chromium, type Browser } from 'playwright';
import { chromiumArguments, findBrowser } from '../../tools/browser.mjs';

/**
 * Playwright switches storage partitioning off, and then a cross-site frame has no storage at all (BF 1C). Its list
 * of disabled features without that one; the last `--disable-features` replaces it.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // A process started for a page that may come, and with each context anew: a sixth of the time a page takes.
  'SpareRendererForSitePerProcess',
];

export interface LaunchOptions {
  /** 'refused': the frame's storage throws, as in browsers that block third-party data */
  storage?: 'kept' | 'refused';
  /** a host name that shall mean this machine; over http it is no secure context (BF 6) */
  host?: string;
}

export async function launch({ storage = 'kept', host }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium. `npm test` installs one, or set CHROMIUM_PATH.');
  const args = [...chromiumArguments];
  if (storage === 'kept') args.push(`--disable-features=${disabledFeatures.join(',')}`);
  if (host) args.push(`--host-resolver-rules=MAP ${host} 127.0.0.1`);
  return chromium.launch({ executablePath, args });
}

const shared = new Map<string, Promise<Browser>>();

/**
 * The worker's browser of that kind, for all test files it runs: starting one takes as long as a page. Whoever opens a
 * context closes it; the browser ends with the worker.
 */
export async function sharedBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const kind = `${options.storage ?? 'kept'} ${options.host ?? ''}`;
  const running = await shared.get(kind);
  if (running?.isConnected()) return running;
  const launched = launch(options);
  shared.set(kind, launched);
  return launched;
}
