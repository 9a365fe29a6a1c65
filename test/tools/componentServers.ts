/** Starts what the component tests talk to over the network, before the first of them and for all of them. */
import type { TestProject } from 'vitest/node';
import type { PortalTokens } from '../component/provided.ts';
import { issueToken } from '../portal/auth/tokens.ts';
import { startPortal } from '../portal/server.ts';
import { appCode } from '../portal/world/seed/app.ts';
import type { World } from '../portal/world/types.ts';
import { startPortals } from './portals.ts';
import { startWildServer } from './wild/server.ts';

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const wild = await startWildServer();
  const portals = await startPortals();
  const portal = await startPortal({
    port: 0,
    appUrl: 'http://127.0.0.1:5173/index.html',
    log: () => undefined,
  });
  project.provide('wildOrigin', wild.origin);
  project.provide('portalsOrigin', portals.origin);
  project.provide('portalOrigin', portal.origin);
  project.provide('portalTokens', issueTokens(portal.context.world));
  return async () => {
    await Promise.all([wild.close(), portal.close(), portals.close()]);
  };
}

function issueTokens(world: World): PortalTokens {
  const app = world.apps.get(appCode);
  if (!app) throw new Error('The local portal starts without the app');
  const narrowCode = 'local.narrow';
  world.apps.set(narrowCode, { ...app, code: narrowCode, clientId: narrowCode, scopes: ['task', 'im'] });
  const expired = issueToken(world, { userId: 2, appCode });
  expired.expiresAt = 0;
  return {
    admin: issueToken(world, { userId: 1, appCode }).access,
    member: issueToken(world, { userId: 2, appCode }).access,
    operator: issueToken(world, { userId: 7, appCode }).access,
    withoutTasks: issueToken(world, { userId: 2, appCode: narrowCode }).access,
    expired: expired.access,
  };
}
