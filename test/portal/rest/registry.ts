/** Finds a method by its name. */
import type { V2Method, V3Method } from './call.ts';

export interface Registry {
  v2(name: string): V2Method | undefined;
  v3(name: string): V3Method | undefined;
}

/** PB 1.1 */
const shortRoutes = new Map([
  ['documentation', 'rest.documentation.openapi'],
  ['scopes', 'rest.scope.list'],
]);

/** v2 names are found in any case, v3 names only as they are (PB 1.1). @throws Error for a name given twice */
export function createRegistry(v2Methods: readonly V2Method[], v3Methods: readonly V3Method[]): Registry {
  const v2 = byName(v2Methods.map((method) => ({ ...method, name: method.name.toLowerCase() })));
  const v3 = byName(v3Methods);
  return {
    v2: (name) => v2.get(name.toLowerCase()),
    v3: (name) => v3.get(shortRoutes.get(name) ?? name),
  };
}

function byName<Method extends { name: string }>(methods: readonly Method[]): Map<string, Method> {
  const map = new Map(methods.map((method) => [method.name, method]));
  if (map.size < methods.length) throw new Error('Two REST methods have the same name');
  return map;
}
