// `npm start`: installs what is missing, then runs the local portal and the app's dev server until it is stopped.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const servers = spawn(process.execPath, ['--import', 'tsx', 'test/tools/serve.ts'], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => servers.kill(signal));
servers.on('exit', (code) => process.exit(code ?? 0));
