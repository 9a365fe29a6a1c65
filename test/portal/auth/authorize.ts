/** Who is calling, and with which scopes (PB 1.3). */
import type { IncomingMessage } from 'node:http';
import type { Params } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import type { App, User, World } from '../world/types.ts';
import { onOffer, requireScope } from './scopes.ts';

export interface Caller {
  user: User;
  /** null = webhook */
  app: App | null;
  scopes: readonly string[];
  /** whose run time is counted together */
  key: string;
}

export interface WebhookPath {
  userId: number;
  secret: string;
}

/**
 * Recognises the caller by webhook path or token; v3 answers every failure in its own way.
 * @param wanted scopes of a classic method, one of which is needed; those of v3 are asked for later (PB 1.6)
 * @throws V2Error 401 with the codes of PB 1.3 and in their order, 403 `insufficient_scope` among them
 */
export function authorize(
  world: World,
  webhook: WebhookPath | null,
  token: string | null,
  wanted: readonly string[] = [],
): Caller {
  return webhook ? byWebhook(world, webhook, wanted) : byToken(world, token, wanted);
}

/** Header first, then `auth`, then `access_token`, from query or body alike (PB 1.3). */
export function tokenOf(request: IncomingMessage, params: Params): string | null {
  const bearer = /^Bearer\s+(\S+)/i.exec(request.headers.authorization ?? '')?.[1];
  const candidates: unknown[] = [bearer, params.auth, params.access_token];
  return candidates.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}

function byWebhook(world: World, { userId, secret }: WebhookPath, wanted: readonly string[]): Caller {
  const webhook = world.webhooks.find((entry) => entry.userId === userId && entry.secret === secret);
  const user = webhook && world.users.get(webhook.userId);
  if (!webhook || !user) throw new V2Error('INVALID_CREDENTIALS', 'Invalid request credentials', 401);
  const scopes = onOffer(world, webhook.scopes);
  requireScope(scopes, wanted);
  return { user, app: null, scopes, key: `webhook ${userId}` };
}

function byToken(world: World, access: string | null, wanted: readonly string[]): Caller {
  if (access === null) throw new V2Error('NO_AUTH_FOUND', 'Wrong authorization data', 401);
  const token = world.tokens.find((entry) => entry.access === access);
  if (!token) throw new V2Error('invalid_token', 'Unable to get application by token', 401);
  const app = world.apps.get(token.appCode);
  if (!app) throw new V2Error('APPLICATION_NOT_FOUND', 'Application not found', 401);
  if (token.expiresAt <= Date.now()) {
    throw new V2Error('expired_token', 'The access token provided has expired', 401);
  }
  const scopes = onOffer(world, app.scopes);
  requireScope(scopes, wanted);
  const user = world.users.get(token.userId);
  if (!user?.isActive) throw new V2Error('authorization_error', 'Unable to authorize user', 401);
  return { user, app, scopes, key: app.clientId };
}
