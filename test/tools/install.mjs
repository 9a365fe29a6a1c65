// Installs the npm packages when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** the project's own folder, whatever the current one is */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = `${root}node_modules/.chat-desk-installed`;

/** Runs `npm ci` unless node_modules was made from this very lock file. Ends the process when it fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  const install = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('npm ci failed: see above. Node 20.19 or newer and a reachable npm registry are needed.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
