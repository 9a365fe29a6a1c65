/** Which failures say nothing of the next try. */
import { PortalError } from '../portal/errors.ts';

const passing: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'limit']);

/** No definite "no": it is worth asking again when there is a reason to. */
export function isPassing(failure: unknown): boolean {
  return failure instanceof PortalError && passing.has(failure.kind);
}
