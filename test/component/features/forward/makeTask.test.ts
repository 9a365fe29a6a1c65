/** A new task is attempted once: what comes of it is found, and nobody makes another one unasked. */
import { afterEach, expect, test } from 'vitest';
import { lookAgain, makeTask, type Making } from '../../../../src/features/forward/makeTask.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal, type PortalState } from '../../sending/portal.ts';
import type { Task } from '../../../portal/world/types.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const method = 'tasks.task.add';

afterEach(() => portal.noFaults());

const task = (title: string) => ({
  title,
  description: '',
  responsibleId: anna,
  entity: { type: 'deal', id: 10 } as const,
});
const held = async (title: string) => {
  const { tasks } = (await portal.state()) as PortalState & { tasks: Task[] };
  return tasks.filter((one) => one.title === title).length;
};

/** One attempt, its looks close to each other. */
async function make(title: string) {
  const told: Making[] = [];
  const before = (await portal.requestsTo(method)).length;
  await makeTask(rest, task(title), (making) => told.push(making), [0, 50]);
  const attempts = (await portal.requestsTo(method)).length - before;
  return { phases: told.map(({ phase }) => phase), last: told.at(-1), attempts };
}

test('no answer, and it does not appear: the person is asked; a later look finds what came late', async () => {
  await portal.faults({ method, fault: 'late-commit', connection: 'fresh', ms: 2_000, times: 1 });
  const { phases, last, attempts } = await make('Comes late');
  expect([phases, attempts]).toEqual([['making', 'looking', 'unclear'], 1]);
  if (last?.phase !== 'unclear') throw new Error('Not unclear');
  await expect.poll(() => held('Comes late')).toBe(1);
  const told: Making[] = [];
  await lookAgain(rest, task('Comes late'), last, (making) => told.push(making));
  expect(told.at(-1)).toMatchObject({ phase: 'made', task: { title: 'Comes late' }, copies: [] });
  expect(await held('Comes late')).toBe(1);
});

test('one of the same name was there before: it is not taken for this one', async () => {
  await make('Twice the same');
  await portal.faults({ method, fault: 'drop-before', connection: 'fresh', times: 1 });
  expect((await make('Twice the same')).last?.phase).toBe('unclear');
  expect(await held('Twice the same')).toBe(1);
});

test('the portal says no in its own words: nothing was made, and that is told at once', async () => {
  await portal.faults({ method, ...refusalWith('ERROR_CORE') });
  const { last, attempts } = await make('Refused');
  expect([last, attempts]).toMatchObject([{ phase: 'failed', problem: { code: 'ERROR_CORE' } }, 1]);
});
