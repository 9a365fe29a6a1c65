/** Builds the app as it ships, with the harness beside it, and serves it once for all end-to-end tests. */
import type { TestProject } from 'vitest/node';
import { servePages } from '../../tools/servePages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://127.0.0.1:41234` */
    appOrigin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, close } = await servePages('.chat-desk-e2e', [
    ['index.html', 'install.html'],
    ['test/e2e/harness/index.html'],
  ]);
  project.provide('appOrigin', origin);
  return close;
}
