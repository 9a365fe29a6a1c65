// `npm test`: installs what is missing, then types, lint, format and dead code side by side, build, and all tests.
// It ends at the first group in which something fails. `npm run test:all` (`--all`) looks at every combination of width,
// colours, language, fault and task instead of a choice of them, and runs what `npm test` shows as skipped.
import { spawn } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './install.mjs';

/** @typedef {readonly [name: string, command: string]} Step */

/** @type {ReadonlyArray<readonly Step[]>} */
const groups = [
  [
    ['types of the app', 'tsc -p tsconfig.json'],
    ['types of portal, tools and tests', 'tsc -p tsconfig.node.json'],
    ['lint', 'oxlint --type-aware --deny-warnings'],
    ['format', 'prettier --check --log-level warn .'],
    ['dead code', 'knip'],
    ['code that only tests use', 'knip --production'],
  ],
  [['build', 'tsx test/tools/build.ts']],
  [['tests', 'vitest run']],
];

if (process.argv.includes('--all')) process.env['CHAT_DESK_TESTS'] = 'all';
ensureInstalled();
try {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}

/**
 * Steps side by side say what they have to say when they end, so that no two speak at once.
 * @param {Step} step
 * @param {boolean} isAlone
 * @returns {Promise<number>} its exit code
 */
function run([name, command], isAlone) {
  const heading = `\n— ${name}: ${command}`;
  if (isAlone) console.log(heading);
  const child = spawn('npx', ['--no-install', ...command.split(' ')], {
    cwd: root,
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (said += chunk));
  }
  return new Promise((resolve) => {
    child.on('error', (failure) => {
      console.error(`${heading}\n${failure.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      if (!isAlone) console.log(`${heading}\n${said}`.trimEnd());
      resolve(code ?? 1);
    });
  });
}

const started = Date.now();
for (const steps of groups) {
  const codes = await Promise.all(steps.map((step) => run(step, steps.length === 1)));
  const failed = steps.filter((_, index) => codes[index] !== 0);
  if (failed.length > 0) {
    console.error(`\nnpm test stopped at: ${failed.map(([name]) => name).join(', ')}`);
    process.exit(1);
  }
}
console.log(`\nAll good, in ${Math.round((Date.now() - started) / 1000)} s.`);
