/**
 * `npm run build`: the app as static files in `dist/`, and beside them the ZIP that an administrator uploads as a
 * static local application. The same source gives the same bytes.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';
import { formatLine, measureFirstScreen, sizeOf } from './sizes.ts';
import { makeZip } from './zip.ts';

// Whatever the caller's shell says: a development build has other bytes.
process.env['NODE_ENV'] = 'production';

const dist = join(root, 'dist');
const bundle = await build({
  root,
  mode: 'production',
  logLevel: 'warn',
  build: { outDir: dist, emptyOutDir: true },
});
const ours = new Set<string>();
for (const { output } of [bundle].flat().filter((part) => 'output' in part)) {
  for (const file of output) {
    if (
      file.type === 'chunk' &&
      file.moduleIds.some((id) => id.includes('/src/') && !id.includes('/node_modules/'))
    )
      ours.add(file.fileName);
  }
}

const files = readFolder(dist);
const zipName = `chat-desk-${version()}.zip`;
const zip = makeZip(files);
writeFileSync(join(dist, zipName), zip);

console.log(`${'dist/'.padEnd(44)}       raw      gzip`);
for (const [path, content] of files) console.log(formatLine(path, sizeOf(content)));
const page = new TextDecoder().decode(files.get('index.html'));
const first = measureFirstScreen(page, files, (path) => ours.has(path));
console.log('\nJavaScript of the first screen');
console.log(formatLine('packages', first.packages));
console.log(formatLine('ours', first.ours));
console.log(`\ndist/${zipName}: ${(zip.length / 1000).toFixed(1)} kB`);

function readFolder(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path))] as const);
  return new Map(paths.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
