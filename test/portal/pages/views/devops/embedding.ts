/** Addresses of pages that a slider of the portal shows. */
import type { Visit } from '../../visit.ts';

/** Keeps the next page without the portal's head where this one is. */
export function embedding({ embedded }: Visit): string {
  return embedded ? '?IFRAME=Y' : '';
}
