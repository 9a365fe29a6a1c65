/** One error type for everything that can go wrong between the app and the portal: both envelopes, and silence. */

export const portalErrorKinds = [
  /** no valid token, and the portal's page gave no new one */
  'auth',
  /** the person may not do this */
  'denied',
  /** the application was not given a scope; `scope` names it */
  'scope',
  /** the portal found fault with the request; `fields` says where */
  'validation',
  'notFound',
  /** too many requests, or too much run time used up */
  'limit',
  /** any other definite no */
  'refused',
  /** no answer came: offline, dropped, or too slow */
  'unreachable',
  /** something answered, but not with a verdict: a gateway, a firewall, a server error */
  'unclear',
  /** a success whose content cannot be understood */
  'malformed',
  /** the page around the frame is missing, silent, or speaks nonsense */
  'host',
] as const;

export type PortalErrorKind = (typeof portalErrorKinds)[number];

export interface FieldError {
  message: string;
  /** dotted path such as `message.text`; the portal may leave it out (RF 1.3) */
  field?: string;
}

interface PortalErrorDetails {
  kind: PortalErrorKind;
  /** the portal's code, or one of ours: TIMEOUT, NETWORK, ABORTED, HTTP_502, EMPTY, NOT_JSON, EMPTY_ERROR … */
  code: string;
  /** the REST method, or the frame command */
  method: string;
  /** HTTP status, 0 when there was none */
  status?: number;
  /** what the portal itself said, in its own language; shown, never compared */
  portalText?: string;
  fields?: readonly FieldError[];
  scope?: string;
  /** 'no': nothing was written, a repeat is safe. Everything else is 'unknown' */
  executed?: 'no' | 'unknown';
}

/** Carries no token, no URL and no `cause`: transport errors hold the request with the token in it. */
export class PortalError extends Error {
  readonly kind: PortalErrorKind;
  readonly code: string;
  readonly method: string;
  readonly status: number;
  readonly portalText: string;
  readonly fields: readonly FieldError[];
  readonly scope: string | undefined;
  readonly executed: 'no' | 'unknown';

  constructor(details: PortalErrorDetails) {
    super(`${details.method}: ${details.code}`);
    this.name = 'PortalError';
    this.kind = details.kind;
    this.code = details.code;
    this.method = details.method;
    this.status = details.status ?? 0;
    this.portalText = details.portalText ?? '';
    this.fields = details.fields ?? [];
    this.scope = details.scope;
    this.executed = details.executed ?? 'unknown';
  }
}

/** Not for this person; whether it exists the portal does not say. */
export function isDenied(failure: unknown): boolean {
  return failure instanceof PortalError && failure.kind === 'denied';
}

/** What a method's file knows of its own errors: codes raised before anything is written. */
export type RefusedBefore = readonly string[];

/** What an error answer says, whichever envelope it came in (RF 1.3). */
export interface PortalFault {
  /** where it was said: the same method name may need another scope there (RF 2.1) */
  version: 'v2' | 'v3';
  code: string;
  text: string;
  fields: readonly FieldError[];
}

/**
 * Turns a portal's error answer into a PortalError.
 * Codes decide, never texts: those are translated and re-translated (RF 0).
 */
export function fromFault(
  method: string,
  status: number,
  fault: PortalFault,
  refusedBefore: RefusedBefore = [],
): PortalError {
  const code = fault.code === '' ? 'EMPTY_ERROR' : fault.code;
  const kind = kindOf(status, code);
  const before = raisedByRouter(status, code) || refusedBefore.includes(suffixOf(code));
  return new PortalError({
    kind,
    code,
    method,
    status,
    portalText: fault.text,
    fields: fault.fields,
    executed: before ? 'no' : 'unknown',
    ...(kind === 'scope' ? { scope: scopeOf(method, fault.version) } : {}),
  });
}

/** The part of a REST 3.0 code that says what happened; older releases use `…V3_EXCEPTIONS_` (PB 1.6). */
export function suffixOf(code: string): string {
  return code.replace(/^BITRIX_REST_V3_EXCEPTIONS?_/, '');
}

const kinds: ReadonlyMap<string, PortalErrorKind> = new Map(
  Object.entries<PortalErrorKind>({
    expired_token: 'auth',
    invalid_token: 'auth',
    NO_AUTH_FOUND: 'auth',
    authorization_error: 'auth',
    insufficient_scope: 'scope',
    INSUFFICIENTSCOPEEXCEPTION: 'scope',
    ACCESSDENIEDEXCEPTION: 'denied',
    ACCESS_DENIED: 'denied',
    ACCESS_ERROR: 'denied',
    user_access_error: 'denied',
    AccessException: 'denied',
    QUERY_LIMIT_EXCEEDED: 'limit',
    OPERATION_TIME_LIMIT: 'limit',
    OVERLOAD_LIMIT: 'limit',
    RATELIMITEXCEPTION: 'limit',
    VALIDATION_REQUESTVALIDATIONEXCEPTION: 'validation',
    VALIDATION_DTOVALIDATIONEXCEPTION: 'validation',
    VALIDATION_REQUESTFILTERVALIDATIONEXCEPTION: 'validation',
    ENTITYNOTFOUNDEXCEPTION: 'notFound',
    METHODNOTFOUNDEXCEPTION: 'notFound',
    ERROR_METHOD_NOT_FOUND: 'notFound',
    INTERNAL_INTERNALEXCEPTION: 'unclear',
    INTERNAL_SERVER_ERROR: 'unclear',
    ERROR_UNEXPECTED_ANSWER: 'unclear',
  }),
);

function kindOf(status: number, code: string): PortalErrorKind {
  // Any failed sign-in on /rest/api/ is a 401 that calls itself "access denied" (PB 1.6).
  if (status === 401 && suffixOf(code) === 'ACCESSDENIEDEXCEPTION') return 'auth';
  const known = kinds.get(suffixOf(code));
  if (known) return known;
  if (status === 401) return 'auth';
  // Without a code of the portal's it may be a firewall in between, which says nothing about this person's rights.
  if (code.startsWith('HTTP_') && status === 403) return 'unclear';
  if (status === 403) return 'denied';
  if (status === 429) return 'limit';
  if (status >= 500) return 'unclear';
  return 'refused';
}

/** Raised on the way to the method, before its code runs (the orders of PB 1.4 and 1.6). */
function raisedByRouter(status: number, code: string): boolean {
  return (
    status === 401 ||
    status === 429 ||
    [
      'QUERY_LIMIT_EXCEEDED',
      'INSUFFICIENTSCOPEEXCEPTION',
      'insufficient_scope',
      'METHODNOTFOUNDEXCEPTION',
      'ERROR_METHOD_NOT_FOUND',
      'INVALIDJSONEXCEPTION',
    ].includes(suffixOf(code))
  );
}

/** The scope that an administrator must add for a method (RF 2.1, 5.3, and the first word of all others). */
function scopeOf(method: string, version: PortalFault['version']): string {
  const family = method.split('.')[0] ?? method;
  if (family === 'tasks') return version === 'v3' ? 'tasks' : 'task';
  if (family === 'user') return 'user_brief';
  return family;
}
