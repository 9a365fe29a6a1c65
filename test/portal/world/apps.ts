/** Applications that come, change and go while the portal runs: ZIP uploads (RF 7.1, 7.2). */
import { randomBytes, randomInt } from 'node:crypto';
import { removePlacementRows } from './placements.ts';
import type { App, ArchiveFiles, World } from './types.ts';

export interface Upload {
  code: string;
  title: string;
  scopes: readonly string[];
  files: ArchiveFiles;
  /** where ZIP applications are served, `http://127.0.0.1:8324` */
  staticOrigin: string;
}

export const installer = 'install.html';

/**
 * Makes an application of an archive, or the next version of one that is there. Each version has its own folder, and
 * rows that were bound keep the address of the old one: the application has to bind anew. Options, tokens and old
 * folders stay. With an `install.html` it waits for `setInstallFinish`, without one it is installed (RF 7.2); whether
 * it waits again after an update is what the switch `zipUpdateKeepsInstalled` is about.
 */
export function uploadApp(world: World, { code, title, scopes, files, staticOrigin }: Upload): App {
  const known = world.apps.get(code);
  const version = (known?.version ?? 0) + 1;
  const path = `/static/${code}/${version}/`;
  const folder = staticOrigin + path;
  const hasInstaller = files.has(installer);
  const staysInstalled =
    world.switches.zipUpdateKeepsInstalled && known?.opensBy === 'static' && known.installed;
  const app: App = {
    ...(known ?? newApp(world, code)),
    title,
    scopes: [...scopes],
    url: `${folder}index.html`,
    installUrl: hasInstaller ? folder + installer : null,
    installed: !hasInstaller || staysInstalled,
    opensBy: 'static',
    version,
  };
  world.archives.set(path, files);
  world.apps.set(code, app);
  return app;
}

function newApp(world: World, code: string) {
  return {
    id: freeAppId(world),
    code,
    clientId: `local.${randomBytes(7).toString('hex')}.${randomInt(10_000_000, 100_000_000)}`,
    applicationToken: randomBytes(16).toString('hex'),
    options: {},
    userOptions: {},
    startedBy: [],
  };
}

/** Its rows, tokens, options and folders go with it (RF 6.1). */
export function removeApp(world: World, code: string): void {
  world.apps.delete(code);
  removePlacementRows(world, (row) => row.appCode === code);
  world.tokens = world.tokens.filter((token) => token.appCode !== code);
  for (const path of world.archives.keys()) {
    if (path.startsWith(`/static/${code}/`)) world.archives.delete(path);
  }
}

/** An application by the number in the addresses of its pages. */
export function appById(world: World, id: number): App | undefined {
  return [...world.apps.values()].find((app) => app.id === id);
}

/** The number of the next new application: the lowest that is free. */
export function freeAppId(world: World): number {
  let id = 1;
  while (appById(world, id)) id += 1;
  return id;
}
