/** A new task is attempted once: what comes of it is found, and nobody makes another one unasked. */
import { afterEach, expect, test } from 'vitest';
import { createMaker, type Making } from '../../../../src/features/forward/makeTask.ts';
import { refusalWith } from '../../sending/attempts.ts';
import { anna, openPortal, type PortalState } from '../../sending/portal.ts';
import type { Task } from '../../../portal/world/types.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const method = 'tasks.task.add';

afterEach(() => portal.noFaults());

const held = async (title: string) => {
  const { tasks } = (await portal.state()) as PortalState & { tasks: Task[] };
  return tasks.filter((one) => one.title === title).length;
};

/** Its looks are close to each other. `told` gives what was told since it was asked the last time. */
function makerOf(title: string) {
  const all: Making[] = [];
  const task = { title, description: '', responsibleId: anna, entity: { type: 'deal', id: 10 } as const };
  const maker = createMaker({ rest, task, tell: (making) => all.push(making), waits: [0, 50] });
  const told = () => {
    const part = all.splice(0);
    return { phases: part.map(({ phase }) => phase), last: part.at(-1) };
  };
  return { ...maker, told };
}

const attempts = async () => (await portal.requestsTo(method)).length;

test('no answer, and it does not appear: the person is asked; a later look finds what came late', async () => {
  await portal.faults({ method, fault: 'late-commit', connection: 'fresh', ms: 2_000, times: 1 });
  const before = await attempts();
  const { make, look, told } = makerOf('Comes late');
  await make();
  expect(told().phases).toEqual(['making', 'looking', 'unclear']);
  await expect.poll(() => held('Comes late')).toBe(1);
  await look();
  expect(told().last).toMatchObject({ phase: 'made', task: { title: 'Comes late' }, copies: [] });
  expect((await attempts()) - before).toBe(1);
});

test('once more, and meanwhile the first one has appeared: that is it, and no second one is made', async () => {
  await portal.faults({ method, fault: 'late-commit', connection: 'fresh', ms: 2_000, times: 1 });
  const before = await attempts();
  const { make, told } = makerOf('Only one');
  await make();
  expect(told().last?.phase).toBe('unclear');
  await expect.poll(() => held('Only one')).toBe(1);
  await portal.faults({ method: 'tasks.task.list', ...refusalWith('ERROR_CORE'), times: 1 });
  await make();
  expect(told().phases).toEqual(['looking', 'unclear']);
  await Promise.all([make(), make()]);
  expect(told()).toMatchObject({ phases: ['looking', 'made'], last: { task: { title: 'Only one' } } });
  expect([await held('Only one'), (await attempts()) - before]).toEqual([1, 1]);
});

test('once more, and nothing has appeared: it is made, at one go however often it is asked for', async () => {
  await portal.faults({ method, fault: 'drop-before', connection: 'fresh', times: 1 });
  const { make, told } = makerOf('At last');
  await make();
  expect(told().last?.phase).toBe('unclear');
  await portal.faults({ method, ...refusalWith('ACCESS_DENIED', 403), times: 1 });
  await make();
  expect(told().last).toMatchObject({ phase: 'failed', mayExist: true });
  await Promise.all([make(), make()]);
  expect(told()).toMatchObject({ phases: ['looking', 'making', 'made'], last: { copies: [] } });
  expect(await held('At last')).toBe(1);
});

test('one of the same name was there before: it is not taken for this one', async () => {
  await makerOf('Twice the same').make();
  await portal.faults({ method, fault: 'drop-before', connection: 'fresh', times: 1 });
  const { make, told } = makerOf('Twice the same');
  await make();
  expect(told().last?.phase).toBe('unclear');
  expect(await held('Twice the same')).toBe(1);
});

test('the portal says no in its own words: nothing was made, and that is told at once', async () => {
  await portal.faults({ method, ...refusalWith('ERROR_CORE') });
  const before = await attempts();
  const { make, told } = makerOf('Refused');
  await make();
  expect(told().last).toMatchObject({ phase: 'failed', problem: { code: 'ERROR_CORE' }, mayExist: false });
  expect((await attempts()) - before).toBe(1);
});
