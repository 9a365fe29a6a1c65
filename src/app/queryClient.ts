/** How reads are repeated: seldom, and never where the portal gave a verdict. */
import { QueryClient } from '@tanstack/react-query';
import { PortalError } from '../portal/errors.ts';

const repeats = 2;

/** One for the page. Repeats only what got no verdict: PortalErrors of kind unreachable, unclear and malformed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Our own errors tell "offline" from "the portal does not answer"; a paused query would tell nothing.
        networkMode: 'always',
        retry: (failures, error) => failures < repeats && isWorthRepeating(error),
        refetchOnWindowFocus: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function isWorthRepeating(error: Error): boolean {
  return error instanceof PortalError && ['unreachable', 'unclear', 'malformed'].includes(error.kind);
}
