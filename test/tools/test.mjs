// `npm test`: installs what is missing, then types, lint, format, dead code, build, and all tests. Fails at the first
// step that fails; nothing is skipped. `npm run test:all` (`--all`) looks at every combination of width, colours,
// language and task instead of a choice of them.
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './install.mjs';

/** @type {ReadonlyArray<readonly [name: string, command: string]>} */
const steps = [
  ['types of the app', 'tsc -p tsconfig.json'],
  ['types of portal, tools and tests', 'tsc -p tsconfig.node.json'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['format', 'prettier --check --log-level warn .'],
  ['dead code', 'knip'],
  ['code that only tests use', 'knip --production'],
  ['build', 'tsx test/tools/build.ts'],
  ['tests', 'vitest run'],
];

if (process.argv.includes('--all')) process.env['CHAT_DESK_TESTS'] = 'all';
ensureInstalled();
try {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}

const started = Date.now();
for (const [name, command] of steps) {
  console.log(`\n— ${name}: ${command}`);
  const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`\nnpm test stopped at: ${name}`);
    process.exit(status ?? 1);
  }
}
console.log(`\nAll good, in ${Math.round((Date.now() - started) / 1000)} s.`);
