/** Before each file: all share a page, and what one has left on it is nothing the next one should meet. */
import { configure } from '@testing-library/react';
import { beforeAll } from 'vitest';
import { page } from 'vitest/browser';

// A busy machine is no failure: what comes by and by is waited for longer than a second.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  // Vitest's own.
  await page.viewport(414, 896);
  // The browser notes 250 requests, and no more.
  performance.clearResourceTimings();
  // A menu gives its portal an id that is no selector, and that portal is the body.
  document.body.removeAttribute('id');
});
