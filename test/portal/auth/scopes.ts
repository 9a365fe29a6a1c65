/** Which scopes there are, and whether the granted ones are enough for a method. */
import { V2Error } from '../rest/errors.ts';
import type { World } from '../world/types.ts';

/** Where the portal does not offer `tasks`, nobody has it, whatever was asked for (RF 2.1). */
export function onOffer(world: World, scopes: readonly string[]): readonly string[] {
  return world.switches.tasksScope === 'tasks' ? scopes : scopes.filter((scope) => scope !== 'tasks');
}

/** @throws V2Error 403 `insufficient_scope` */
export function requireScope(granted: readonly string[], wanted: readonly string[]): void {
  if (coversV2(granted, wanted)) return;
  const text = 'The request requires higher privileges than provided by the access token';
  // 401 in the portal's own code, 403 in the docs (PB 1.4); the docs describe the cloud.
  throw new V2Error('insufficient_scope', text, 403);
}

/** v2: one of the named scopes; none named = `basic`, which everybody has. `user` is met by its smaller kin (PB 1.3). */
export function coversV2(granted: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const kin = wanted.includes('user') ? ['user_brief', 'user_basic'] : [];
  return [...wanted, ...kin].some((scope) => granted.includes(scope));
}

/**
 * v3: a granted scope must be the method's name or begin it at a dot (PB 1.6). Where `tasksScope` is `task`, the
 * classic scope opens the v3 task methods too (RF 2.1, unknown for the cloud).
 */
export function coversV3(
  world: World,
  granted: readonly string[],
  method: string,
  scope: string | null,
): boolean {
  if (scope === null) return true;
  if (scope === 'tasks' && world.switches.tasksScope === 'task' && granted.includes('task')) return true;
  return granted.some((name) => method === name || method.startsWith(`${name}.`));
}
