/** What the application may do here, and where it stands: reads only. */
import type { Portal } from '../../portal/connect.ts';
import { PortalError } from '../../portal/errors.ts';
import {
  appInfoCommand,
  methodCommand,
  readAppInfo,
  readMethodState,
  tasksCommand,
  tryTasksApi,
} from '../../portal/methods/app.ts';
import { placementsCommand, readPlacements, type PlacementRow } from '../../portal/methods/placements.ts';
import { profileCommand, readIsAdmin } from '../../portal/methods/users.ts';

export type Scope = 'placement' | 'task' | 'tasks' | 'im' | 'crm' | 'imopenlines';

export interface ScopeFinding {
  scope: Scope;
  /** `unknown`: the portal gave no verdict; installing may work all the same */
  verdict: 'granted' | 'missing' | 'unknown';
}

export interface Findings {
  /** of the portal; whoever may only install applications is none (PB 5.4, 6) */
  isAdmin: boolean;
  isInstalled: boolean;
  scopes: ScopeFinding[];
  /** every row of this application; none where the scope `placement` is missing or the person is no administrator */
  rows: PlacementRow[];
}

/** Whether the scope `crm` is there; a portal without CRM does not know the method. */
export const crmCommand = methodCommand('crm.item.get');

/** @throws PortalError when the portal cannot be asked */
export async function inspect({ rest, restApi }: Portal): Promise<Findings> {
  const [answer, tasks] = await Promise.all([
    rest.batch({
      profile: profileCommand,
      app: appInfoCommand,
      // Asked of `method.get`: a dialog to read is not at hand. It may misjudge the methods of tasks, so those are tried.
      im: methodCommand('im.dialog.messages.get'),
      crm: crmCommand,
      imopenlines: methodCommand('imopenlines.crm.chat.get'),
      task: tasksCommand,
      rows: placementsCommand,
    }),
    verdict(() => tryTasksApi(restApi)),
  ]);
  const isAdmin = readIsAdmin(answer('profile'));
  const placement = await verdict(() => answer('rows'));
  const task = await verdict(() => answer('task'));
  const told = (scope: Scope) => verdict(() => readMethodState(answer(scope)));
  return {
    isAdmin,
    isInstalled: readAppInfo(answer('app')).isInstalled,
    scopes: [
      { scope: 'placement', verdict: placement },
      { scope: 'task', verdict: task },
      { scope: 'tasks', verdict: tasks },
      { scope: 'im', verdict: await told('im') },
      { scope: 'crm', verdict: await told('crm') },
      { scope: 'imopenlines', verdict: await told('imopenlines') },
    ],
    rows: isAdmin && placement !== 'missing' ? readPlacements(answer('rows')) : [],
  };
}

/** What a call that was tried, or the portal's word on one, says of its scope. */
async function verdict(attempt: () => unknown): Promise<ScopeFinding['verdict']> {
  try {
    const answer = await attempt();
    return answer === 'missing' || answer === 'unknown' ? answer : 'granted';
  } catch (failure) {
    if (!(failure instanceof PortalError)) return 'unknown';
    if (failure.kind === 'scope') return 'missing';
    // Rights are looked at after the scope (PB 1.4).
    return failure.kind === 'denied' ? 'granted' : 'unknown';
  }
}
