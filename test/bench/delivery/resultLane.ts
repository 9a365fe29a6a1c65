/** A message that becomes a result of its task: a lane of one send. */
import { addMessage } from '../../portal/world/messages.ts';
import { addResult } from '../../portal/world/results.ts';
import { addTask } from '../../portal/world/tasks.ts';
import type { TaskResult, World } from '../../portal/world/types.ts';
import { colleague, self, type BenchLane } from './kind.ts';

export function ofResult(world: World, number: number): BenchLane {
  const title = titleOf(number);
  const task = [...world.tasks.values()].findLast((known) => known.title === title);
  const { id: taskId, chatId } = task ?? addTask(world, { title });
  const { id: messageId, text } = addMessage(world, {
    chatId: chatId ?? 0,
    authorId: colleague,
    typed: `To be a result ${number}`,
    uuid: `bench-${number}`,
  });
  const everMade = watchResults(world);
  const foreign = new Set<number>();
  return {
    lane: `result${messageId}`,
    write: (text) => ({ kind: 'taskResult', text, target: { taskId, messageId } }),
    groupOf: () => '',
    interfere(_text, by) {
      const author = world.users.get(by === 'colleague' ? colleague : self);
      if (!author) return;
      foreign.add(addResult(world, author, { taskId, messageId, text }).id);
    },
    made: () =>
      everMade
        .filter((result) => result.messageId === messageId && !foreign.has(result.id))
        .map(({ id, at }) => ({ id, at, isHeld: world.results.has(id) })),
    isMadeByOthers: () => foreign.size > 0,
  };
}

/** Forty messages of a task become its results. */
function titleOf(number: number): string {
  return `Bench results ${Math.floor(number / 40)}`;
}

interface NotedResult extends TaskResult {
  /** ms since 1970 */
  at: number;
}

const watchedResults = new WeakMap<World, NotedResult[]>();

/** Results that were removed leave nothing behind in the portal, so each is noted when it is made. */
function watchResults(world: World): NotedResult[] {
  const known = watchedResults.get(world);
  if (known) return known;
  const everMade: NotedResult[] = [];
  watchedResults.set(world, everMade);
  const set = world.results.set.bind(world.results);
  world.results.set = (id, result) => {
    everMade.push({ ...result, at: Date.now() });
    return set(id, result);
  };
  return everMade;
}
