/** A new task, once: the portal takes no key for it, so what an attempt without an answer has left is looked for. */
import type { Problem } from '../../delivery/item.ts';
import type { Portal } from '../../portal/connect.ts';
import { PortalError } from '../../portal/errors.ts';
import {
  createTask,
  findCreatedTask,
  tasksTiedTo,
  type NewTask,
  type TaskBrief,
} from '../../portal/methods/taskList.ts';
import { problemOf } from '../../sending/problem.ts';

export type Making =
  /** the newest task of the element is being looked up, then the task is made */
  | { phase: 'making' }
  /** no answer came, and it is being looked for */
  | { phase: 'looking'; problem: Problem }
  /** looked for long enough; the person decides */
  | { phase: 'unclear'; problem: Problem }
  /** the last attempt made nothing, for certain; `mayExist`: one before it is in doubt */
  | { phase: 'failed'; problem: Problem; mayExist: boolean }
  | { phase: 'made'; task: TaskBrief; copies: readonly number[] };

/** Neither rejects, and both do nothing while one is at work. */
export interface Maker {
  /** One attempt; after one in doubt only if that has left nothing to be seen. */
  make: () => Promise<void>;
  /** Whether an attempt in doubt has left something. */
  look: () => Promise<void>;
}

interface MakerOptions {
  rest: Portal['rest'];
  task: NewTask;
  tell: (making: Making) => void;
  /** ms between the looks for one whose answer was lost */
  waits?: readonly number[];
}

/** A request may run for a minute in the cloud, and what it makes appears after that. */
const pauses = [0, 500, 1_500, 3_000, 10_000, 25_000, 35_000];
const onceMore = [0];

/** No verdict came from the method itself. */
const silent: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed']);

export function createMaker({ rest, task, tell, waits = pauses }: MakerOptions): Maker {
  /** the newest task of the element before the first attempt that may have made one */
  let after = 0;
  /** of an attempt that may have made one */
  let doubt: Problem | null = null;
  let isBusy = false;

  const find = () => findCreatedTask(rest, task, after);

  async function make(): Promise<void> {
    if (doubt && (await hasAppeared(doubt))) return;
    tell({ phase: 'making' });
    try {
      // What is newer than the tasks before the first attempt is ours; later ones would hide it.
      if (!doubt) after = Math.max(0, ...(await tasksTiedTo(rest, task.entity)).map(({ id }) => id));
    } catch (failure) {
      // Nothing was asked for yet.
      return tell({ phase: 'failed', problem: problemOf(failure), mayExist: false });
    }
    let created: TaskBrief;
    try {
      created = await createTask(rest, task);
    } catch (failure) {
      const problem = problemOf(failure);
      if (failure instanceof PortalError && failure.executed === 'no') {
        return tell({ phase: 'failed', problem, mayExist: doubt !== null });
      }
      const isOver = !silent.has(problem.kind);
      return lookFor(problem, isOver ? onceMore : waits, isOver);
    }
    // One that the browser has made besides, behind a plain success (BF 1A), is not worth a reading each time.
    if (doubt) await tellMade(created);
    else tell({ phase: 'made', task: created, copies: [] });
  }

  /** Who cannot look makes no second one. @returns there is nothing left to do */
  async function hasAppeared(problem: Problem): Promise<boolean> {
    tell({ phase: 'looking', problem });
    try {
      const found = await find();
      if (found) await tellMade(found);
      return found !== null;
    } catch {
      tell({ phase: 'unclear', problem });
      return true;
    }
  }

  /** @param isOver the portal has answered: what cannot be found was not made by this attempt */
  async function lookFor(problem: Problem, moments: readonly number[], isOver: boolean): Promise<void> {
    tell({ phase: 'looking', problem });
    let hasLooked = false;
    for (const wait of moments) {
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
      try {
        const found = await find();
        hasLooked = true;
        if (found) return await tellMade(found);
      } catch {
        // It is looked for again, or the person is asked.
      }
    }
    if (isOver && hasLooked) return tell({ phase: 'failed', problem, mayExist: doubt !== null });
    doubt = problem;
    return tell({ phase: 'unclear', problem });
  }

  /** After an attempt in doubt: at once, and then what else there is of the same name. */
  async function tellMade(made: TaskBrief): Promise<void> {
    tell({ phase: 'made', task: made, copies: [] });
    const tied = await tasksTiedTo(rest, task.entity).catch((): TaskBrief[] => []);
    const copies = tied
      .filter(
        ({ id, title, responsibleId }) =>
          id > after && id !== made.id && title === task.title.trim() && responsibleId === task.responsibleId,
      )
      .map(({ id }) => id);
    if (copies.length > 0) tell({ phase: 'made', task: made, copies });
  }

  const alone = (action: () => Promise<void>) => async () => {
    if (isBusy) return;
    isBusy = true;
    await action();
    isBusy = false;
  };
  return {
    make: alone(make),
    look: alone(async () => {
      if (doubt) await lookFor(doubt, onceMore, false);
    }),
  };
}
