/** For tests: a copy of the project somewhere else, built there by the same tool as `npm run build`. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './install.mjs';

export interface BuiltCopy {
  folder: string;
  /** what the tool printed */
  output: string;
  /** path below `dist/` to content, the ZIP included */
  files: ReadonlyMap<string, Buffer>;
  remove(): Promise<void>;
}

const sources = ['src', 'public', 'index.html', 'install.html', 'vite.config.ts', 'tsconfig.json'];

/**
 * @param environment added to this process's own
 * @param envLocal content of a `.env.local` beside the sources
 */
export async function buildCopy(
  environment: Record<string, string> = {},
  envLocal?: string,
): Promise<BuiltCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-desk-'));
  for (const path of [...sources, 'package.json', 'test/tools']) {
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  if (envLocal !== undefined) await writeFile(join(folder, '.env.local'), envLocal);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/tools/build.ts'], {
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  const dist = join(folder, 'dist');
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(dist.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return {
    folder,
    output: stdout,
    files,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
