/** The browser of the tests: the one that is asked for, or a word on why not. */
import { afterEach, expect, test, vi } from 'vitest';
import { ensureBrowser, findBrowser } from '../../tools/browser.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('CHROMIUM_PATH is taken as it is', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(findBrowser()).toBe(process.execPath);
  expect(ensureBrowser()).toBe(process.execPath);
});

test('a CHROMIUM_PATH that leads nowhere is told at once, and nothing else is looked for or installed', () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  // A machine without any package manager: an installation would be tried in vain and say something else.
  vi.stubEnv('PATH', '');
  expect(findBrowser).toThrow('CHROMIUM_PATH leads nowhere: there is no /nowhere/chromium');
  expect(ensureBrowser).toThrow('CHROMIUM_PATH leads nowhere: there is no /nowhere/chromium');
});
