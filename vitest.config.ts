import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findBrowser } from './test/tools/browser.mjs';

const browser = findBrowser();

// Two of Node's and two pages of the browser's: together they fill two cores, and more of them only hold each other up.
const maxWorkers = 2;

export default defineConfig({
  test: {
    tags: [
      {
        name: 'race',
        description:
          'About what happens at the same time: what fails once in ten times must not pass the second time.',
        retry: 0,
        // So that a busy machine is no failure either.
        timeout: 60_000,
      },
    ],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          // A busy machine is no failure.
          testTimeout: 20_000,
          // Files of a worker share what they import; none of it remembers a test.
          isolate: false,
          maxWorkers,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: {
          // Found late, these would reload the page in the middle of a test.
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            '@testing-library/react',
            'axe-core',
            '@ariakit/react/menu',
            '@bitrix24/b24jssdk',
            '@tanstack/react-query',
            'idb',
            'valibot',
            'fast-check',
          ],
        },
        test: {
          name: 'component',
          include: ['test/component/**/*.test.{ts,tsx}'],
          globalSetup: ['test/tools/componentServers.ts'],
          setupFiles: ['test/component/setup.ts'],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          retry: 1,
          // Files share a page and what they import; each test takes away what it has rendered.
          isolate: false,
          // Pages side by side: many of these tests wait for a reading that comes every four seconds.
          maxWorkers,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(browser ? { executablePath: browser } : {}), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/support/globalSetup.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A browser on a busy machine now and then takes longer than a test waits; a fault fails twice.
          retry: 1,
          expect: { poll: { timeout: 10_000, interval: 100 } },
          // Files of a worker share a Chromium and what they import.
          isolate: false,
          maxWorkers,
        },
      },
    ],
  },
});
