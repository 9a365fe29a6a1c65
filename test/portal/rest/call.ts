/** What a REST method sees of its call, and what it may answer. Shared by the routers and all method families. */
import type { UploadedFile } from '../http/params.ts';
import type { App, Switches, User, World } from '../world/types.ts';

/** Parsed parameters: query overlaid by body, PHP brackets already made nested (PB 1.3). */
export type Params = Record<string, unknown>;

export interface Call {
  world: World;
  user: User;
  /** null = called by webhook, which has no application context */
  app: App | null;
  /** scopes granted to the token or the webhook */
  scopes: readonly string[];
  params: Params;
  /** of a multipart form, by the name of the field */
  files: ReadonlyMap<string, UploadedFile>;
  /** `http://localhost:8324` as the caller addressed it; for absolute addresses in answers */
  origin: string;
  /** Runs a job after the answer has left, as the portal's background jobs do (PB 4.1, phase 1 of `TEMPLATE_ID`). */
  afterAnswer(job: () => void): void;
  /** The address of a classic method for this very caller, with the webhook or the token in it. */
  addressOf(method: string, query: Readonly<Record<string, string>>): string;
}

/** A v2 answer whose `next` and `total` stand beside `result` (PB 1.4). */
export class Paged {
  readonly result: unknown;
  readonly total: number | undefined;
  readonly next: number | undefined;

  constructor(result: unknown, page: { total?: number | undefined; next?: number | undefined }) {
    this.result = result;
    this.total = page.total;
    this.next = page.next;
  }
}

/** A v3 answer that is sent as it is, without `result` and `time` (RF 1.2: `rest.documentation.openapi`). */
export class Raw {
  readonly body: unknown;

  constructor(body: unknown) {
    this.body = body;
  }
}

/** One method under `/rest/`. It returns what stands in `result`, or throws a `V2Error`. */
export interface V2Method {
  /** as documented, for example `im.dialog.messages.get`; matched lower-cased first, then as written (PB 1.1) */
  name: string;
  /** one of these scopes must be granted; empty = `basic`, always granted */
  scopes: readonly string[];
  /** refuses webhooks with 403 `WRONG_AUTH_TYPE` */
  needsApp?: boolean;
  /** false: this portal lacks it, and says what it says of any unknown name; left out = always there */
  isThere?(switches: Switches): boolean;
  handle(call: Call): unknown;
}

/** One method under `/rest/api/`. It returns what stands in `result`, or throws a `V3Error`. */
export interface V3Method {
  /** lower case, matched exactly (PB 1.1) */
  name: string;
  /** a granted scope must be a prefix of the name (PB 1.6); this is the shortest such prefix, null = `basic` */
  scope: string | null;
  /** a body, where there is one, must be a JSON object or list (PB 1.6) */
  needsJson: boolean;
  handle(call: Call): unknown;
}
