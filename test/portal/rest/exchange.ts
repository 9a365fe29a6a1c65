/** One HTTP request under `/rest/` on its way through the portal. */
import type { Caller, WebhookPath } from '../auth/authorize.ts';
import type { PortalContext } from '../context.ts';
import type { RequestEntry } from '../control/requestLog.ts';
import type { ParsedBody } from '../http/params.ts';
import type { World } from '../world/types.ts';
import type { Call, Params } from './call.ts';
import { webhookAddress } from './path.ts';
import type { Registry } from './registry.ts';

export interface Exchange {
  context: PortalContext;
  registry: Registry;
  /** as it was on arrival: what comes late after a reset writes into the world it was meant for */
  world: World;
  version: 'v2' | 'v3';
  method: string;
  webhook: WebhookPath | null;
  token: string | null;
  query: Params;
  body: ParsedBody;
  origin: string;
  /** ms since 1970 */
  startedAt: number;
  /** the line in the request log; the routers fill in who called and what ran */
  entry: RequestEntry;
  /** jobs for after the answer */
  jobs: Array<() => void>;
  /** whose run time this request counts to; null until a method runs */
  operatingPair: string | null;
  /** handlers wait for it, everything before them does not; null = none waits */
  held: Promise<void> | null;
}

/** What goes back, before faults have their turn. */
export interface Reply {
  status: number;
  body: unknown;
}

/** What a method sees of this request. */
export function callOf(exchange: Exchange, caller: Caller, params: Params): Call {
  return {
    world: exchange.world,
    user: caller.user,
    app: caller.app,
    scopes: caller.scopes,
    params,
    files: exchange.body.files,
    origin: exchange.origin,
    afterAnswer: (job) => void exchange.jobs.push(job),
    addressOf: (method, query) => addressOf(exchange, method, query),
  };
}

/** As PB source key M has it (`rest_util.php` `getSpecialUrl`). */
function addressOf(
  { webhook, token, origin }: Exchange,
  method: string,
  query: Record<string, string>,
): string {
  if (webhook) return `${webhookAddress(origin, webhook)}${method}?${new URLSearchParams(query).toString()}`;
  const whole = new URLSearchParams({ auth: token ?? '', ...query });
  return `${origin}/rest/${method}.json?${whole.toString()}`;
}

/** Names a method that is not imitated, loudly: a test that relies on it would test nothing. */
export function reportUnknown({ context, version }: Exchange, method: string): void {
  context.log(
    `*** UNKNOWN METHOD ${JSON.stringify(method)} (${version}): the local portal does not imitate it`,
  );
}

/** A handler that throws anything but a REST error is a fault of the portal itself. */
export function reportCrash({ context, version }: Exchange, method: string, failure: unknown): void {
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  context.log(`*** ${method} (${version}) FAILED INSIDE THE LOCAL PORTAL: ${text}`);
}
