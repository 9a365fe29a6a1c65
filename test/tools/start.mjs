// `npm start`: installs what is missing, then runs the local portal and the app's dev server until it is stopped.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const servers = spawn(process.execPath, ['--import', 'tsx', 'test/tools/serve.ts'], {
  cwd: root,
  stdio: 'inherit',
});
let isStopping = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    isStopping = true;
    servers.kill(signal);
  });
}
servers.on('exit', (code) => process.exit(isStopping ? 0 : (code ?? 0)));
