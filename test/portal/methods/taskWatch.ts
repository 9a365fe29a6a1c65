/** Becoming and ceasing to be an observer (auditor) of a task: `tasks.task.startwatch`, `.stopwatch`, scope `task`. */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { readableTask } from '../world/access.ts';
import { startWatching, stopWatching } from '../world/watching.ts';
import type { Task } from '../world/types.ts';
import { taskAnswer } from './tasksV2.ts';
import { intOf } from './values.ts';

export const taskWatch: V2Method[] = [
  { name: 'tasks.task.startwatch', scopes: ['task'], handle: start },
  { name: 'tasks.task.stopwatch', scopes: ['task'], handle: stop },
];

/** Answers the task as `tasks.task.get` does (docs, `tasks-task-start-watch.md`). */
function start(call: Call): unknown {
  const task = readTask(call);
  startWatching(call.world, task, call.user.id);
  return taskAnswer(call.world, task, call.user.id);
}

/** PB source key M, `rest/controllers/task.php` `getAction`: an empty list for who may not read it any more. */
function stop(call: Call): unknown {
  const { world, user } = call;
  const task = readTask(call);
  stopWatching(world, task, user.id);
  return readableTask(world, user, task.id) ? taskAnswer(world, task, user.id) : [];
}

/** @throws V2Error 400 with the very codes and texts of the docs: one for no task and no access alike */
function readTask({ world, user, params }: Call): Task {
  const given = params['taskId'] ?? null;
  if (given === null) throw new V2Error('100', 'Could not find value for parameter {taskId}');
  const id = intOf(given);
  if (id <= 0) throw new V2Error('0', 'wrong task id');
  const task = readableTask(world, user, id);
  if (!task) throw new V2Error('1048584', 'a:0:{}');
  return task;
}
