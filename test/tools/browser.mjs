// Finds, and where the machine lets it installs, the Chromium that component and end-to-end tests run in.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags every test browser gets: quiet on the network, able to run as root in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of an installed Chromium, Chrome or Edge; undefined when there is none.
 * `CHROMIUM_PATH` names one by hand.
 * @returns {string | undefined}
 * @throws {Error} when `CHROMIUM_PATH` leads nowhere: another browser would not be what was asked for
 */
export function findBrowser() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !existsSync(chosen)) {
    throw new Error(`CHROMIUM_PATH leads nowhere: there is no ${chosen}. Correct it, or unset it.`);
  }
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places, playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
}

function playwrightsOwn() {
  try {
    /** @type {typeof import('playwright')} */
    const playwright = createRequire(import.meta.url)('playwright');
    return playwright.chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Finds a browser or installs one: Debian's package when root, else Playwright's own download.
 * @returns {string} its path
 * @throws {Error} that says what to do, when no browser is to be had
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!findBrowser()) run('npx', ['playwright', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'No browser for the component and end-to-end tests. Install Chromium, Google Chrome or Microsoft Edge ' +
      '(Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to one, and run npm test again.',
  );
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, parameters) {
  console.log(`> ${command} ${parameters.join(' ')}`);
  spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
}
