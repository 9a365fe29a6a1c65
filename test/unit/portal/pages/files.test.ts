/** Files are served out of one folder only. */
import { mkdtemp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { fileInside } from '../../../portal/pages/files.ts';

async function makeFolder(): Promise<{ folder: string; outside: string }> {
  const outside = await mkdtemp(join(tmpdir(), 'portal-files-'));
  const folder = join(outside, 'app');
  await mkdir(join(folder, 'sub'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  // A sibling whose name begins alike.
  await mkdir(join(outside, 'app-other'));
  await writeFile(join(outside, 'app-other', 'a.txt'), 'other');
  await writeFile(join(folder, 'index.html'), 'root');
  await writeFile(join(folder, 'sub', 'index.html'), 'sub');
  await writeFile(join(folder, 'sub', 'a b.js'), 'file');
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  return { folder, outside };
}

it('finds files, and index.html for folders', async () => {
  const { folder } = await makeFolder();
  expect(basename((await fileInside(folder, '')) ?? '')).toBe('index.html');
  expect(await fileInside(folder, 'sub/')).toMatch(/sub.index\.html$/);
  expect(await fileInside(folder, 'sub/a%20b.js')).toMatch(/a b\.js$/);
});

it('finds nothing outside, whatever the address tries', async () => {
  const { folder } = await makeFolder();
  const addresses = [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '../app-other/a.txt',
    'link.txt',
    '..%5csecret.txt',
    'index.html%00.js',
    '%',
    'sub',
    'missing.js',
    '/etc/passwd',
  ];
  const found = await Promise.all(addresses.map((address) => fileInside(folder, address)));
  expect(found).toEqual(addresses.map(() => null));
});
