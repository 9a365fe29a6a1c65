/** What is wrong with a frame for people who read it by ear, or on a narrow screen. */
import axe from 'axe-core';
import type { Frame } from 'playwright';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds; empty when all is well. */
export async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.addScriptTag({ content: axe.source });
  return frame.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** Pixels that are cut off at the side. */
export async function overflowOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
