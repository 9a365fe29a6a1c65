/** Reads the newest messages of a dialog until they meet what is known. */
import { pageSize } from '../portal/methods/dialogs.ts';
import type { DialogSource } from './dialogSource.ts';
import { emptyTimeline, leavesGap, mergePage, type Timeline } from './timeline.ts';

/** Pages to read back when the newest one does not meet what is known; beyond that it starts anew. */
const gapPages = 5;

/**
 * @param known what is known by now: it may change while pages are on their way
 * @returns all of it, up to the newest message. Rejects with a PortalError.
 */
export async function readNewest(source: DialogSource, known: () => Timeline): Promise<Timeline> {
  const before = known();
  const pages = [await source.newest()];
  for (
    let page = pages[0];
    page && leavesGap(before, page, pageSize) && pages.length < gapPages;
    page = pages[0]
  ) {
    pages.unshift(await source.before(page.messages[0]?.id ?? 0));
  }
  // Where nothing more can be read before it meets what is known, it starts anew as well.
  const oldest = pages.find(({ messages }) => messages.length > 0);
  const base = oldest && leavesGap(known(), oldest, pageSize) ? emptyTimeline : known();
  return pages.reduce(
    (timeline, page) => mergePage(timeline, page, { pageSize, isNewest: page === pages.at(-1) }),
    base,
  );
}
