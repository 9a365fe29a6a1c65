/** Errors whose code the SDK takes for none: an empty one (PB 3), and "0" (RF 11.23). */
import { expect, test } from 'vitest';
import { anna, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
/** Anna's own conversation, which she cannot answer again. */
const answer = { method: 'imopenlines.operator.answer', parameters: { CHAT_ID: 106 } };
const noTask = { method: 'tasks.task.get', parameters: { taskId: 0 } };

test('alone', async () => {
  const silent = { code: 'EMPTY_ERROR', kind: 'refused', status: 400, portalText: '' };
  expect(await failureOf(rest.call(answer))).toMatchObject(silent);
  const zero = { code: '0', kind: 'refused', executed: 'no', portalText: 'wrong task id' };
  expect(await failureOf(rest.call(noTask, { refusedBefore: ['0'] }))).toMatchObject(zero);
});

test('in a batch', async () => {
  const read = await rest.batch({ answer, noTask });
  const failureIn = (name: string) => failureOf(Promise.resolve(name).then(read));
  expect(await failureIn('answer')).toMatchObject({ code: 'EMPTY_ERROR', kind: 'refused' });
  expect(await failureIn('noTask')).toMatchObject({ code: '0', portalText: 'wrong task id' });
});
