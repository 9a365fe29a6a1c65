/**
 * A message that becomes a result of its task, by `tasks.task.result.addfromchatmessage`. Each call makes another
 * result (PB 2.2): those of the message are listed before and after.
 * Target: `taskId`, `messageId`; lane: `laneOfResult`.
 */
import type { Policy, Trace } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import {
  addResultFromMessage,
  deleteResult,
  listResultsOfMessage,
  type TaskResult,
} from '../portal/methods/taskResults.ts';
import { outcomeOf, reading, takingBack } from './problem.ts';

interface ResultTrace extends TaskResult, Trace {}

export function taskResult({ restApi }: Portal, userId: number): Policy<ResultTrace> {
  return {
    type: 'check-first',
    async attempt({ target }) {
      try {
        const { id } = await addResultFromMessage(restApi, Number(target['messageId']));
        return { kind: 'done', traceId: id };
      } catch (failure) {
        return outcomeOf(failure);
      }
    },
    read: ({ target }) =>
      reading(async () => {
        const results = await listResultsOfMessage(
          restApi,
          Number(target['taskId']),
          Number(target['messageId']),
        );
        return results.map(asTrace).toSorted((one, other) => one.id - other.id);
      }),
    compare(item, trace) {
      if (trace.messageId !== item.target['messageId']) return 'other';
      return trace.authorId === userId ? 'mine' : 'perhaps';
    },
    areAlike: (one, other) => one.target['messageId'] === other.target['messageId'],
    areCopies: (one, other) => one.messageId === other.messageId && one.text === other.text,
    takeBack: (_item, id) => takingBack(() => deleteResult(restApi, id)),
  };
}

function asTrace(result: TaskResult): ResultTrace {
  return { ...result, at: Date.parse(result.createdAt ?? '') };
}
