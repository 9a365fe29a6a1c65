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
  | { phase: 'looking'; problem: Problem; after: number }
  /** looked for long enough; the person decides */
  | { phase: 'unclear'; problem: Problem; after: number }
  /** nothing was made, for certain */
  | { phase: 'failed'; problem: Problem }
  | { phase: 'made'; task: TaskBrief; copies: readonly number[] };

type Tell = (making: Making) => void;
type Rest = Portal['rest'];

/** ms between the looks: a request may run for a minute in the cloud, and what it makes appears after that. */
const pauses = [0, 500, 1_500, 3_000, 10_000, 25_000, 35_000];
const onceMore = [0];

/** No verdict came from the method itself. */
const silent: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed']);

/** One attempt. Never rejects. @param waits ms between the looks for one whose answer was lost */
export async function makeTask(rest: Rest, task: NewTask, tell: Tell, waits = pauses): Promise<void> {
  tell({ phase: 'making' });
  let after: number;
  try {
    after = Math.max(0, ...(await tasksTiedTo(rest, task.entity)).map(({ id }) => id));
  } catch (failure) {
    // Nothing was asked for yet.
    return tell({ phase: 'failed', problem: problemOf(failure) });
  }
  try {
    const made = await createTask(rest, task);
    tell({ phase: 'made', task: made, copies: [] });
    const copies = await copiesOf(made, rest, task, after);
    if (copies.length > 0) tell({ phase: 'made', task: made, copies });
  } catch (failure) {
    const problem = problemOf(failure);
    if (failure instanceof PortalError && failure.executed === 'no')
      return tell({ phase: 'failed', problem });
    const isOver = !silent.has(problem.kind);
    await look(rest, task, { problem, after }, tell, isOver ? onceMore : waits, isOver);
  }
}

/** Once more, because the person asked. Never rejects. */
export function lookAgain(rest: Rest, task: NewTask, lost: Lost, tell: Tell): Promise<void> {
  return look(rest, task, lost, tell, onceMore, false);
}

interface Lost {
  problem: Problem;
  /** newer than that it is */
  after: number;
}

/** @param isOver the portal has answered: what cannot be found was not made */
async function look(
  rest: Rest,
  task: NewTask,
  lost: Lost,
  tell: Tell,
  waits: readonly number[],
  isOver: boolean,
): Promise<void> {
  tell({ phase: 'looking', ...lost });
  let hasLooked = false;
  for (const wait of waits) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    try {
      const found = await findCreatedTask(rest, task, lost.after);
      hasLooked = true;
      if (found) {
        return tell({ phase: 'made', task: found, copies: await copiesOf(found, rest, task, lost.after) });
      }
    } catch {
      // It is looked for again, or the person is asked.
    }
  }
  return tell(
    isOver && hasLooked ? { phase: 'failed', problem: lost.problem } : { phase: 'unclear', ...lost },
  );
}

/** A browser may have sent the request twice by itself (BF 1A): the others it has made. */
async function copiesOf(
  made: TaskBrief,
  rest: Rest,
  { title, responsibleId, entity }: NewTask,
  after: number,
): Promise<number[]> {
  const tied = await tasksTiedTo(rest, entity).catch((): TaskBrief[] => []);
  return tied
    .filter(
      (other) =>
        other.id > after &&
        other.id !== made.id &&
        other.title === title.trim() &&
        other.responsibleId === responsibleId,
    )
    .map(({ id }) => id);
}
