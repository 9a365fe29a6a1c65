/** What may be kept and shown of an error, and what it says about an attempt. */
import type { Problem } from '../delivery/item.ts';
import type { Outcome, Reading, Trace } from '../delivery/policy.ts';
import { PortalError } from '../portal/errors.ts';
import { hiddenCode } from '../portal/tokens.ts';

/** Nothing of the request: it held the token. */
export function problemOf(failure: unknown): Problem {
  if (!(failure instanceof PortalError)) return { kind: 'unclear', code: 'UNEXPECTED', portalText: '' };
  const { kind, code, portalText, scope, fields } = failure;
  const words = [portalText, ...fields.map(({ message }) => message)].filter(Boolean).join(' ');
  return { kind, code, portalText: words, ...(scope === undefined ? {} : { scope }) };
}

/** How an attempt that failed has ended. */
export function outcomeOf(
  failure: unknown,
): Extract<Outcome, { kind: 'refused' | 'later' | 'notHere' | 'unclear' }> {
  const problem = problemOf(failure);
  const isWritten = failure instanceof PortalError && failure.executed === 'no' ? 'no' : 'unknown';
  if (isWritten === 'unknown') return { kind: 'unclear', problem };
  // A hidden page asks for no new token (PB 5.3): nobody has said no.
  if (problem.code === hiddenCode) return { kind: 'notHere', problem };
  return { kind: problem.kind === 'limit' ? 'later' : 'refused', problem };
}

/** What a reading that failed says. */
export function readingOf(failure: unknown): Extract<Reading, string> {
  const kind = failure instanceof PortalError ? failure.kind : 'unclear';
  return kind === 'denied' || kind === 'unreachable' ? kind : 'failed';
}

/** @param read rejects with a PortalError */
export async function reading<T extends Trace>(read: () => Promise<Reading<T>>): Promise<Reading<T>> {
  try {
    return await read();
  } catch (failure) {
    return readingOf(failure);
  }
}

/**
 * Removes an extra copy. An answer that was lost is asked for again; the method's own "no" then says that it is gone.
 * @returns 'unclear': it may be there still, try again later
 */
export async function takingBack(remove: () => Promise<void>): Promise<'gone' | 'stays' | 'unclear'> {
  let otherwise: 'stays' | 'gone' = 'stays';
  for (let tries = 1; tries <= 2; tries += 1) {
    try {
      await remove();
      return 'gone';
    } catch (failure) {
      const outcome = outcomeOf(failure);
      const { kind } = outcome.problem;
      if (outcome.kind === 'refused' && (kind === 'refused' || kind === 'denied')) return otherwise;
      // Any other "no" did not get as far as the method, and says nothing of the copy.
      if (outcome.kind === 'unclear') otherwise = 'gone';
    }
  }
  return 'unclear';
}
