/** A tiny ZIP application of the test's own: both pages do nothing by themselves and keep what they hear. */
import { strToU8, zipSync } from 'fflate';
import { handlerPage } from './handlerSite.ts';

/** @param heading what a person sees in either page */
export function makeZipApp(heading: string, { hasInstaller = true } = {}): Buffer {
  const pageWith = (title: string) => strToU8(handlerPage.replace('<h1>Handler</h1>', `<h1>${title}</h1>`));
  return Buffer.from(
    zipSync({
      'index.html': pageWith(heading),
      ...(hasInstaller ? { 'install.html': pageWith(`${heading} installer`) } : {}),
    }),
  );
}
