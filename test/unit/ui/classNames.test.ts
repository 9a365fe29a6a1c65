// A CSS module's classes are not typed: every class a component asks for must be in its file, and the reverse.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const modules = files.filter((file) => file.endsWith('.module.css'));

/** What other modules compose: `area from '../../ui/TextField/TextArea.module.css'`. */
const composed = new Map<string, string[]>();
for (const module of modules) {
  const css = readFileSync(join(source, module), 'utf8');
  for (const [, names = '', from = ''] of css.matchAll(/composes: ([\w ]+) from '([^']+)'/g)) {
    const target = join(module, '..', from);
    composed.set(target, [...(composed.get(target) ?? []), ...names.split(' ')]);
  }
}

/** Names used as `styles.name` by the components of a module's folder, or composed by another module. */
function usedClasses(module: string): string[] {
  const folder = join(source, module, '..');
  const name = module.split(/[\\/]/).at(-1) ?? '';
  const users = readdirSync(folder)
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((code) => code.includes(`'./${name}'`));
  const styled = users.flatMap((code) =>
    Array.from(code.matchAll(/\bstyles\.(\w+)/g), ([, used = '']) => used),
  );
  return [...styled, ...(composed.get(module) ?? [])];
}

describe.each(modules)('%s', (module) => {
  test('uses and defines the same classes', () => {
    const css = readFileSync(join(source, module), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const defined = css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z]\w*)/gi);
    const names = Array.from(defined, ([, name = '']) => name);
    expect([...new Set(usedClasses(module))].sort()).toEqual([...new Set(names)].sort());
  });
});
