// Installs what is missing, then runs one of the tools beside this file until it ends or is stopped: by default
// `serve.ts`, the local portal and the app (`npm start`).
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const [tool = 'serve.ts', ...parameters] = process.argv.slice(2);
const running = spawn(process.execPath, ['--import', 'tsx', `test/tools/${tool}`, ...parameters], {
  cwd: root,
  stdio: 'inherit',
});
let isStopping = false;
/** @param {NodeJS.Signals} signal */
function stop(signal) {
  isStopping = true;
  running.kill(signal);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => stop(signal));
// npm does not pass on every signal: when it is gone, nobody is left who could stop the servers.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();
running.on('exit', (code) => process.exit(isStopping ? 0 : (code ?? 0)));
