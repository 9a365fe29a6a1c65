/** What the portal says of the application itself, and of what it may call. */
import * as v from 'valibot';
import type { RestApi } from '../restApi.ts';
import type { Rest, RestCommand } from '../rest.ts';
import { read } from '../wire.ts';

export interface AppInfo {
  /** false until the portal has heard `setInstallFinish`; rows in cards are hidden so long (RF 7.2) */
  isInstalled: boolean;
}

/** `app.info` (v2, scope basic, RF 7.3). A webhook is refused with ACCESS_DENIED: it belongs to no application. */
export const appInfoCommand: RestCommand = { method: 'app.info', parameters: {} };

/** @throws PortalError 'malformed' */
export function readAppInfo(result: unknown): AppInfo {
  return { isInstalled: read('app.info', v.looseObject({ INSTALLED: v.boolean() }), result).INSTALLED };
}

/** @throws PortalError */
export async function getAppInfo(rest: Rest): Promise<AppInfo> {
  return readAppInfo(await rest.call(appInfoCommand));
}

/** How a classic method stands: `missing` = it exists, and a scope it needs was not granted. */
export type MethodState = 'available' | 'missing' | 'unknown';

/** `method.get` (v2, scope basic, RF 7.3): about a classic method; it knows nothing of REST 3.0. */
export function methodCommand(name: string): RestCommand {
  return { method: 'method.get', parameters: { name } };
}

/** @throws PortalError 'malformed' */
export function readMethodState(result: unknown): MethodState {
  const schema = v.looseObject({ isExisting: v.boolean(), isAvailable: v.boolean() });
  const { isExisting, isAvailable } = read('method.get', schema, result);
  if (isAvailable) return 'available';
  return isExisting ? 'missing' : 'unknown';
}

/**
 * `tasks.task.get` (v2, scope `task`, RF 2.7) for any task, there or not: tried, because `method.get` may judge the
 * methods of tasks by the scope `tasks`, which they do not need here.
 */
export const tasksCommand: RestCommand = {
  method: 'tasks.task.get',
  parameters: { taskId: 1, select: ['ID'] },
};

/**
 * `tasks.task.list` (v3, scope `tasks`, RF 2.8) for one id: the cheapest call that tells whether the task methods of
 * REST 3.0 may be called. The list of scopes does not tell (RF 2.1).
 * @throws PortalError; 'scope' when they may not
 */
export async function tryTasksApi(restApi: RestApi): Promise<void> {
  const method = 'tasks.task.list';
  const result = await restApi(method, { select: ['id'], pagination: { limit: 1 } });
  read(method, v.looseObject({ items: v.array(v.unknown()) }), result);
}
