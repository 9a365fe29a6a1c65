// `npm run build`: the same bytes wherever and whenever it is run, and nothing in them that belongs to this machine or
// to development.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { wordsFor } from '../../../src/dev/words.ts';
import { buildCopy, type BuiltCopy } from '../../tools/buildCopy.ts';
import { root } from '../../tools/install.mjs';

const secret = 'k4secretofthewebhook';
const webhook = `https://desk.example.com/rest/77/${secret}/`;
const zipName = `chat-desk-${packageJson.version}.zip`;
/** What only the bar and the code around it say. */
const words = ['en', 'ru'].flatMap((language) => {
  const { bar, help, really, cannot, limits } = wordsFor(language);
  return [bar, help, really, cannot, limits].flat();
});
const development = [...words, 'B24_WEBHOOK', 'webhook-help', 'connectByWebhook', secret, 'desk.example.com'];

let plain: BuiltCopy;
let other: BuiltCopy;

beforeAll(async () => {
  plain = await buildCopy({ TZ: 'Pacific/Auckland', LC_ALL: 'C', NODE_ENV: 'development' });
  // Everything that could find its way in, by file and by environment.
  const env = {
    TZ: 'America/New_York',
    NODE_ENV: 'test',
    B24_WEBHOOK: webhook,
    APP_PUBLIC_URL: 'https://desk.example.com',
  };
  other = await buildCopy(env, `B24_WEBHOOK=${webhook}\n`);
}, 120_000);
afterAll(() => Promise.all([plain.remove(), other.remove()]));

const hashes = ({ files }: BuiltCopy) =>
  Object.fromEntries(
    [...files].map(([path, content]) => [path, createHash('sha256').update(content).digest('hex')]),
  );

test('the same bytes in another folder, time zone and shell', () => {
  expect(hashes(other)).toEqual(hashes(plain));
});

test('the ZIP holds exactly the files beside it, both pages at its root', () => {
  const zip = unzipSync(plain.files.get(zipName) ?? new Uint8Array());
  const beside = [...plain.files].filter(([path]) => path !== zipName);
  expect(Object.keys(zip).sort()).toEqual(beside.map(([path]) => path).sort());
  expect(Object.keys(zip)).toEqual(expect.arrayContaining(['index.html', 'install.html', 'icon.svg']));
  for (const [path, content] of beside) expect(Buffer.from(zip[path] ?? []).equals(content)).toBe(true);
});

test('pages name relative files only, and those exist', () => {
  for (const page of ['index.html', 'install.html']) {
    const html = plain.files.get(page)?.toString() ?? '';
    const addresses = Array.from(html.matchAll(/(?:src|href)="([^"]*)"/g), ([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\.\//);
      expect([...plain.files.keys()]).toContain(address.slice(2));
    }
  }
});

test('no source maps, no path of this machine, file names of plain characters', () => {
  for (const [path, content] of other.files) {
    expect(path).toMatch(/^[\w./-]+$/);
    expect(path).not.toMatch(/\.map$/);
    for (const place of [root, other.folder, 'node_modules/']) expect(content.includes(place)).toBe(false);
    expect(content.includes('sourceMappingURL')).toBe(false);
  }
});

test.each(development)('no file says %j', (word) => {
  const holding = [...other.files].filter(([, content]) => content.includes(word)).map(([path]) => path);
  expect(holding).toEqual([]);
});

test('sizes are printed: each file, the first screen by origin, the ZIP', () => {
  for (const path of plain.files.keys()) expect(plain.output).toContain(path);
  expect(plain.output).toMatch(/^packages +[\d.]+ kB +[\d.]+ kB$/m);
  expect(plain.output).toMatch(/^ours +[\d.]+ kB +[\d.]+ kB$/m);
  expect(plain.output).toMatch(/^dist\/chat-desk-[\d.]+\.zip: [\d.]+ kB$/m);
});

describe('a build that is not for production', () => {
  test('has no webhook code either', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'development';
    const bundle = await build({ root, mode: 'portal', logLevel: 'silent', build: { write: false } });
    process.env['NODE_ENV'] = before;
    const chunks = [bundle]
      .flat()
      .flatMap((part) => ('output' in part ? part.output : []))
      .filter((file) => file.type === 'chunk');
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes('/src/dev/'))).toEqual([]);
  }, 60_000);
});
