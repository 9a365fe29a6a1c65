/** What the application may do here, and where it stands: reads only. */
import type { Portal } from '../../portal/connect.ts';
import { PortalError } from '../../portal/errors.ts';
import {
  appInfoCommand,
  methodCommand,
  readAppInfo,
  readMethodState,
  tryTasksApi,
} from '../../portal/methods/app.ts';
import { placementsCommand, readPlacements, type PlacementRow } from '../../portal/methods/placements.ts';
import { profileCommand, readIsAdmin } from '../../portal/methods/users.ts';

export type Scope = 'placement' | 'task' | 'tasks' | 'im';

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

/** One method for each scope that `method.get` can judge. `tasks` belongs to REST 3.0, which it does not know. */
const judged = { placement: 'placement.bind', task: 'tasks.task.get', im: 'im.dialog.messages.get' };

/** @throws PortalError when the portal cannot be asked */
export async function inspect({ rest, restApi }: Portal): Promise<Findings> {
  const [answer, tasks] = await Promise.all([
    rest.batch({
      profile: profileCommand,
      app: appInfoCommand,
      placement: methodCommand(judged.placement),
      task: methodCommand(judged.task),
      im: methodCommand(judged.im),
      rows: placementsCommand,
    }),
    tasksVerdict(() => tryTasksApi(restApi)),
  ]);
  const verdictOn = (scope: keyof typeof judged): ScopeFinding => {
    const state = readMethodState(answer(scope));
    return { scope, verdict: state === 'available' ? 'granted' : state };
  };
  const isAdmin = readIsAdmin(answer('profile'));
  const placement = verdictOn('placement');
  return {
    isAdmin,
    isInstalled: readAppInfo(answer('app')).isInstalled,
    scopes: [placement, verdictOn('task'), { scope: 'tasks', verdict: tasks }, verdictOn('im')],
    rows: isAdmin && placement.verdict !== 'missing' ? readPlacements(answer('rows')) : [],
  };
}

async function tasksVerdict(attempt: () => Promise<void>): Promise<ScopeFinding['verdict']> {
  try {
    await attempt();
    return 'granted';
  } catch (failure) {
    return failure instanceof PortalError && failure.kind === 'scope' ? 'missing' : 'unknown';
  }
}
