/** Everything that a request to the local portal can see and change. */
import type { RequestEntry } from './control/requestLog.ts';
import { FaultBook } from './faults/rules.ts';
import { Connections } from './http/connections.ts';
import { OperatingMeter } from './limits/operating.ts';
import { QueryBucket } from './limits/bucket.ts';
import type { World } from './world/types.ts';
import { createWorld, type WorldOptions } from './world/world.ts';

export interface PortalContext {
  /** replaced by `reset`: read it anew in every request */
  world: World;
  readonly faults: FaultBook;
  /** every REST request since the reset, oldest first */
  requests: RequestEntry[];
  readonly bucket: QueryBucket;
  readonly operating: OperatingMeter;
  /** ms since 1970 */
  readonly startedAt: number;
  /** what `reset` starts from */
  readonly defaults: WorldOptions;
  /** `http://localhost:8324`; known once the server listens */
  origin: string;
  /** https on the very port of http, as clients expect that turn the one address into the other (BF 1E) */
  readonly tls: TlsInfo;
  readonly connections: Connections;
  /** session of a browser -> who signed in there; elsewhere it is `switches.signedInUserId` */
  readonly signedIn: Map<string, number>;
  /** writes a line to the portal's own log */
  readonly log: (line: string) => void;
}

export interface TlsInfo {
  /** PEM text */
  certificate: string;
  /** the same in a file, for `NODE_EXTRA_CA_CERTS` */
  certificatePath: string;
}

export function createContext(
  defaults: WorldOptions,
  tls: TlsInfo,
  log: (line: string) => void,
): PortalContext {
  return {
    world: createWorld(defaults),
    faults: new FaultBook(),
    requests: [],
    bucket: new QueryBucket(),
    operating: new OperatingMeter(),
    startedAt: Date.now(),
    defaults,
    origin: '',
    tls,
    connections: new Connections(),
    signedIn: new Map(),
    log,
  };
}

/** Back to the seeded start: world, faults, request log and limits. What `options` leaves out is the default. */
export function reset(context: PortalContext, options: Partial<WorldOptions> = {}): void {
  context.world = createWorld({ ...context.defaults, ...options });
  context.faults.clear();
  context.requests = [];
  context.bucket.clear();
  context.operating.clear();
  context.signedIn.clear();
}
