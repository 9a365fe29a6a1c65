/** How reads are repeated: seldom, and never where the portal gave a verdict. */
import { QueryClient } from '@tanstack/react-query';
import { PortalError } from '../portal/errors.ts';

const repeats = 2;
/** ms; the portal's bucket empties by two requests a second (RF 8.3) */
const limitPause = 8_000;

/** One for the page. Repeats only what got no verdict: PortalErrors of kind unreachable, unclear, malformed and limit. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Our own errors tell "offline" from "the portal does not answer"; a paused query would tell nothing.
        networkMode: 'always',
        retry: (failures, error) => failures < repeats && isWorthRepeating(error),
        retryDelay: (failures, error) => (isLimit(error) ? limitPause : 1_000 * 2 ** failures),
        // Not 'always': whoever leafs through their tabs would ask at every turn.
        refetchOnWindowFocus: true,
        refetchOnReconnect: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function isWorthRepeating(error: Error): boolean {
  return (
    error instanceof PortalError && ['unreachable', 'unclear', 'malformed', 'limit'].includes(error.kind)
  );
}

function isLimit(error: Error): boolean {
  return error instanceof PortalError && error.kind === 'limit';
}
