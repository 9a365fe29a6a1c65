/** Addresses under `/rest/` (PB 1.1). */
import type { WebhookPath } from '../auth/authorize.ts';

export interface RestPath {
  version: 'v2' | 'v3';
  /** as written, v2 without `.json` or `.xml` */
  method: string;
  webhook: WebhookPath | null;
}

const shape = /^\/rest\/(api\/)?(?:(\d+)\/([^/]+)\/)?([^/]*)\/?$/;

/** `http://localhost:8324/rest/1/secret/`: what a client is set up with; the name of a method follows. */
export function webhookAddress(origin: string, { userId, secret }: WebhookPath): string {
  return `${origin}/rest/${userId}/${secret}/`;
}

/** null = not below `/rest/`, or no address of a method. */
export function parseRestPath(pathname: string): RestPath | null {
  const match = shape.exec(pathname);
  if (!match) return null;
  const [, api, userId, secret, name = ''] = match;
  const version = api === undefined ? 'v2' : 'v3';
  return {
    version,
    method: version === 'v2' ? name.replace(/\.(json|xml)$/i, '') : name,
    webhook: userId !== undefined && secret !== undefined ? { userId: Number(userId), secret } : null,
  };
}
