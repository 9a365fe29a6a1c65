/** A lane's turn as a Web Lock: the browser gives it back when the page is gone, however it went. */
import { nameOf, type Owner } from './owner.ts';
import type { Turns } from './turns.ts';

/**
 * As `Turns.take`.
 * @returns false where the browser has no locks for this page, and `work` was not called: no secure context, or
 *   storage is refused (`SecurityError`)
 */
export async function takeLock(
  owner: Owner,
  ...[lane, work, signal]: Parameters<Turns['take']>
): Promise<boolean> {
  // Missing in no secure context, whatever the types say (BF 6).
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return false;
  const lost = new AbortController();
  let working: Promise<void> | undefined;
  try {
    await locks.request(nameOf(owner, lane), { signal }, () => {
      // Whatever it throws is its own, and no refusal of the browser.
      working = Promise.resolve({ number: null, signal: lost.signal }).then(work);
      return working;
    });
  } catch {
    if (!working) return signal.aborted;
    // Either `work` has failed, or the lock was taken from us while it was on.
    lost.abort();
    await working;
  }
  return true;
}
