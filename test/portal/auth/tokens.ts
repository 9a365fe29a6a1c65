/** Access and refresh tokens (RF 8.1): an access token lives 3600 s, a refresh token 180 days, longer than this portal. */
import { randomBytes } from 'node:crypto';
import type { Token, World } from '../world/types.ts';

/** seconds; `AUTH_EXPIRES` and `expires_in` */
export const tokenLifetime = 3600;

/** Makes a token pair for a person in an application. */
export function issueToken(world: World, { userId, appCode }: { userId: number; appCode: string }): Token {
  const token: Token = {
    access: randomBytes(35).toString('hex'),
    refresh: randomBytes(35).toString('hex'),
    userId,
    appCode,
    expiresAt: Date.now() + tokenLifetime * 1000,
  };
  world.tokens.push(token);
  return token;
}

/** A new pair for a refresh token; null when it is unknown. The old pair lives on: no source says that it ends. */
export function refreshToken(world: World, refresh: string): Token | null {
  const old = world.tokens.find((token) => token.refresh === refresh);
  return old ? issueToken(world, old) : null;
}

/** All access tokens expire now; refresh tokens stay good. */
export function expireTokens(world: World): void {
  for (const token of world.tokens) token.expiresAt = 0;
}
