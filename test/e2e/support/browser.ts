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
