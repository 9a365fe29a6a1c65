/** Time limits of calls, at the speed of delivery's clock. */
import type { Portal } from '../../../src/portal/connect.ts';

/** ms; what one call may take by default, see rest.ts and restApi.ts */
export const callLimit = 10_000;

/** The limits of single calls are ours, so they run with our clock; that of classic REST is set at its client. */
export function withLimits(real: Portal, speed: number): Portal {
  const scaled = ({ timeLimit = callLimit }: { timeLimit?: number } = {}) => timeLimit / speed;
  return {
    ...real,
    restApi: (method, parameters, options) =>
      real.restApi(method, parameters, { ...options, timeLimit: scaled(options) }),
    upload: (command, options) => real.upload(command, { ...options, timeLimit: scaled(options) }),
  };
}
